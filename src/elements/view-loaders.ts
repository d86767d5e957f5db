import type { StepKind } from '../contract/step.js';
import type { View } from './view.js';
import { identifyView } from './views/identify.js';

type Loader<K extends StepKind> = () => Promise<View<K>>;

/**
 * Which view draws which step. A new kind of step adds one line here, or nothing compiles. All but the
 * first come in chunks of their own.
 */
export const loaders: { readonly [K in StepKind]: Loader<K> } = {
  identify: async () => identifyView,
  'choose-method': async () => (await import('./views/choose-method.js')).chooseMethodView,
  'choose-goal': async () => (await import('./views/choose-goal.js')).chooseGoalView,
  'confirm-target': async () => (await import('./views/confirm-target.js')).confirmTargetView,
  'answer-questions': async () => (await import('./views/answer-questions.js')).answerQuestionsView,
  wait: async () => (await import('./views/wait.js')).waitView,
  'enter-code': async () => (await import('./views/enter-code.js')).enterCodeView,
  'new-password': async () => (await import('./views/new-password.js')).newPasswordView,
  form: async () => (await import('./views/form.js')).formView,
  unknown: async () => (await import('./views/form.js')).unknownView,
  leave: async () => (await import('./views/leave.js')).leaveView,
  done: async () => (await import('./views/done.js')).doneView,
  refused: async () => (await import('./views/refused.js')).refusedView,
};
