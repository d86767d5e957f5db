import { problemSchema } from './parts.js';
import { array, type Infer, object } from './schema.js';

export const passwordCheckSchema = object({
  /** Nothing, where it would be accepted as far as can be told. */
  problems: array(problemSchema, 20),
});
/** What there is against a password that is being typed (rules BANNED-1 to 4). */
export type PasswordCheck = Infer<typeof passwordCheckSchema>;
