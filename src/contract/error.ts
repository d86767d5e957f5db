/** What kept a call from being answered. */
export type SsprErrorCode =
  /** Nothing came back: no network, or the server closed the connection. */
  | 'offline'
  /** No answer in time. */
  | 'timeout'
  /** Too many requests (HTTP 429). */
  | 'rate-limited'
  /** The server failed (HTTP 5xx). */
  | 'server'
  /** There is nothing at this address (HTTP 404): the endpoint is wrong. */
  | 'not-found'
  /** The host page's own sign-in ended (HTTP 401, 403). */
  | 'unauthorized'
  /** The server would not take the request (any other HTTP 4xx). */
  | 'rejected'
  /** An answer that is not of this contract. */
  | 'malformed-answer'
  /** The backend speaks another version of the contract. */
  | 'unsupported-contract'
  /** The answer leads to an origin that is not allowed. */
  | 'off-origin';

const retryables: ReadonlySet<SsprErrorCode> = new Set([
  'offline',
  'timeout',
  'rate-limited',
  'server',
  'malformed-answer',
]);

/** A transport or protocol failure. Its message is for developers and holds no secret. */
export class SsprError extends Error {
  override readonly name = 'SsprError';
  /** Milliseconds that the server asked to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(
    /** What kept the call from being answered; says what the person is told. */
    readonly code: SsprErrorCode,
    message: string,
    options: { readonly retryAfterMs?: number | undefined; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }

  /**
   * By name, not by identity: an adapter may come with another copy of this package than the element.
   */
  static override [Symbol.hasInstance](value: unknown): value is SsprError {
    return value instanceof Error && value.name === 'SsprError';
  }

  /** Whether the same attempt may be sent again. */
  get retryable(): boolean {
    return retryables.has(this.code);
  }
}
