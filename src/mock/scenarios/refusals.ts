import { type LadderRung, onPremises, person } from '../../tenant/index.js';
import { answer, choose, typeCode } from './moves.js';
import type { Scenario } from './scenario.js';

const refused = (code: string): Pick<Scenario, 'moves' | 'endsAt' | 'tells'> => ({
  moves: [],
  endsAt: 'refused',
  tells: code,
});
const agent = (
  status:
    | 'up'
    | 'outdated'
    | 'cannot-check'
    | 'cannot-connect'
    | 'not-configured'
    | 'temporary-trouble',
) => onPremises({ agents: [{ tool: 'entra-connect', domains: ['contoso.example'], status }] });
const writeback = { writeback: { enabled: true } } as const;
const kept = { onPremises: { by: 'password-hash-sync' } } as const;

/** What an organisation may say to people who have lost everything. */
export const ladder: readonly LadderRung[] = [
  {
    kind: 'helpdesk',
    text: {
      en: 'Open all day and night.',
      de: 'Tag und Nacht erreichbar.',
      ar: 'متاح ليلًا ونهارًا.',
    },
    url: 'https://help.contoso.example/',
  },
  {
    kind: 'administrator-pass',
    text: {
      en: 'Your manager can ask for a pass that works once.',
      de: 'Ihre Führungskraft kann einen Zugang anfordern, der einmal gilt.',
      ar: 'يمكن لمديرك طلب رمز دخول يعمل مرة واحدة.',
    },
  },
  {
    kind: 'identity-check',
    text: {
      en: 'Bring your badge to reception.',
      de: 'Bringen Sie Ihren Ausweis zum Empfang.',
      ar: 'أحضر بطاقتك إلى الاستقبال.',
    },
  },
];

/** Each reason why a reset is not possible. In the uniform voice most of them look like any other account: see `uniform.ts`. */
export const refusalScenarios = {
  'refusal/sspr-0009': {
    says: 'Reset is off for the organisation.',
    rules: ['SCOPE-1'],
    policy: { scope: 'none' },
    ...refused('SSPR_0009'),
  },
  'refusal/sspr-0010': {
    says: 'The password is kept on-premises, and writeback is off.',
    rules: ['WRITEBACK-1'],
    person: kept,
    tenant: { onPremises: agent('up') },
    ...refused('SSPR_0010'),
  },
  'refusal/sspr-0011': {
    says: 'Selected people may reset, and nobody was selected.',
    rules: ['SCOPE-1'],
    policy: { scope: 'selected' },
    ...refused('SSPR_0011'),
  },
  'refusal/sspr-0012': {
    says: 'The licence does not cover a reset.',
    rules: ['SCOPE-3'],
    person: { licence: 'free' },
    ...refused('SSPR_0012'),
  },
  'refusal/sspr-0013': {
    says: 'The person is not in the selected group.',
    rules: ['SCOPE-1'],
    policy: { scope: 'selected', scopeGroup: 'sales' },
    tenant: { groups: [{ id: 'sales', members: [], groups: [] }] },
    ...refused('SSPR_0013'),
  },
  'refusal/sspr-0014': {
    says: 'Nothing is registered.',
    rules: ['GATE-3'],
    person: { email: undefined },
    ...refused('SSPR_0014'),
  },
  'refusal/sspr-0014/one-of-two': {
    says: 'Two ways of one kind are one way: the app counts once.',
    rules: ['GATE-4'],
    policy: { methodsRequired: 2 },
    person: { email: undefined, apps: [{ notifications: true }, {}] },
    ...refused('SSPR_0014'),
  },
  'refusal/sspr-0029': {
    says: 'The agent on-premises is not configured.',
    rules: ['WRITEBACK-4'],
    policy: writeback,
    person: kept,
    tenant: { onPremises: agent('not-configured') },
    ...refused('SSPR_0029'),
  },
  'refusal/sspr-0029/cannot-check': {
    says: 'The agent on-premises cannot be asked how it is.',
    rules: ['WRITEBACK-4'],
    policy: writeback,
    person: kept,
    tenant: { onPremises: agent('cannot-check') },
    ...refused('SSPR_0029'),
  },
  'refusal/sspr-0030': {
    says: 'The agent on-premises cannot be reached.',
    rules: ['WRITEBACK-4'],
    policy: writeback,
    person: kept,
    tenant: { onPremises: agent('cannot-connect') },
    ...refused('SSPR_0030'),
  },
  'refusal/sspr-0030/temporary': {
    says: 'The agent on-premises is in trouble for a while.',
    rules: ['WRITEBACK-4'],
    policy: writeback,
    person: kept,
    tenant: { onPremises: agent('temporary-trouble') },
    ...refused('SSPR_0030'),
  },
  'refusal/account-unknown': {
    says: 'Nobody has this name.',
    rules: ['SCOPE-6'],
    person: 'nobody',
    ...refused('account-unknown'),
  },
  'refusal/account-disabled': {
    says: 'The account is disabled.',
    rules: ['SCOPE-5'],
    person: { enabled: false },
    ...refused('account-disabled'),
  },
  'refusal/guest': {
    says: 'A guest, and nobody knows of where.',
    rules: ['SCOPE-4'],
    person: { kind: 'guest' },
    ...refused('guest'),
  },
  'leave/guest': {
    says: 'A guest is sent home.',
    rules: ['SCOPE-4'],
    person: {
      kind: 'guest',
      home: { name: 'Fabrikam', url: 'https://reset.fabrikam.example/' },
    },
    moves: [],
    endsAt: 'leave',
  },
  'refusal/protected-admin': {
    says: 'A protected administrator on-premises.',
    rules: ['ADMIN-3'],
    policy: writeback,
    person: { onPremises: { adminCount: 1 } },
    tenant: { onPremises: agent('up') },
    ...refused('protected-admin'),
  },
  'refusal/admin-reset-off': {
    says: 'Administrators may not reset here.',
    rules: ['SCOPE-2'],
    policy: { adminsMayReset: false },
    person: { roles: ['User Administrator'] },
    ...refused('admin-reset-off'),
  },
  'refusal/none-of-these': {
    says: 'None of the ways can be used now.',
    rules: ['REFUSAL-1'],
    moves: [answer({ action: 'none-of-these' })],
    endsAt: 'refused',
    tells: 'not-proven',
  },
  'refusal/ladder': {
    says: 'Nothing is registered; these are the ways back, in the order to try them.',
    rules: ['REFUSAL-1'],
    policy: { ladder },
    person: { email: undefined },
    ...refused('SSPR_0014'),
  },
  'refusal/contacted': {
    says: 'The administrators were asked for help.',
    rules: ['NOTIFY-3'],
    policy: { scope: 'none' },
    tenant: {
      people: [
        person({ username: 'holly.helps@contoso.example', roles: ['Helpdesk Administrator'] }),
      ],
    },
    moves: [answer({ action: 'contact' })],
    endsAt: 'refused',
    tells: 'administrator-contacted',
  },
  'refusal/flow-superseded': {
    says: 'The same step was answered twice.',
    rules: ['SESSION-1'],
    moves: [
      async ({ tenant, step }) => {
        const methods = step.kind === 'choose-method' ? step.methods : [];
        const token = 'token' in step ? (step.token ?? '') : '';
        await tenant.reset.advance(
          token,
          { action: 'choose-method', method: methods[0]?.id ?? '' },
          { attemptId: 'elsewhere', locale: 'en' },
        );
        return undefined;
      },
      choose('email'),
    ],
    endsAt: 'refused',
    tells: 'flow-superseded',
  },
  'refusal/flow-expired': {
    says: 'Fifteen minutes are over.',
    rules: ['SESSION-1'],
    moves: [
      choose('email'),
      ({ clock }) => {
        clock.advance({ minutes: 15 });
        return undefined;
      },
      typeCode,
    ],
    endsAt: 'refused',
    tells: 'flow-expired',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
