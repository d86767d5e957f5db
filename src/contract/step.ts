import { refusalCodes } from './codes.js';
import {
  actionSchema,
  brandingSchema,
  countSchema,
  fieldsSchema,
  methodSchema,
  noticeSchema,
  problemSchema,
} from './parts.js';
import { passwordRuleSchema } from './password-rules.js';
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
};

/** Where the next answer goes: opaque, rotated at every step, kept in memory only. */
const token = string(200);
const inFlow = { ...always, token };
/** The username as accepted, shown back to the person. */
const username = string(320);

/** One map from kind to what that step carries: the only place where a step is described. */
export const stepSchemas = {
  /** Who are you: the answer to a `start` that cannot go on, with the problems that say why. */
  identify: object(always, sometimes),
  /** Choose how to prove who you are. */
  'choose-method': object({ ...inFlow, username, methods: array(methodSchema, 20) }, sometimes),
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
  /** Choose a new password. */
  'new-password': object({ ...inFlow, username, rules: array(passwordRuleSchema, 20) }, sometimes),
  /** Fields that the backend describes, for what the widget has no view of. */
  form: object(
    { ...inFlow, fields: fieldsSchema },
    { ...sometimes, title: string(200), lead: string(), submitLabel: string(100) },
  ),
  /** Go on elsewhere, by a top-level navigation (rule SCOPE-4). */
  leave: object({ ...always, url: string() }, { ...sometimes, name: string(200) }),
  /** It is done. */
  done: object(
    {
      ...always,
      username,
      outcome: choice('password-reset'),
      unlocked: boolean,
      /** Masked addresses that were told of it (rule NOTIFY-1). */
      told: array(string(200)),
    },
    { ...sometimes, signInUrl: string() },
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
    },
  ),
  /** A kind that this version does not know. Adapters make it; no backend sends it. */
  unknown: object(
    { ...always, received: string(100) },
    { ...sometimes, token, fields: fieldsSchema, title: string(200) },
  ),
};

export type StepKind = keyof typeof stepSchemas;

/** From kind to step. */
export type Steps = {
  readonly [K in StepKind]: { readonly kind: K } & Infer<(typeof stepSchemas)[K]>;
};

/** What a person sees next: a union told apart by `kind`. */
export type Step = Steps[StepKind];

export const stepSchema = variants('kind', stepSchemas);
