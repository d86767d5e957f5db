import { SsprError } from '../contract/error.js';

/** Where a response comes from, and what its reading may know. */
export interface Source {
  /** The path below the endpoint, for messages. */
  readonly path: string;
  readonly endpoint: string;
  readonly allowedOrigins: readonly string[];
  readonly now: () => number;
}

/** No answer of the contract comes near this many bytes. */
const maxBytes = 1_000_000;

/** Throws what a response other than 2xx means. Its body is left unread: the status says enough. */
export function requireSuccess(response: Response, { path, now }: Source): void {
  const { status } = response;
  if (response.redirected)
    throw new SsprError('malformed-answer', `${path}: expected no redirect.`);
  if (response.ok) return;
  const code =
    status === 404
      ? 'not-found'
      : status === 401 || status === 403
        ? 'unauthorized'
        : status === 429
          ? 'rate-limited'
          : status >= 500
            ? 'server'
            : status >= 400
              ? 'rejected'
              : 'malformed-answer';
  throw new SsprError(code, `${path}: HTTP ${status}.`, {
    retryAfterMs: retryAfterMs(response.headers, now()),
  });
}

/** Milliseconds to wait, from seconds or a date (RFC 9110, 10.2.3), in either usual header. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after') ?? headers.get('x-retry-after') ?? '';
  // A date begins with the name of its day; engines make dates of far less than that.
  const date = /^[a-z]/i.test(value) ? Date.parse(value) : Number.NaN;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : date - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** The JSON object that a response carries; what is not one is told without repeating any of it. */
export async function readJson(
  response: Response,
  { path }: Source,
): Promise<Record<string, unknown>> {
  const malformed = (expected: string) =>
    new SsprError('malformed-answer', `${path}: expected ${expected}.`);
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(response.headers.get('content-type') ?? ''))
    throw malformed(`content of type application/json, HTTP ${response.status}`);
  const text = await readText(response);
  if (text === undefined) throw malformed(`at most ${maxBytes} bytes`);
  let json: unknown;
  try {
    json = JSON.parse(text);
    removePrototypes(json);
  } catch {
    // The parser's message quotes the text, so it goes no further.
    throw malformed('complete JSON of sensible depth');
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw malformed('a JSON object');
  return json as Record<string, unknown>;
}

/** The contract nests less than ten levels. */
const maxDepth = 50;

/**
 * Takes away own properties named `__proto__`: harmless here, but not in a host that copies by
 * assignment. Throws where it is too deep, before an engine's stack is (a reviver of `JSON.parse`
 * would take WebKit's page down).
 */
function removePrototypes(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > maxDepth) throw new RangeError();
  if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__');
  for (const inner of Object.values(value)) removePrototypes(inner, depth + 1);
}

/** `undefined` where there is too much of it; the rest is then not downloaded. */
async function readText(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) return undefined;
    text += decoder.decode(value, { stream: true });
  }
}
