import { actionNames, methodTypes, noticeCodes, problemCodes, rungKinds } from './codes.js';
import {
  array,
  boolean,
  choice,
  type Infer,
  integer,
  object,
  open,
  record,
  scalar,
  string,
} from './schema.js';

/** Values that fill the gaps of a message: counts, times in milliseconds, names. Never a secret. */
const params = record(scalar);

export const problemSchema = object(
  {
    /** What is wrong; the widget has words for the known codes. */
    code: open(...problemCodes),
  },
  {
    /** The field of the answer that it belongs to; without it, the step as a whole. */
    field: string(100),
    /** The id of the rule that decided, such as `CODE-2`. */
    rule: string(40),
    params,
    /** Words in the flow's language, shown as text where the code is not known. */
    text: string(),
  },
);
/** Something a person can correct: a value on a step, never an exception. */
export type Problem = Infer<typeof problemSchema>;

export const noticeSchema = object(
  { code: open(...noticeCodes) },
  {
    params,
    /** Words in the flow's language, shown as text where the code is not known. */
    text: string(),
  },
);
/** Something told in passing, announced politely. */
export type Notice = Infer<typeof noticeSchema>;

export const actionSchema = object(
  { name: open(...actionNames) },
  {
    /** The method that the action is about, by its id. */
    method: string(100),
    /** Milliseconds until the action may be used; absent or 0: now. */
    readyInMs: integer(),
    /** How often it may still be used. */
    remaining: integer(),
    /** Words in the flow's language for an action that the widget does not know. */
    label: string(200),
  },
);
/** What may be done now besides answering the step. */
export type Action = Infer<typeof actionSchema>;

export const methodSchema = object(
  {
    /** Opaque and only meaningful within the flow; never derived from the address. */
    id: string(100),
    type: open(...methodTypes),
  },
  {
    /** The masked address or number (rule METHOD-7); shown left to right, isolated. */
    hint: string(200),
    /** Words in the flow's language for a type that the widget does not know. */
    label: string(200),
    advice: choice('recommended', 'not-recommended'),
    /** Milliseconds until the method ends (rule METHOD-4). */
    retiresInMs: integer(),
    /** Why it is listed and cannot be chosen, in words. */
    unavailable: string(),
  },
);
/** A way to prove who one is, as offered to a person. */
export type Method = Infer<typeof methodSchema>;

export const countSchema = object(
  {
    /** From 1. */
    index: integer(1, 100),
  },
  {
    /** Absent while it is not known. */
    total: integer(1, 100),
  },
);
/** A place in a row, such as step 2 of 5. */
export type Count = Infer<typeof countSchema>;

export const helpdeskSchema = object(
  {},
  {
    name: string(200),
    phone: string(50),
    /** When the phone is answered, in words of the organisation. */
    hours: string(200),
    email: string(320),
    /** `http:` or `https:`; opened in a new tab. */
    url: string(),
  },
);
/** Where a person finds help (rules TENANT-3, NOTIFY-3). */
export type Helpdesk = Infer<typeof helpdeskSchema>;

export const brandingSchema = object(
  { name: string(200) },
  {
    /** `https:` or `data:image/…`. */
    logo: string(200_000),
    helpdesk: helpdeskSchema,
  },
);
/** Who is asking (rule TENANT-3). */
export type Branding = Infer<typeof brandingSchema>;

export const fieldSchema = object(
  {
    /** The key of its value in the answer. */
    name: string(100),
    type: open('text', 'email', 'tel', 'numeric', 'password'),
    /** In the flow's language. */
    label: string(200),
    required: boolean,
  },
  {
    hint: string(),
    /** A token of the HTML `autocomplete` attribute. */
    autocomplete: string(100),
    maxLength: integer(1),
  },
);
/** A field that a backend describes because the widget has no view of its own for it. */
export type Field = Infer<typeof fieldSchema>;

export const rungSchema = object(
  { kind: open(...rungKinds) },
  {
    /** Words in the flow's language: what it is called, where the widget does not know the kind. */
    label: string(200),
    /** What to bring or to expect, in the flow's language. */
    text: string(),
    /** `http:`, `https:` or `mailto:`; where to go for it. */
    url: string(),
  },
);
/** One way back for a person who has lost everything: a rung of a ladder. */
export type Rung = Infer<typeof rungSchema>;

/** The fields of a form, in their order. */
export const fieldsSchema = array(fieldSchema, 20);
