import { expect } from '@open-wc/testing';
import { LateCode } from '../../src/elements/parts/late-code.js';
import {
  type PhoneNumber,
  type PhoneOptions,
  phoneField,
  phoneNumberOf,
  phoneStyles,
} from '../../src/elements/parts/phone-field.js';
import * as numberingPlans from '../../src/elements/phone/libphonenumber.js';
import type { SsprReset } from '../../src/elements/sspr-reset.js';
import { press, typeKeys } from '../runner/commands.js';
import { type Alone, alone, drawn } from './part-world.js';

export type Code = typeof numberingPlans;

const fields = new WeakMap<HTMLFormElement, Alone>();

export async function field(
  options: Partial<PhoneOptions> = {},
  lang = 'en',
): Promise<HTMLFormElement> {
  const all = { name: 'number', label: 'Phone number', ...options };
  const shown = await alone((context) => phoneField(context, all), phoneStyles, lang);
  fields.set(shown.form, shown);
  return shown.form;
}

/** The element around a field, once what was done is drawn. */
export async function redrawn(form: HTMLFormElement): Promise<SsprReset> {
  const shown = fields.get(form);
  if (!shown) throw new Error('not a field of this test');
  await drawn(shown.element);
  return shown.element;
}

export const arrived = new LateCode<Code>(async () => numberingPlans);

/** A field whose countries have come, in a country. */
export const there = (country: string, lang = 'en') => field({ country, late: arrived }, lang);

/** Code that comes, or fails, when the test says so. */
export function lateCode() {
  const { promise, resolve, reject } = Promise.withResolvers<Code>();
  return {
    late: new LateCode(() => promise),
    come: () => resolve(numberingPlans),
    fail: () => reject(new Error('offline')),
  };
}

export const inputOf = (form: HTMLFormElement): HTMLInputElement => {
  const input = form.querySelector('input');
  if (!input) throw new Error('no input');
  return input;
};
export const selectOf = (form: HTMLFormElement): HTMLSelectElement => {
  const select = form.querySelector('select');
  if (!select) throw new Error('no list of countries');
  return select;
};
/** What is typed, with a bar where the caret stands. */
export const withCaret = (form: HTMLFormElement): string => {
  const { value, selectionStart } = inputOf(form);
  return `${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionStart ?? 0)}`;
};

/** Types key by key into the field. */
export async function typing(form: HTMLFormElement, ...keys: string[]): Promise<void> {
  inputOf(form).focus();
  for (const key of keys) await (key.length > 1 && /^[A-Z]/.test(key) ? press(key) : typeKeys(key));
}

/** Puts a whole text in at once, in place of what is there. */
export async function paste(form: HTMLFormElement, text: string): Promise<void> {
  const input = inputOf(form);
  input.focus();
  input.select();
  expect(document.execCommand('insertText', false, text)).to.equal(true);
  await redrawn(form);
}

export async function choose(form: HTMLFormElement, country: string): Promise<void> {
  const select = selectOf(form);
  select.value = country;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await redrawn(form);
}

export const read = (form: HTMLFormElement): PhoneNumber =>
  phoneNumberOf(new FormData(form), 'number');

export const placeOf = (form: HTMLFormElement): number => inputOf(form).getBoundingClientRect().top;

/** Waits until what is read when a number is sent is there: the rules that all fields of the page share. */
export async function whenShared(): Promise<void> {
  const form = await field();
  while (!form.querySelector('select')) await redrawn(form);
}
