import { methodTypes } from '../../contract/codes.js';
import type { Action, RegistrationStep, RegistrationSteps } from '../../contract/index.js';
import {
  answerLength,
  gatesRequired,
  isOffered,
  ladderOf,
  missingTypes,
  ownQuestionLength,
} from '../../policy/index.js';
import { registrationOf } from '../../policy/methods.js';
import type { Core } from '../core.js';
import { named, proofStep, provingStep, resend, shown } from '../proving-steps.js';
import { pooledQuestions, questionText } from '../question-pool.js';
import type { Remarks } from '../remarks.js';
import { flowExpired } from '../reset-steps.js';
import { phoneChannels, takesNotifications } from './enrolling.js';
import { registeredViews, registrables, suggestionFor } from './registered-views.js';
import type { Enrolment, RegistrationFlow } from './registration-flow.js';

/** The place where a registration stands, under a new token. */
export function registrationStep(
  core: Core,
  flow: RegistrationFlow,
  token: string,
  remarks: Remarks = {},
): RegistrationStep {
  const { place, account, mode } = flow;
  const policy = core.policy();
  const now = core.clock.now();
  const subject = core.directory.subject(account);
  const { list } = account.registrations;
  const missing = missingTypes(policy, subject, list, now);
  const inFlow = {
    problems: remarks.problems ?? [],
    notices: remarks.notices ?? [],
    branding: core.branding(),
    supportCode: flow.supportCode,
    token,
    username: flow.username,
    ...(Number.isFinite(flow.expiresAt) && { expiresInMs: Math.max(0, flow.expiresAt - now) }),
    // Start, one per method, summary.
    ...(mode === 'interrupt' && {
      progress: { index: flow.made + 2, total: flow.made + missing.length + 2 },
    }),
  };
  const skip = mode !== 'manage' && policy.registration.maySkip ? named('skip') : [];
  const useDifferent =
    mode === 'interrupt' && registrables(core, account, 'interrupt').length > 1
      ? named('use-different')
      : [];
  switch (place.at) {
    case 'needed':
      return {
        kind: 'registration-needed',
        ...inFlow,
        progress: { index: 1, total: missing.length + 2 },
        missing,
        actions: [...named('confirm'), ...useDifferent, ...skip, ...named('cancel')],
      };
    case 'choose':
      return {
        kind: 'choose-registration',
        ...inFlow,
        registrable: registrables(core, account, 'interrupt'),
        actions: [...named('back'), ...skip, ...named('cancel')],
      };
    case 'manage': {
      const suggestion = suggestionFor(core, account);
      return {
        kind: 'manage',
        ...inFlow,
        registered: registeredViews(core, account),
        registrable: registrables(core, account, 'manage'),
        required: gatesRequired(policy, subject.roles, now).gates,
        ...(suggestion && { suggestion }),
        actions: named('add', 'change', 'remove', 'make-default', 'sign-out-everywhere', 'cancel'),
      };
    }
    case 'reconfirm': {
      const { reconfirmDays } = policy.registration;
      return {
        kind: 'reconfirm',
        ...inFlow,
        registered: registeredViews(core, account, flow.confirmed),
        ...(reconfirmDays > 0 && { againInDays: reconfirmDays }),
        actions: [...named('confirm', 'change', 'remove'), ...skip, ...named('cancel')],
      };
    }
    case 'confirm-removal': {
      const registered = registeredViews(core, account).find(({ id }) => id === place.id);
      if (!registered) return flowExpired(flow);
      const { resets, ifLost } = registered;
      const suggestion =
        resets && !ifLost.resets ? suggestionFor(core, account, place.id) : undefined;
      return {
        kind: 'confirm-removal',
        ...inFlow,
        registered,
        ...(suggestion && { suggestion }),
        actions: [
          ...named('confirm', 'back'),
          ...(suggestion ? named('add') : []),
          ...named('cancel'),
        ],
      };
    }
    case 'enrol':
      return enrolStep(core, flow, place.enrolment, {
        ...inFlow,
        actions: [...named('back'), ...useDifferent, ...skip, ...named('cancel')],
      });
    case 'prove-new':
      return proofStep(core, place.proof, flow.locale, {
        ...inFlow,
        purpose: 'registration',
        method: shown(core, place.proof.method, flow.locale),
        actions: [...resend(place.proof), ...named('back'), ...useDifferent, ...named('cancel')],
      });
    case 'fresh-proof': {
      const { proving } = place;
      const step = provingStep(core, proving, { ...inFlow, purpose: 'fresh-proof' }, []);
      // From the list of methods, back is to the list of what is registered.
      const back = proving.stage.at === 'choose-method' ? named('back') : [];
      return { ...step, actions: [...back, ...step.actions] };
    }
    case 'refused': {
      const { code, rule, retryAt } = place;
      const ladder = ladderOf(policy, code, flow.locale);
      return {
        kind: 'refused',
        code,
        supportCode: flow.supportCode,
        branding: core.branding(),
        problems: [],
        notices: [],
        ...(ladder.length > 0 && { ladder }),
        ...(rule && { rule }),
        ...(retryAt !== undefined && { retryInMs: Math.max(0, retryAt - now) }),
        actions: code === 'not-proven' ? named('restart') : [],
      };
    }
    case 'ended':
      return flowExpired(flow);
  }
}

type Enrolling = Omit<Extract<RegistrationStep, { readonly kind: 'enrol-email' }>, 'kind'> & {
  readonly actions: readonly Action[];
};

function enrolStep(
  core: Core,
  flow: RegistrationFlow,
  { type, authenticator }: Enrolment,
  frame: Enrolling,
): RegistrationStep {
  const policy = core.policy();
  const subject = core.directory.subject(flow.account);
  const inEnrolment = { ...frame, ...retiring(core, flow, type) };
  switch (type) {
    case 'app': {
      const codes = isOffered(policy, subject, 'app-code', core.clock.now());
      return {
        kind: 'enrol-app',
        ...inEnrolment,
        uri: authenticator?.uri(flow.username, core.branding().name, policy.appCodes) ?? '',
        key: authenticator?.secret.match(/.{1,4}/g)?.join(' ') ?? '',
        proofs: [
          ...(takesNotifications(core, flow) ? (['notification'] as const) : []),
          ...(codes ? (['code'] as const) : []),
        ],
      };
    }
    case 'email':
      return { kind: 'enrol-email', ...inEnrolment };
    case 'questions':
      return {
        kind: 'enrol-questions',
        ...inEnrolment,
        questions: pooledQuestions(policy.questions).map(({ id, question }) => ({
          id,
          text: questionText(core, question, flow.locale),
        })),
        count: policy.questions.toRegister,
        answerLength,
        ...(policy.questions.mayWriteOwn && { ownLength: ownQuestionLength }),
      };
    default:
      return {
        kind: 'enrol-phone',
        ...inEnrolment,
        type,
        channels: phoneChannels(core, flow, type),
      };
  }
}

/** Which methods of a type end, and when, for who is about to register it (rule METHOD-4). */
function retiring(
  core: Core,
  { account }: RegistrationFlow,
  type: Enrolment['type'],
): Pick<RegistrationSteps['enrol-email'], 'retiring'> {
  const policy = core.policy();
  const now = core.clock.now();
  const subject = core.directory.subject(account);
  const used = type === 'alternate-phone' ? 'phone' : type;
  const ends = methodTypes
    .filter((one) => registrationOf[one] === used && isOffered(policy, subject, one, now))
    .flatMap((method) => {
      const { retiresAt } = policy.methods[method];
      return retiresAt === undefined ? [] : [{ method, inMs: retiresAt - now }];
    });
  return ends.length > 0 ? { retiring: ends } : {};
}
