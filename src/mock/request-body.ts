import { maxRequestBytes } from '../contract/http.js';
import { type JsonSchema, mismatch } from '../contract/schema.js';
import { problemResponse } from './problem-response.js';

/** The JSON body of a request that fits `schema` and says nothing more, or the refusal to send. */
export async function readRequest<T>(request: Request, schema: JsonSchema): Promise<T | Response> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    return problemResponse(415, 'The content type must be application/json.');
  const bytes = await readBytes(request);
  if (!bytes) return problemResponse(413, `The body must not exceed ${maxRequestBytes} bytes.`);
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return problemResponse(400, 'The body must be JSON in UTF-8.');
  }
  const wrong = mismatch(schema, json, true);
  return wrong ? problemResponse(400, `The body does not fit: ${wrong}.`) : (json as T);
}

/** `undefined` where there is too much; what is over the limit is never held in memory. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get('content-length')) > maxRequestBytes) return undefined;
  // Firefox long had no `Request.body`: https://bugzilla.mozilla.org/show_bug.cgi?id=1387483
  if (!request.body) {
    const whole = new Uint8Array(await request.arrayBuffer());
    return whole.length > maxRequestBytes ? undefined : whole;
  }
  const reader = request.body.getReader();
  const body = new Uint8Array(maxRequestBytes);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return body.slice(0, length);
    if (length + value.length > maxRequestBytes) {
      await reader.cancel();
      return undefined;
    }
    body.set(value, length);
    length += value.length;
  }
}
