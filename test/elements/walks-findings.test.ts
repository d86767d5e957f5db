import { expect } from '@open-wc/testing';
import { type AnyPage, controlsOf } from './on-screen.js';
import { Sinks } from './sinks.js';
import type { Action } from './walks/actions.js';
import { type Sabotage, Walker } from './walks/walker.js';

/** A whole reset of somebody who proves it by mail: the methods are in the order of the tenant. */
const whole: readonly Action[] = [
  { do: 'right', n: 0 },
  { do: 'key', key: 'Tab' },
  { do: 'right', n: 5 },
  { do: 'wrong', n: 1 },
  { do: 'press', n: 0 },
  { do: 'right', n: 0 },
  { do: 'right', n: 2 },
  { do: 'wait', seconds: 31 },
  { do: 'right', n: 0 },
  { do: 'right', n: 4 },
  { do: 'right', n: 0 },
  { do: 'right', n: 6 },
];

const shellOf = ({ element }: AnyPage): ShadowRoot => {
  if (!element.shadowRoot) throw new Error('no shell');
  return element.shadowRoot;
};

/** Does something at each step that comes. */
const atEachStep = (page: AnyPage, what: () => void): void =>
  page.element.addEventListener('sspr-step', () => queueMicrotask(what));

const inputsOf = (page: AnyPage): HTMLInputElement[] =>
  controlsOf(page).filter((one): one is HTMLInputElement => one instanceof HTMLInputElement);

/** What could be wrong with an element, each with the name under which a walk finds it. */
const sabotages: Readonly<Record<string, readonly (readonly [what: string, how: Sabotage])[]>> = {
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
      (page, { adapter }) => {
        const { start } = adapter.reset;
        Object.assign(adapter.reset, {
          start: (...call: Parameters<typeof start>) => {
            start(...call).catch(() => {});
            return start(...call);
          },
        });
        Object.assign(page.element, { adapter });
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
};

describe('a walk finds', () => {
  const { back } = history;
  let sinks: Sinks;
  beforeEach(() => {
    sinks = new Sinks();
    history.back = () => {};
  });
  afterEach(() => {
    sinks.stop();
    history.back = back;
    sessionStorage.clear();
    document.title = '';
  });

  it('nothing where nothing is wrong', async () => {
    await new Walker(0, sinks).walk(whole);
  });

  for (const [name, ways] of Object.entries(sabotages))
    for (const [what, how] of ways)
      it(`${what}, as “${name}”`, async () => {
        const found = await new Walker(0, sinks, { sabotage: how })
          .walk(whole)
          .catch((error: Error) => error.message);
        expect(found ?? 'nothing').to.contain(`${name}:`);
      });
});
