import { brandingSchema } from './parts.js';
import { type Infer, integer, object, variants } from './schema.js';

export const discoverySchema = object(
  {
    /** The contract that the backend speaks; one that differs from `contractVersion` is refused. */
    contract: integer(),
    /** What keeps robots out, asked once with the username (rules CAPTCHA-1, CAPTCHA-2). */
    captcha: variants('kind', { none: object({}) }),
  },
  { branding: brandingSchema },
);
/** What the first screen needs before any flow exists. */
export type Discovery = Infer<typeof discoverySchema>;
