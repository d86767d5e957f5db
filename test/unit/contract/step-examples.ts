/** One good step of each kind, as a backend sends it; typed, so that a kind without one is an error. */
import type {
  Registered,
  RegistrationStepKind,
  RegistrationSteps,
  StepKind,
  Steps,
} from '../../../src/contract/index.js';

const head = { actions: [{ name: 'cancel' }], problems: [], notices: [] };
const inFlow = { ...head, token: 'k3JvX0bqTq2v5l6mYw1d', username: 'alex@fabrikam.example' };
const email = { id: 'm1', type: 'email', hint: 'al•••••@c••••o.example' };
const phone = { id: 'm2', type: 'text', hint: '+49 •••••••20' };

const registered: Registered = {
  id: 'r1',
  type: 'email',
  source: 'registered',
  hint: 'al•••••@c••••o.example',
  isDefault: false,
  may: { change: 'yes', remove: 'yes', makeDefault: 'not-a-default' },
  resets: true,
  ifLost: { resets: false, left: ['office-phone'] },
};

const question = { id: 'q1', text: 'In what city was your first job?' };

const shared = {
  'choose-method': {
    kind: 'choose-method',
    ...inFlow,
    methods: [email, { ...phone, advice: 'not-recommended', retiresInMs: 86_400_000 }],
    gate: { index: 1, total: 2 },
  },
  'confirm-target': { kind: 'confirm-target', ...inFlow, method: phone },
  'enter-code': {
    kind: 'enter-code',
    ...inFlow,
    method: phone,
    digits: 6,
    codeExpiresInMs: 300_000,
    triesLeft: 3,
    purpose: 'registration',
  },
  'answer-questions': {
    kind: 'answer-questions',
    ...inFlow,
    method: { id: 'm3', type: 'questions' },
    questions: [question, { id: 'q2', text: 'What was your first pet called?' }],
    triesLeft: 2,
  },
  wait: {
    kind: 'wait',
    ...inFlow,
    for: 'notification',
    method: { id: 'm4', type: 'app-notification' },
    number: '42',
    waitExpiresInMs: 60_000,
    triesLeft: 3,
    purpose: 'fresh-proof',
  },
  form: {
    kind: 'form',
    ...head,
    token: inFlow.token,
    fields: [{ name: 'badge', type: 'numeric', label: 'Badge number', required: true }],
    title: 'Your badge',
  },
  leave: { kind: 'leave', ...head, url: '/saml', name: 'Contoso' },
  done: {
    kind: 'done',
    ...head,
    username: inFlow.username,
    outcome: 'registered',
    unlocked: false,
    told: ['al•••••@c••••o.example'],
    signInUrl: '/signin',
    registered: [registered],
  },
  refused: { kind: 'refused', ...head, code: 'SSPR_0014', rule: 'THROTTLE-1', retryInMs: 60_000 },
  // Adapters make it; as data it fits all the same.
  unknown: { kind: 'unknown', ...head, received: 'wave-at-camera' },
} as const;

export const steps: { readonly [K in StepKind]: Steps[K] } = {
  identify: {
    kind: 'identify',
    ...head,
    problems: [{ code: 'captcha-failed', field: 'captcha', rule: 'CAPTCHA-1' }],
  },
  'choose-goal': {
    kind: 'choose-goal',
    ...inFlow,
    goals: ['reset-password', 'unlock-account'],
  },
  'new-password': {
    kind: 'new-password',
    ...inFlow,
    rules: [{ kind: 'length', min: 8, max: 256 }],
  },
  ...shared,
};

export const registrationSteps: {
  readonly [K in RegistrationStepKind]: RegistrationSteps[K];
} = {
  'registration-needed': {
    kind: 'registration-needed',
    ...inFlow,
    missing: ['app', 'phone'],
    actions: [{ name: 'skip', remaining: 2 }],
  },
  'choose-registration': {
    kind: 'choose-registration',
    ...inFlow,
    registrable: [
      { type: 'app', may: 'yes', limit: 5, advice: 'recommended' },
      { type: 'alternate-phone', may: 'needs-phone-first', retiresInMs: 86_400_000 },
    ],
  },
  manage: {
    kind: 'manage',
    ...inFlow,
    registered: [registered, { ...registered, id: 'r2', addedAt: 1_763_546_400_000 }],
    registrable: [{ type: 'passkey', may: 'not-here' }],
    required: 2,
    suggestion: 'app',
  },
  'confirm-removal': { kind: 'confirm-removal', ...inFlow, registered, suggestion: 'app' },
  reconfirm: {
    kind: 'reconfirm',
    ...inFlow,
    registered: [{ ...registered, confirmed: true }],
    againInDays: 180,
  },
  'enrol-app': {
    kind: 'enrol-app',
    ...inFlow,
    uri: 'otpauth://totp/Fabrikam:alex?secret=JBSWY3DPEHPK3PXP&issuer=Fabrikam',
    key: 'JBSW Y3DP EHPK 3PXP',
    proofs: ['notification', 'code'],
  },
  'enrol-phone': {
    kind: 'enrol-phone',
    ...inFlow,
    type: 'phone',
    channels: ['text', 'whatsapp', 'call'],
    country: 'DE',
  },
  'enrol-email': { kind: 'enrol-email', ...inFlow },
  'enrol-questions': {
    kind: 'enrol-questions',
    ...inFlow,
    questions: [question],
    count: 3,
    answerLength: { min: 3, max: 40 },
    ownLength: { min: 5, max: 200 },
  },
  ...shared,
};
