import { goals, registrationTypes } from './codes.js';
import { array, choice, type Infer, object, open, record, string, variants } from './schema.js';

const nothing = object({});
/** Names something registered by its id. */
const registered = object({ id: string(100) });

/** What a person answers to a step, told apart by what they do. */
export const answerSchema = variants('action', {
  /** Answers `choose-goal`. */
  'choose-goal': object({ goal: choice(...goals) }),
  /** Answers `choose-method`, with the method's id. */
  'choose-method': object({ method: string(100) }),
  /** Answers `enter-code`. Digits; spaces and hyphens are taken out by the reader. */
  'enter-code': object({ code: string(100) }),
  /** Answers `confirm-target`: the complete number in any usual form (rule PHONE-3). */
  'confirm-target': object({ target: string(100) }),
  /** Answers `answer-questions`: by the id of each question. */
  'answer-questions': object({ answers: record(string(1_000)) }),
  /** Answers `new-password`; the confirmation is left out where the step asks for none. */
  'set-password': object({ password: string(1_000) }, { confirmation: string(1_000) }),
  /** Answers `form`, and `unknown` where it has fields. */
  'fill-form': object({ values: record(string()) }),
  /** Answers `enrol-app`: how the app shall show that it works. */
  'enrol-app': object({ proof: choice('notification', 'code') }),
  /** Answers `enrol-phone`: the number in any usual form, and how it shall be proven. */
  'enrol-phone': object(
    { number: string(100), channel: choice('text', 'whatsapp', 'call') },
    {
      /** ISO 3166-1 alpha-2, for a number without country code. */
      country: string(2),
      /** Kept for display, never called (rule PHONE-2). */
      extension: string(20),
    },
  ),
  /** Answers `enrol-email`. */
  'enrol-email': object({ address: string(1_000) }),
  /** Answers `enrol-questions`: each by the id of a question, or by a question of one's own. */
  'enrol-questions': object({
    answers: array(
      object({ answer: string(1_000) }, { question: string(100), own: string(1_000) }),
      10,
    ),
  }),
  /** Answers `choose-registration`; adds one more in `manage`, and before a removal. */
  add: object({ type: open(...registrationTypes) }),
  /** Registers it anew in place of what it was (rule REGISTER-4). */
  change: registered,
  /** Asks to remove it; `confirm-removal` follows (rule REGISTER-7). */
  remove: registered,
  /** Offers it first from now on. */
  'make-default': registered,
  /** Answers `registration-needed`, `confirm-removal` and `reconfirm`; with an id, that one only. */
  confirm: object({}, { id: string(100) }),
  /** Register something else instead (rule REGISTER-3). */
  'use-different': nothing,
  /** Not now (rule REGISTER-1). */
  skip: nothing,
  /** Ends all sessions of the person (rule SESSION-2). */
  'sign-out-everywhere': nothing,
  /** More time for the flow; revives no code (rule SESSION-1). */
  extend: nothing,
  /** Send the code again; the old one dies (rule CODE-1). Calls or notifies again (rule CODE-3). */
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
/** What a person answers to a step, told apart by what they do. */
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

export const registrationIntentSchema = object(
  {},
  {
    /** Default: whatever is due, else `manage`. */
    mode: choice('interrupt', 'manage', 'reconfirm'),
  },
);
/** What starts a registration; whose, is known from the session that the host page vouches for. */
export type RegistrationIntent = Infer<typeof registrationIntentSchema>;

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
