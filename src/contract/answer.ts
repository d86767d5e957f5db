import { type Infer, object, record, string, variants } from './schema.js';

const nothing = object({});

/** What a person answers to a step, told apart by what they do. */
export const answerSchema = variants('action', {
  /** Answers `choose-method`, with the method's id. */
  'choose-method': object({ method: string(100) }),
  /** Answers `enter-code`. Digits; spaces and hyphens are taken out by the reader. */
  'enter-code': object({ code: string(100) }),
  /** Answers `new-password`. */
  'set-password': object({ password: string(1_000), confirmation: string(1_000) }),
  /** Answers `form`, and `unknown` where it has fields. */
  'fill-form': object({ values: record(string()) }),
  /** Send the code again; the old one dies (rule CODE-1). */
  resend: nothing,
  /** Choose another method for this gate. */
  'other-method': nothing,
  /** None of the methods can be used now. */
  'none-of-these': nothing,
  /** One step back where that is safe. */
  back: nothing,
  /** Ask the administrators for help (rule NOTIFY-3). */
  contact: nothing,
});
export type Answer = Infer<typeof answerSchema>;

export const resetIntentSchema = object(
  {
    /** As typed, white space at the ends taken off. */
    username: string(1_000),
  },
  {
    /** The answer to the captcha of the discovery, where it asked for one (rule CAPTCHA-1). */
    captcha: object({ answer: string(2_000) }, { challenge: string(2_000) }),
  },
);
/** What starts a reset. */
export type ResetIntent = Infer<typeof resetIntentSchema>;

export const discoveryHintSchema = object(
  {},
  {
    /** Picks the tenant by its domain (rule TENANT-1); says nothing about whether the account exists. */
    username: string(1_000),
    /** Picks the tenant (the `whr` of a sign-in page). */
    domain: string(200),
  },
);
/** What picks the tenant before any flow exists. */
export type DiscoveryHint = Infer<typeof discoveryHintSchema>;
