import type { FlowStepKind, FlowSteps } from '../flow/state.js';
import type { View } from './view.js';
import { viewOf } from './views.js';

type Loader<K extends FlowStepKind & keyof FlowSteps> = () => Promise<View<K> | undefined>;
type Loaders<K extends FlowStepKind & keyof FlowSteps> = { readonly [One in K]: Loader<One> };

type ResetOnly = 'identify' | 'choose-goal' | 'new-password';
type RegisterOnly =
  | 'begin'
  | 'registration-needed'
  | 'choose-registration'
  | 'manage'
  | 'confirm-removal'
  | 'reconfirm'
  | 'enrol-app'
  | 'enrol-phone'
  | 'enrol-email'
  | 'enrol-questions';

// A new kind of step adds one line to one of these, or nothing compiles. All but the first screens of
// the elements come in chunks of their own.

const reset: Loaders<ResetOnly> = {
  identify: async () => viewOf('identify'),
  'choose-goal': async () => (await import('./views/choose-goal.js')).chooseGoalView,
  'new-password': async () => (await import('./views/new-password.js')).newPasswordView,
};

const register: Loaders<RegisterOnly> = {
  begin: async () => viewOf('begin'),
  'registration-needed': async () =>
    (await import('./views/registration-needed.js')).registrationNeededView,
  'choose-registration': async () =>
    (await import('./views/choose-registration.js')).chooseRegistrationView,
  manage: async () => (await import('./views/manage.js')).manageView,
  'confirm-removal': async () => (await import('./views/confirm-removal.js')).confirmRemovalView,
  reconfirm: async () => (await import('./views/reconfirm.js')).reconfirmView,
  'enrol-app': async () => (await import('./views/enrol-app.js')).enrolAppView,
  'enrol-phone': async () => (await import('./views/enrol-phone.js')).enrolPhoneView,
  'enrol-email': async () => (await import('./views/enrol-email.js')).enrolEmailView,
  'enrol-questions': async () => (await import('./views/enrol-questions.js')).enrolQuestionsView,
};

const both: Loaders<Exclude<FlowStepKind, ResetOnly | RegisterOnly>> = {
  'choose-method': async () => (await import('./views/choose-method.js')).chooseMethodView,
  'confirm-target': async () => (await import('./views/confirm-target.js')).confirmTargetView,
  'answer-questions': async () => (await import('./views/answer-questions.js')).answerQuestionsView,
  wait: async () => (await import('./views/wait.js')).waitView,
  'enter-code': async () => (await import('./views/enter-code.js')).enterCodeView,
  form: async () => (await import('./views/form.js')).formView,
  unknown: async () => (await import('./views/form.js')).unknownView,
  leave: async () => (await import('./views/leave.js')).leaveView,
  done: async () => (await import('./views/done.js')).doneView,
  refused: async () => (await import('./views/refused.js')).refusedView,
};

/** Which view draws which step. */
const loaders: Loaders<FlowStepKind> = { ...reset, ...register, ...both };

/** The view of a kind; of one that an adapter has and this version has not, that for steps from the future. */
export const viewFor = (kind: FlowStepKind): Promise<unknown> =>
  loaders[Object.hasOwn(loaders, kind) ? kind : 'unknown']();

const kinds = (table: object) => Object.keys(table) as FlowStepKind[];

/** What a kind of flow can show. */
export const kindsOf: Readonly<Record<'reset' | 'register', readonly FlowStepKind[]>> = {
  reset: kinds({ ...reset, ...both }),
  register: kinds({ ...register, ...both }),
};
