import { SsprRegister } from '../../../src/define/sspr-register.js';
import { type AnyPage, controlsOf } from '../on-screen.js';
import type { Sabotage } from './walker.js';
import { phone } from './world.js';

/** What is wrong, and how it is brought about, by the name under which a walk has to find it. */
type Sabotages = Readonly<Record<string, readonly (readonly [what: string, how: Sabotage])[]>>;

const shellOf = ({ element }: AnyPage): ShadowRoot => {
  if (!element.shadowRoot) throw new Error('no shell');
  return element.shadowRoot;
};

/** Does something at each step that comes. */
const atEachStep = (page: AnyPage, what: () => void): void =>
  page.element.addEventListener('sspr-step', () => queueMicrotask(what));

const inputsOf = (page: AnyPage): HTMLInputElement[] =>
  controlsOf(page).filter((one): one is HTMLInputElement => one instanceof HTMLInputElement);

/** From now on each start of these is sent a second time. */
function twice<C extends readonly unknown[]>(driver: {
  start: (...call: C) => Promise<unknown>;
}): void {
  const { start } = driver;
  Object.assign(driver, {
    start: (...call: C) => {
      start(...call).catch(() => {});
      return start(...call);
    },
  });
}

/** What could be wrong with an element, each with the name under which a walk finds it. */
export const sabotages: Sabotages = {
  'one step': [
    [
      'a second card',
      (page) =>
        atEachStep(page, () =>
          shellOf(page).append(Object.assign(document.createElement('div'), { className: 'card' })),
        ),
    ],
    [
      'a live region that goes',
      (page) => atEachStep(page, () => page.form.querySelector('[role=status]')?.remove()),
    ],
  ],
  'one filled button': [
    [
      'a second filled button',
      (page) =>
        atEachStep(page, () =>
          page.form.append(
            Object.assign(document.createElement('button'), {
              className: 'button',
              type: 'button',
            }),
          ),
        ),
    ],
  ],
  'a heading': [
    [
      'a heading without words',
      (page) =>
        atEachStep(page, () => {
          for (const node of page.headingElement.childNodes)
            if (node instanceof Text) node.data = '';
        }),
    ],
  ],
  'the focus': [
    [
      'a focus that is lost',
      (page) => atEachStep(page, () => setTimeout(() => page.headingElement.blur())),
    ],
  ],
  busy: [
    [
      'a button that stays busy',
      (page) =>
        atEachStep(page, () =>
          page.form.querySelector('[type=submit]')?.setAttribute('aria-disabled', 'true'),
        ),
    ],
  ],
  'one call': [
    [
      'a start that is sent twice',
      ({ element }, { adapter }) => {
        const { reset, register } = adapter;
        if (element instanceof SsprRegister && register) twice(register);
        else twice(reset);
      },
    ],
  ],
  emptied: [
    [
      'a field that keeps what was typed',
      (page) => {
        const kept = new Map<HTMLInputElement, string>();
        page.element.addEventListener('input', ({ target }) => {
          if (target instanceof HTMLInputElement) kept.set(target, target.value);
        });
        atEachStep(page, () => {
          for (const [input, value] of kept) input.value = value;
        });
      },
    ],
  ],
  'no leak': [
    [
      'what is typed in an attribute',
      (page) =>
        page.element.addEventListener('input', () => {
          for (const input of inputsOf(page)) input.setAttribute('value', input.value);
        }),
    ],
    [
      'what is typed in the address',
      (page) =>
        page.element.addEventListener('input', () => {
          for (const input of inputsOf(page)) document.title = input.value;
        }),
    ],
    [
      'what is typed in the console',
      (page) =>
        page.element.addEventListener('input', () => {
          for (const input of inputsOf(page)) console.info(input.value);
        }),
    ],
    [
      'what is typed in an event',
      (page) =>
        page.element.addEventListener('input', () => {
          for (const { value } of inputsOf(page))
            page.element.dispatchEvent(
              Object.assign(new Event('sspr-step', { bubbles: true }), { value }),
            );
        }),
    ],
    [
      'what is typed in the text',
      (page) =>
        page.element.addEventListener('input', () => {
          for (const { value } of inputsOf(page))
            shellOf(page).querySelector('.lead')?.append(value);
        }),
    ],
    [
      'a token in storage',
      (page, { tokens }) =>
        atEachStep(page, () => {
          sessionStorage.setItem('flow', [...tokens].join());
        }),
    ],
  ],
  'a quiet console': [
    ['an error in the console', (page) => atEachStep(page, () => console.error('odd'))],
  ],
  'no rejection': [
    [
      'a promise that nobody minds',
      (page) =>
        atEachStep(page, () => {
          Promise.reject(new Error('odd'));
        }),
    ],
  ],
  silence: [
    [
      'an element that asks when it is gone',
      ({ element }, { adapter }) => {
        const remove = element.remove.bind(element);
        element.remove = () => {
          remove();
          setTimeout(() => adapter.discover({}, { locale: 'en' }).catch(() => {}));
        };
      },
    ],
  ],
  'one meaning': [
    [
      'one name for all that is sent',
      ({ element }, { environment }) =>
        Object.assign(element, { environment: { ...environment, newAttemptId: () => 'same' } }),
    ],
  ],
  'one effect': [
    [
      'a change that nobody asked for',
      ({ element }, { wire }) => Object.assign(element, { adapter: wire.adapter }),
    ],
  ],
};

/** What could be wrong with a registration besides. */
export const sabotagesOfRegistrations: Sabotages = {
  'no leak': [
    ['a number in full', (page) => atEachStep(page, () => page.form.append(phone))],
    [
      'the key of an app that outlives its screen',
      (page, { keys }) => atEachStep(page, () => page.form.append(...keys)),
    ],
    [
      'the code of an app in an attribute, where it is gone from the screen',
      (page, world) =>
        atEachStep(page, () => {
          if (page.stepKind === 'manage') page.form.title = world.scanned;
        }),
    ],
  ],
};
