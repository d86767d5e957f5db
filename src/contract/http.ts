/**
 * The reference HTTP contract as data: which operation lies where, and what it takes. The OpenAPI
 * file is written from it and the mock backend serves it. The client does not import it, so that
 * the embed does not carry it.
 */
import {
  answerSchema,
  discoveryHintSchema,
  registrationIntentSchema,
  resetIntentSchema,
} from './answer.js';
import { type Infer, integer, type JsonSchema, object, open, string } from './schema.js';

export const advanceRequestSchema = object({
  /** The token of the step that is answered. */
  token: string(200),
  answer: answerSchema,
});
/** The body of `advance`. */
export type AdvanceRequest = Infer<typeof advanceRequestSchema>;

export const tokenRequestSchema = object({
  /** The token of the newest step. In the body, because addresses end up in logs and histories. */
  token: string(200),
});
/** The body of `watch` and of `cancel`. */
export type TokenRequest = Infer<typeof tokenRequestSchema>;

export const resumeRequestSchema = object({
  /** The name of the flow, from the newest step that was seen (`resumable`). */
  at: string(200),
});
/** The body of `resume`. */
export type ResumeRequest = Infer<typeof resumeRequestSchema>;

export const passwordCheckRequestSchema = object({
  /** The token of the step where the password is typed; it is not spent. */
  token: string(200),
  password: string(1_000),
});
/** The body of `checkPassword`. */
export type PasswordCheckRequest = Infer<typeof passwordCheckRequestSchema>;

export const problemDetailsSchema = object(
  {
    /** `about:blank`: the meaning is that of the status code. */
    type: string(),
    /** The phrase of the status code. */
    title: string(200),
    /** The status code of the answer. */
    status: integer(400),
    /** The failure in the words of `SsprErrorCode`. */
    code: open('rejected', 'unauthorized', 'not-found', 'rate-limited', 'server'),
  },
  {
    /** A sentence for developers. Never an echo of a value that was sent. */
    detail: string(),
  },
);
/** Why a request was not served (RFC 9457). What a person can correct is never this, but a step with problems. */
export type ProblemDetails = Infer<typeof problemDetailsSchema>;

/** An operation: always a POST, so that no secret stands in an address. */
export interface Operation {
  readonly path: string;
  readonly request: JsonSchema;
  /** Whether it may change something and so needs an `Idempotency-Key`. */
  readonly idempotencyKey: boolean;
}

export const operations = {
  discover: { path: '/v1/discover', request: discoveryHintSchema, idempotencyKey: false },
  start: { path: '/v1/reset/start', request: resetIntentSchema, idempotencyKey: true },
  advance: { path: '/v1/reset/advance', request: advanceRequestSchema, idempotencyKey: true },
  watch: { path: '/v1/reset/watch', request: tokenRequestSchema, idempotencyKey: false },
  cancel: { path: '/v1/reset/cancel', request: tokenRequestSchema, idempotencyKey: false },
  resume: { path: '/v1/reset/resume', request: resumeRequestSchema, idempotencyKey: true },
  checkPassword: {
    path: '/v1/reset/check-password',
    request: passwordCheckRequestSchema,
    idempotencyKey: false,
  },
  registerStart: {
    path: '/v1/register/start',
    request: registrationIntentSchema,
    idempotencyKey: true,
  },
  registerAdvance: {
    path: '/v1/register/advance',
    request: advanceRequestSchema,
    idempotencyKey: true,
  },
  registerWatch: { path: '/v1/register/watch', request: tokenRequestSchema, idempotencyKey: false },
  registerCancel: {
    path: '/v1/register/cancel',
    request: tokenRequestSchema,
    idempotencyKey: false,
  },
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof operations;

/** A server need not read a larger request body, in bytes. */
export const maxRequestBytes = 64 * 1024;
