import { brandingSchema } from './parts.js';
import { type Infer, integer, literal, object, string, variants } from './schema.js';

const workSchema = object({
  algorithm: literal('SHA-256'),
  /** The hash to find, hexadecimal: that of the salt and a number. */
  challenge: string(100),
  /** With `?expires=` in seconds since 1970. */
  salt: string(200),
  /** The number is not above this: no page is kept at work for good. */
  maxNumber: integer(1, 10_000_000),
  signature: string(200),
});
/** A proof of work in the ALTCHA format; the answer is its payload, base 64 of JSON. */
export type Work = Infer<typeof workSchema>;

/** Milliseconds until the captcha runs out; it then renews itself. */
const expiresInMs = integer();

export const captchaSchema = variants('kind', {
  none: object({}),
  'proof-of-work': object({ work: workSchema, expiresInMs }),
  /** Either the characters of the picture or those of the recording; or the work (WCAG 3.3.8). */
  picture: object({
    challenge: string(2_000),
    /** `data:image/svg+xml;base64,…` */
    picture: string(200_000),
    /** `data:audio/wav;base64,…` */
    audio: string(400_000),
    work: workSchema,
    expiresInMs,
  }),
  /** A widget that the host page brings; its token is the answer. */
  external: object({ provider: string(100), siteKey: string(200) }),
});
/** What keeps robots out, asked once with the username (rules CAPTCHA-1, CAPTCHA-2). */
export type Captcha = Infer<typeof captchaSchema>;

export const discoverySchema = object(
  {
    /** The contract that the backend speaks; one that differs from `contractVersion` is refused. */
    contract: integer(),
    captcha: captchaSchema,
  },
  { branding: brandingSchema },
);
/** What the first screen needs before any flow exists. */
export type Discovery = Infer<typeof discoverySchema>;
