import { expect } from '@open-wc/testing';
import type { Answer } from '../../src/contract/index.js';
import { press, typeKeys } from '../runner/commands.js';
import { type AnyPage, isWithin, short } from './on-screen.js';
import { focused } from './reset-world.js';
import { type Stage, windToShort, wordsOf } from './scenario-steps.js';

/** One key, after which the focus is in the element, and seen. */
async function key(page: AnyPage, name: string): Promise<void> {
  await press(name);
  const at = focused();
  expect(isWithin(at, page.element), `after ${name} the focus is at ${short(at)}`).to.equal(true);
}

/** Goes on by Tab until the focus is at what is looked for. */
export async function tabTo(page: AnyPage, isIt: (at: Element) => boolean): Promise<void> {
  const passed: string[] = [];
  for (let stops = 0; stops < 24; stops += 1) {
    const at = focused();
    if (at && isIt(at)) return;
    await key(page, 'Tab');
    passed.push(short(focused()));
  }
  throw new Error(`Not reached by Tab; passed were ${passed.join('; ')}`);
}

/** Goes by Tab to a field of the form, and types into it in place of what is there. */
export async function fill(page: AnyPage, name: string, text: string): Promise<void> {
  const field = page.field(name);
  await tabTo(page, (at) => at === field);
  if (field.value) {
    // What was wrong is replaced, however it is selected.
    await press('End');
    for (const _ of field.value) await press('Backspace');
  }
  await typeKeys(text);
}

const isRadio = (at: Element): at is HTMLInputElement =>
  at instanceof HTMLInputElement && at.type === 'radio';

/** Goes by Tab to a group of radios and by arrows to the one of a value. */
export async function choose(page: AnyPage, value: string): Promise<void> {
  await tabTo(page, isRadio);
  for (let arrows = 0; arrows < 12; arrows += 1) {
    const at = focused();
    if (at && isRadio(at) && at.value === value && at.checked) return;
    await key(page, 'ArrowDown');
  }
  throw new Error(`No arrow leads to ${value}.`);
}

/** Goes by Tab to a button or link and presses Enter. */
export async function pressButton(page: AnyPage, words: string): Promise<void> {
  const button = page.control(words);
  await tabTo(page, (at) => at === button);
  await press('Enter');
}

/** Does on a screen what an answer says, with keys alone; whatever can be sent by Enter is. */
export async function actByKeys(page: AnyPage, answer: Answer, where: Stage): Promise<void> {
  switch (answer.action) {
    case 'choose-goal':
      await choose(page, answer.goal);
      return press('Enter');
    case 'choose-method':
      await choose(page, answer.method);
      return press('Enter');
    case 'confirm-target':
      await fill(page, 'target', answer.target);
      return press('Enter');
    case 'enter-code':
      await fill(page, 'code', answer.code);
      return press('Enter');
    case 'answer-questions':
      for (const [name, value] of Object.entries(answer.answers)) await fill(page, name, value);
      return press('Enter');
    case 'set-password':
      await fill(page, 'password', answer.password);
      await fill(page, 'confirmation', answer.confirmation ?? answer.password);
      return press('Enter');
    case 'fill-form':
      for (const [name, value] of Object.entries(answer.values)) await fill(page, name, value);
      return press('Enter');
    case 'resend': {
      await page.until(() => page.form.querySelector('.again') !== null, 'a button to send again');
      await tabTo(page, (at) => at.matches('.again'));
      return press('Enter');
    }
    case 'extend':
      await windToShort(page, where);
      return pressButton(page, await wordsOf('extend', where.locale));
    case 'none-of-these':
    case 'other-method':
    case 'contact':
      return pressButton(page, await wordsOf(answer.action, where.locale));
    default:
      throw new Error(`No key for ${answer.action}.`);
  }
}
