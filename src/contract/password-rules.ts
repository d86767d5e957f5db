import { array, choice, type Infer, integer, object, string, variants } from './schema.js';

export const passwordRuleSchema = variants('kind', {
  /** PASSWORD-1: characters, counted as Unicode code points. */
  length: object({ min: integer(1), max: integer(1) }),
  /** PASSWORD-2: at least so many of these classes. */
  classes: object({
    atLeast: integer(1),
    of: array(choice('upper', 'lower', 'digit', 'symbol')),
  }),
  /** PASSWORD-3: every character is one of `allowed`. */
  characters: object({ allowed: string() }),
  /** PASSWORD-4: does not contain the local part of the username, whatever the case. */
  'not-username': object({}),
  /** BANNED-1 to 4: only the backend can tell. */
  'not-common': object({}),
  /** A rule of the backend's own, in its words; only the backend can tell. */
  other: object({ label: string(200) }),
});
/** A rule of a password as data: shown before typing, ticked while typing. */
export type PasswordRule = Infer<typeof passwordRuleSchema>;
