import type { RuleId } from './rules.js';

/** What keeps a value from being that of a setting: where in it (`[1]`, `.url`), and a plain sentence. */
export interface Fault {
  readonly at: string;
  readonly why: string;
  /** The rule that it breaks, where that is another one than the setting's. */
  readonly rule?: RuleId;
}

/** All that a value of any type has against it; nothing, where it is fine. Never throws. */
export type Form = (value: unknown) => readonly Fault[];

const fault = (why: string, at = ''): readonly Fault[] => [{ at, why }];

const needed =
  (fits: (value: unknown) => boolean, what: string): Form =>
  (value) =>
    fits(value) ? [] : fault(`${what} is needed.`);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const yesOrNo: Form = needed((value) => typeof value === 'boolean', 'True or false');

export const oneOf = (...values: readonly (string | number)[]): Form =>
  needed((value) => values.some((one) => one === value), `One of ${values.join(', ')}`);

/** A whole number, both ends included. */
export const whole = (min: number, max = Number.MAX_SAFE_INTEGER): Form =>
  needed(
    (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
    max === Number.MAX_SAFE_INTEGER
      ? `A whole number of at least ${min}`
      : `A whole number from ${min} to ${max}`,
  );

/** Milliseconds, of which there are some. */
export const duration: Form = needed(
  (value) => Number.isSafeInteger(value) && Number(value) > 0,
  'A time in whole milliseconds, more than 0,',
);

/** Milliseconds, or none. */
export const pause: Form = needed(
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  'A time in whole milliseconds, or 0,',
);

/** The last moment that a date can say, in milliseconds since 1970 (ECMA-262). */
const lastMoment = 8.64e15;

export const moment: Form = needed(
  (value) => Number.isSafeInteger(value) && Math.abs(Number(value)) <= lastMoment,
  'A moment in milliseconds since 1970',
);

/** So many characters, counted as Unicode code points. */
export const text = (min: number, max: number): Form =>
  needed(
    (value) => typeof value === 'string' && [...value].length >= min && [...value].length <= max,
    `A text of ${min} to ${max} characters`,
  );

const mostLetters = { label: 63, domain: 48, local: 64 };
const label = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;

const isDomain = (value: string): boolean =>
  value.length <= mostLetters.domain &&
  value.includes('.') &&
  value.split('.').every((one) => one.length <= mostLetters.label && label.test(one));

/** A domain as rule TENANT-2 has it after the @. */
export const domain: Form = needed(
  (value) => typeof value === 'string' && isDomain(value),
  'A domain such as contoso.example, of at most 48 characters,',
);

function isAddress(value: string): boolean {
  const at = value.lastIndexOf('@');
  const local = value.slice(0, at);
  return /^[^\s@<>,;:"]{1,64}$/u.test(local) && isDomain(value.slice(at + 1));
}

export const address: Form = needed(
  (value) => typeof value === 'string' && isAddress(value),
  'A mail address',
);

/** Without a name before the host, which misleads whoever reads the address. */
function isWeb(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}

export const webAddress: Form = needed(
  (value) => typeof value === 'string' && isWeb(value),
  'An address that begins with http: or https:, with no name before its host,',
);

export const mailLink: Form = needed(
  (value) => typeof value === 'string' && value.startsWith('mailto:') && isAddress(value.slice(7)),
  'An address that begins with mailto:',
);

/** Of the first form or of the second; what is of neither is told as if it should be of the first. */
export const anyOf =
  (first: Form, second: Form): Form =>
  (value) =>
    second(value).length === 0 ? [] : first(value);

/** The form, whose faults break a rule of their own. */
export const under =
  (rule: RuleId, form: Form): Form =>
  (value) =>
    form(value).map((wrong) => ({ rule, ...wrong }));

/** Undefined, which JSON says by leaving it out, or of the form. */
export const maybe =
  (form: Form): Form =>
  (value) =>
    value === undefined ? [] : form(value);

export const either =
  (literal: string, form: Form): Form =>
  (value) =>
    value === literal
      ? []
      : Array.isArray(value)
        ? form(value)
        : fault(`Either '${literal}' or a list is needed.`);

/** A list of at most `most`, where no two are the same, whatever their case. */
export const list =
  (item: Form, most = Number.POSITIVE_INFINITY): Form =>
  (value) => {
    if (!Array.isArray(value)) return fault('A list is needed.');
    const seen = new Set<unknown>();
    return [
      ...(value.length > most ? fault(`At most ${most} are allowed, not ${value.length}.`) : []),
      // Array.from() has holes of a list said aloud, where map() passes over them.
      ...Array.from(value, (one: unknown, index) => {
        const same = typeof one === 'string' ? one.trim().toLowerCase() : one;
        const again = seen.has(same);
        seen.add(same);
        return [...item(one), ...(again ? fault('It is in the list already.') : [])].map(
          (wrong) => ({ ...wrong, at: `[${index}]${wrong.at}` }),
        );
      }).flat(),
    ];
  };

/** An object of which each property may be left out, and none may be added. */
export const parts =
  (forms: Readonly<Record<string, Form>>): Form =>
  (value) => {
    if (!isRecord(value)) return fault('A group of values is needed.');
    const strange = Object.keys(value).filter((key) => !Object.hasOwn(forms, key));
    return [
      ...strange.flatMap((key) => fault('There is no such value.', `.${shown(key)}`)),
      ...Object.entries(forms).flatMap(([key, form]) =>
        maybe(form)(Object.hasOwn(value, key) ? value[key] : undefined).map((wrong) => ({
          ...wrong,
          at: `.${key}${wrong.at}`,
        })),
      ),
    ];
  };

const longestShown = 40;

/** A name that came from outside, short enough to be repeated. */
export const shown = (name: string): string => name.slice(0, longestShown);
