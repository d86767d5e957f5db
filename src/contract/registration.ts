import { hindranceCodes, registrationTypes } from './codes.js';
import { array, boolean, choice, type Infer, integer, object, open, string } from './schema.js';

/** Whether something may be done, or why not. */
const may = open('yes', ...hindranceCodes);

export const recoverabilitySchema = object({
  /** Whether the person could still reset (rules GATE-1 to 5). */
  resets: boolean,
  /** What would be left for that, by type. */
  left: array(open(...registrationTypes), 20),
});
/** What happens to a person who loses one of their methods. */
export type Recoverability = Infer<typeof recoverabilitySchema>;

export const registeredSchema = object(
  {
    /** Opaque; names it in answers of this flow. */
    id: string(100),
    type: open(...registrationTypes),
    /** Typed in by the person, or filled in by the organisation (rule GATE-3). */
    source: choice('registered', 'directory'),
    /** Whether it is offered first. */
    isDefault: boolean,
    /** Rule REGISTER-4. */
    may: object({ change: may, remove: may, makeDefault: may }),
    /** Whether it counts for a reset now (rule GATE-3). */
    resets: boolean,
    ifLost: recoverabilitySchema,
  },
  {
    /** The masked address or number (rule METHOD-7); left to right, isolated. */
    hint: string(200),
    /** Words in the flow's language for a type that the widget does not know. */
    label: string(200),
    /** When it was registered, milliseconds since 1970 by the backend's clock. */
    addedAt: integer(),
    /** Milliseconds until the method ends (rule METHOD-4). */
    retiresInMs: integer(),
    /** Whether the person has said in this flow that it is still right (rule REGISTER-2). */
    confirmed: boolean,
  },
);
/** Something that a person has registered. */
export type Registered = Infer<typeof registeredSchema>;

export const registrableSchema = object(
  {
    type: open(...registrationTypes),
    /** `yes`, or why it cannot be added. */
    may,
  },
  {
    label: string(200),
    /** How many there may be. */
    limit: integer(1),
    advice: choice('recommended', 'not-recommended'),
    /** Milliseconds until the method ends (rule METHOD-4). */
    retiresInMs: integer(),
  },
);
/** Something that a person could register. */
export type Registrable = Infer<typeof registrableSchema>;

export const questionSchema = object({
  /** Opaque; names it in the answer. */
  id: string(100),
  /** In the flow's language; a custom one as it was typed (rule QUESTION-2). */
  text: string(200),
});
/** A security question. */
export type Question = Infer<typeof questionSchema>;
