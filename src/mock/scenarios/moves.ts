import type { Answer } from '../../contract/index.js';
import type { Move, Scene } from './scenario.js';

type Minutes = Parameters<Scene['clock']['advance']>[0];

/** Says what to answer whatever the step. */
export const answer =
  (given: Answer): Move =>
  () =>
    given;

/** Chooses the first method of a type. */
export const choose =
  (type: string): Move =>
  ({ step }) => {
    const methods = step.kind === 'choose-method' ? step.methods : [];
    return { action: 'choose-method', method: methods.find((one) => one.type === type)?.id ?? '' };
  };

/** Types the whole number. */
export const typeNumber = (target: string): Move => answer({ action: 'confirm-target', target });

/** Another code. */
const wrongOf = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

/** Types the code that was sent last. */
export const typeCode: Move = ({ tenant, username }) => ({
  action: 'enter-code',
  code: lastCode(tenant, username),
});

/** Types another code than the one that was sent last. */
export const typeWrongCode: Move = ({ tenant, username }) => ({
  action: 'enter-code',
  code: wrongOf(lastCode(tenant, username)),
});

/** Types what the app shows. */
export const typeAppCode: Move = ({ tenant, username }) => ({
  action: 'enter-code',
  code: tenant.appCodeOf(username)?.code ?? '000000',
});

export const typeWrongAppCode: Move = ({ tenant, username }) => ({
  action: 'enter-code',
  code: wrongOf(tenant.appCodeOf(username)?.code ?? '000000'),
});

const lastCode = (tenant: Scene['tenant'], username: string): string =>
  tenant.outbox
    .list()
    .findLast(({ recipient, code }) => recipient === username && code !== undefined)?.code ??
  '000000';

/** Types the number of the other screen into the app. */
export const approve: Move = ({ tenant, username, step }) => {
  tenant.appOf(username).approve(step.kind === 'wait' ? (step.number ?? '') : '');
  return 'watch';
};

export const approveWrongly: Move = ({ tenant, username, step }) => {
  const shown = step.kind === 'wait' ? Number(step.number) : 0;
  tenant.appOf(username).approve((shown + 1) % 100);
  return 'watch';
};

export const deny: Move = ({ tenant, username }) => {
  tenant.appOf(username).deny();
  return 'watch';
};

/** Answers the call and presses a key. */
export const press =
  (key: string): Move =>
  ({ tenant, username }) => {
    tenant.phoneOf(username).press(key);
    return 'watch';
  };

export const hangUp: Move = ({ tenant, username }) => {
  tenant.phoneOf(username).hangUp();
  return 'watch';
};

/** Asks for the step that came by itself. */
export const watch: Move = () => 'watch';

/** Time goes by. */
export const wait =
  (time: Minutes): Move =>
  ({ clock }) => {
    clock.advance(time);
    return undefined;
  };

/** Answers each drawn question by its text. */
export const answerQuestions =
  (known: (text: string) => string): Move =>
  ({ step }) => ({
    action: 'answer-questions',
    answers: Object.fromEntries(
      (step.kind === 'answer-questions' ? step.questions : []).map(({ id, text }) => [
        id,
        known(text),
      ]),
    ),
  });

/** Fills in the fields that the backend describes. */
export const fillForm = (values: Readonly<Record<string, string>>): Move =>
  answer({ action: 'fill-form', values });

export const choosePassword = (password: string, confirmation = password): Move =>
  answer({ action: 'set-password', password, confirmation });

/** The same again and again. */
export const times = (count: number, ...moves: readonly Move[]): readonly Move[] =>
  Array.from({ length: count }, () => moves).flat();

/** Names something registered by its type. */
export const onRegistered =
  (action: 'change' | 'remove' | 'make-default', type: string): Move =>
  ({ step }) => {
    const registered = step.kind === 'manage' || step.kind === 'reconfirm' ? step.registered : [];
    return { action, id: registered.find((one) => one.type === type)?.id ?? '' };
  };
