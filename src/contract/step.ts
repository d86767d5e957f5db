import { goals, methodTypes, refusalCodes, registrationTypes } from './codes.js';
import {
  actionSchema,
  brandingSchema,
  countSchema,
  fieldsSchema,
  methodSchema,
  noticeSchema,
  problemSchema,
  rungSchema,
} from './parts.js';
import { passwordRuleSchema } from './password-rules.js';
import { questionSchema, registeredSchema, registrableSchema } from './registration.js';
import {
  array,
  boolean,
  choice,
  type Infer,
  integer,
  object,
  open,
  string,
  variants,
} from './schema.js';

/** What every step says. */
const always = {
  /** What may be done now besides answering. */
  actions: array(actionSchema, 20),
  /** What the person can correct. */
  problems: array(problemSchema, 20),
  /** What is told in passing. */
  notices: array(noticeSchema, 20),
};

/** What a step may say. */
const sometimes = {
  /** How many steps the person sees; no total before the username is accepted. */
  progress: countSchema,
  /** Which proof of how many this is (rule GATE-1). */
  gate: countSchema,
  /** Milliseconds of the flow that are left (rule SESSION-1). */
  expiresInMs: integer(),
  /** To quote to the helpdesk; finds the attempt, tells nothing about the person (rule REFUSAL-1). */
  supportCode: string(40),
  branding: brandingSchema,
  /**
   * What a proof is for, where it is not for the password: to go on with the registration
   * (rule REGISTER-6), or to show that what is being registered works (rule REGISTER-5).
   */
  purpose: choice('fresh-proof', 'registration'),
  /**
   * Names the flow to `resume` with, the same at every step. Worth nothing without what the browser
   * keeps for the backend, such as an `HttpOnly` cookie; so a page may store it.
   */
  resumable: string(200),
};

/** Where the next answer goes: opaque, rotated at every step, kept in memory only. */
const token = string(200);
const inFlow = { ...always, token };
/** The username as accepted, shown back to the person. */
const username = string(320);

/** Steps that a reset and a registration have in common. */
const commonSchemas = {
  /** Choose how to prove who you are. */
  'choose-method': object({ ...inFlow, username, methods: array(methodSchema, 20) }, sometimes),
  /** Type the complete number before anything is sent there (rule PHONE-3). */
  'confirm-target': object({ ...inFlow, username, method: methodSchema }, sometimes),
  /** Type a code that was sent, or that an app shows. */
  'enter-code': object(
    { ...inFlow, username, method: methodSchema, digits: integer(4) },
    {
      ...sometimes,
      /** Milliseconds that the code is good for (rule CODE-1); absent for an app's code. */
      codeExpiresInMs: integer(),
      /** The smallest of all limits that apply (rule CODE-2). */
      triesLeft: integer(),
    },
  ),
  /** Answer the questions that were drawn, all at once (rule QUESTION-5). */
  'answer-questions': object(
    { ...inFlow, username, method: methodSchema, questions: array(questionSchema, 5) },
    { ...sometimes, triesLeft: integer() },
  ),
  /**
   * Something happens elsewhere: the person answers a call or a notification, or a password is on its
   * way. The next step comes by `watch`.
   */
  wait: object(
    { ...inFlow, username, for: choice('notification', 'call', 'writeback') },
    {
      ...sometimes,
      method: methodSchema,
      /** Two digits to type in the app (METHOD: number matching). */
      number: string(10),
      /** Milliseconds until nobody waits any more (rule CODE-3). */
      waitExpiresInMs: integer(),
      triesLeft: integer(),
    },
  ),
  /** Fields that the backend describes, for what the widget has no view of. */
  form: object(
    { ...inFlow, fields: fieldsSchema },
    {
      ...sometimes,
      title: string(200),
      lead: string(),
      submitLabel: string(100),
      /** The way of proving that the fields are for; a host may have a view of its own for its type. */
      method: methodSchema,
    },
  ),
  /** Go on elsewhere, by a top-level navigation (rule SCOPE-4). */
  leave: object({ ...always, url: string() }, { ...sometimes, name: string(200) }),
  /** It is done. */
  done: object(
    {
      ...always,
      username,
      outcome: choice('password-reset', 'account-unlocked', 'registered', 'confirmed', 'skipped'),
      /** Whether a locked account is open again (rules LOCK-1, WRITEBACK-3). */
      unlocked: boolean,
      /** Masked addresses that were told of it (rules NOTIFY-1, NOTIFY-4). */
      told: array(string(200)),
    },
    {
      ...sometimes,
      signInUrl: string(),
      /** What is registered now: the summary of a registration. */
      registered: array(registeredSchema, 50),
    },
  ),
  /** It ends here, with a way on (rule REFUSAL-1). */
  refused: object(
    { ...always, code: open(...refusalCodes) },
    {
      ...sometimes,
      /** Present while the flow still takes an action, such as `contact`. */
      token,
      /** The id of the rule that decided; the uniform voice names only what it may (rule REFUSAL-2). */
      rule: string(40),
      /** Milliseconds until it can be tried again (rule THROTTLE-5). */
      retryInMs: integer(),
      /** Words in the flow's language, shown as text where the code is not known. */
      text: string(),
      /** Ways back for a person who has lost everything, in the order to try them. */
      ladder: array(rungSchema, 10),
    },
  ),
  /** A kind that this version does not know. Adapters make it; no backend sends it. */
  unknown: object(
    { ...always, received: string(100) },
    { ...sometimes, token, fields: fieldsSchema, title: string(200), method: methodSchema },
  ),
};

/** One map from kind to what that step of a reset carries. */
export const stepSchemas = {
  /** Who are you: the answer to a `start` that cannot go on, with the problems that say why. */
  identify: object(always, sometimes),
  /** A new password, or only an open account (rule WRITEBACK-3). */
  'choose-goal': object({ ...inFlow, username, goals: array(choice(...goals), 2) }, sometimes),
  /** Choose a new password. */
  'new-password': object(
    { ...inFlow, username, rules: array(passwordRuleSchema, 20) },
    {
      ...sometimes,
      /** Whether it is typed twice (rule PASSWORD-6). Absent: it is. */
      confirm: boolean,
      /** Whether `checkPassword` judges while a person types what only the backend can tell. */
      checks: boolean,
    },
  ),
  ...commonSchemas,
};

/** What a step may say that registers something. */
const enrolling = {
  ...sometimes,
  /** Methods that it is for and that end, and in how many milliseconds (rule METHOD-4). */
  retiring: array(object({ method: open(...methodTypes), inMs: integer() }), 10),
};

/** One map from kind to what that step of a registration carries. */
export const registrationStepSchemas = {
  /** The organisation needs more: what is missing, before the first of it (rule REGISTER-1). */
  'registration-needed': object(
    { ...inFlow, username, missing: array(open(...registrationTypes), 20) },
    sometimes,
  ),
  /** Choose what to register (rule REGISTER-3). */
  'choose-registration': object(
    { ...inFlow, username, registrable: array(registrableSchema, 20) },
    sometimes,
  ),
  /** What is registered, and what could be (rule REGISTER-4). */
  manage: object(
    {
      ...inFlow,
      username,
      registered: array(registeredSchema, 50),
      registrable: array(registrableSchema, 20),
      /** How many proofs a reset asks for (rule GATE-1). */
      required: integer(1),
    },
    {
      ...sometimes,
      /** The type that would help most, should something be lost. */
      suggestion: open(...registrationTypes),
    },
  ),
  /** Whether to remove it, and what that costs (rule REGISTER-7). */
  'confirm-removal': object(
    { ...inFlow, username, registered: registeredSchema },
    {
      ...sometimes,
      /** The type with which a reset would still be possible; comes with the action `add`. */
      suggestion: open(...registrationTypes),
    },
  ),
  /** Whether all of it is still right (rule REGISTER-2). */
  reconfirm: object(
    { ...inFlow, username, registered: array(registeredSchema, 50) },
    {
      ...sometimes,
      /** How many days pass until it is asked again. */
      againInDays: integer(1),
    },
  ),
  /** Bring an authenticator app to know the account. */
  'enrol-app': object(
    {
      ...inFlow,
      username,
      /** `otpauth://totp/…`, for a QR code. A secret. */
      uri: string(),
      /** The same secret to type, base 32 in groups of four. */
      key: string(200),
      /** How the app can show that it works. */
      proofs: array(choice('notification', 'code'), 2),
    },
    enrolling,
  ),
  /** Type a telephone number. */
  'enrol-phone': object(
    {
      ...inFlow,
      username,
      type: choice('phone', 'alternate-phone', 'office-phone'),
      /** How the number can be proven (rule REGISTER-5). */
      channels: array(choice('text', 'whatsapp', 'call'), 3),
    },
    {
      ...enrolling,
      /** The country to start from, ISO 3166-1 alpha-2. */
      country: string(2),
    },
  ),
  /** Type an address. */
  'enrol-email': object({ ...inFlow, username }, enrolling),
  /** Choose questions and answer them (rules QUESTION-1 to 4). */
  'enrol-questions': object(
    {
      ...inFlow,
      username,
      questions: array(questionSchema, 60),
      /** How many are needed. */
      count: integer(1, 10),
      /** How long an answer is, in characters. */
      answerLength: object({ min: integer(1), max: integer(1) }),
    },
    {
      ...enrolling,
      /** How long a question of one's own may be; absent where there are none. */
      ownLength: object({ min: integer(1), max: integer(1) }),
    },
  ),
  ...commonSchemas,
};

/** The kinds of step of a reset. */
export type StepKind = keyof typeof stepSchemas;
/** The kinds of step of a registration. */
export type RegistrationStepKind = keyof typeof registrationStepSchemas;

/** From kind to step of a reset. */
export type Steps = {
  readonly [K in StepKind]: { readonly kind: K } & Infer<(typeof stepSchemas)[K]>;
};
/** From kind to step of a registration. */
export type RegistrationSteps = {
  readonly [K in RegistrationStepKind]: {
    readonly kind: K;
  } & Infer<(typeof registrationStepSchemas)[K]>;
};

/** What a person sees next in a reset: a union told apart by `kind`. */
export type Step = Steps[StepKind];
/** What a person sees next in a registration. */
export type RegistrationStep = RegistrationSteps[RegistrationStepKind];

/** A step of either flow. Kinds that both have are one and the same. */
export type AnyStep = Step | RegistrationStep;
/** The kinds of step of either flow. */
export type AnyStepKind = StepKind | RegistrationStepKind;
/** From kind to step of either flow. */
export type AnySteps = Steps & RegistrationSteps;

export const stepSchema = variants('kind', stepSchemas);
export const registrationStepSchema = variants('kind', registrationStepSchemas);
