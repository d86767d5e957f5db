import type { Message } from '../../../../src/tenant/index.js';

export const digitsOf = (number: string): string => number.replace(/x.*$/, '').replace(/\D/g, '');

/**
 * What the worlds of the walks make their secrets of: passwords, answers, alternate addresses, numbers
 * (however spaced).
 */
const secret =
  /Old-Saucer|Blue-Teapot|zanswer|[^\s"]@mail\.example|1\s*5\s*1\s*1\s*2\s*3\s*4\s*5\s*\d/i;
const tokenLike = /[\w-]{32,}/g;
const codeLike = /(?<!\d)\d{6,8}(?!\d)/g;

/** Where a secret belongs: what enrols an app, the number that is typed in the app, tokens themselves. */
const itsPlace: ReadonlySet<string> = new Set(['token', 'uri', 'key', 'number']);

/** What may be said openly and holds digits: times. */
const isTime = (key: string): boolean => key === 'at' || key.endsWith('Ms') || key.endsWith('At');

/** Knows every secret that came about (secrets of apps among the tokens), and looks for it where it has no business. */
export class Secrets {
  readonly tokens = new Set<string>();
  readonly codes = new Set<string>();

  /** What is secret in a text, or undefined. */
  in(text: string): string | undefined {
    const found = secret.exec(text);
    if (found) return found[0];
    return (
      (text.match(tokenLike) ?? []).find((run) => this.tokens.has(run)) ??
      (text.match(codeLike) ?? []).find((run) => this.codes.has(run))
    );
  }

  /** @throws where a value holds a secret that has no place there */
  check(what: string, value: unknown): void {
    const text = JSON.stringify(value, (key, inner: unknown) =>
      itsPlace.has(key) || (typeof inner === 'number' && isTime(key)) ? undefined : inner,
    );
    const found = this.in(text);
    if (found !== undefined) throw new Error(`${found} in ${what}: ${text}`);
  }

  /** A subject holds no secret; a body holds no other than its own code. */
  checkMessage(message: Message): void {
    if ('subject' in message) this.check('a subject', message.subject);
    const body = message.code === undefined ? message.body : message.body.replace(message.code, '');
    const codes = [...(body.match(codeLike) ?? [])].filter((run) => this.codes.has(run));
    const found = secret.exec(body)?.[0] ?? codes[0];
    if (found !== undefined) throw new Error(`${found} in a body: ${body}`);
  }
}
