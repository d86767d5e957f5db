import { methodTypes } from '../contract/codes.js';
import type { Field } from '../contract/index.js';
import { type Words, wordsIn } from '../policy/index.js';
import type { PublicPerson } from './account.js';

/** A field of a described method. */
export interface DescribedField extends Omit<Field, 'label' | 'hint' | 'required'> {
  readonly label: Words;
  readonly hint?: Words | undefined;
  /** Default true. */
  readonly required?: boolean;
}

/** A way to prove who one is that nobody else knows: the tenant is told what to ask, and who judges it. */
export interface DescribedMethod {
  /** Its name among the methods: none of the known ones. A host page may have a view of its own for it. */
  readonly type: string;
  /** What it is called. */
  readonly label: Words;
  /** What to do, above the fields. */
  readonly lead?: Words | undefined;
  readonly fields: readonly DescribedField[];
  /** Who has it (rule GATE-3). Default: everybody but administrators, who have methods of their own (rule ADMIN-2). */
  isFor?(person: PublicPerson): boolean;
  /**
   * Whether what was typed, by the names of the fields, proves that it is this person. What it throws
   * counts as no.
   * @param person undefined where there is nobody: to take as long as for anybody, whatever the answer
   *   (rule REFUSAL-2)
   */
  verify(
    person: PublicPerson | undefined,
    values: Readonly<Record<string, string>>,
  ): boolean | Promise<boolean>;
}

/** Why methods cannot be described like this, in words for their author. */
export function describedMethodsFault(methods: readonly DescribedMethod[]): string | undefined {
  const types = methods.map(({ type }) => type);
  for (const { type, fields } of methods) {
    const names = fields.map(({ name }) => name);
    if (!/^[a-z][a-z0-9-]{0,99}$/.test(type)) return `'${type}' is no name of a method`;
    if (methodTypes.some((known) => known === type)) return `'${type}' is a known method`;
    if (types.indexOf(type) !== types.lastIndexOf(type)) return `'${type}' is described twice`;
    if (names.length === 0) return `'${type}' has no field`;
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) return `'${type}' has two fields '${twice}'`;
  }
  return undefined;
}

/** The fields in a language. */
export const fieldsIn = ({ fields }: DescribedMethod, locale: string): readonly Field[] =>
  fields.map(({ label, hint, required = true, ...field }) => ({
    ...field,
    required,
    label: wordsIn(label, locale),
    ...(hint !== undefined && { hint: wordsIn(hint, locale) }),
  }));

/** What was typed into its fields, and nothing else that was sent. */
export const valuesOf = (
  { fields }: DescribedMethod,
  sent: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.map(({ name }) => [name, Object.hasOwn(sent, name) ? (sent[name] ?? '') : '']),
  );
