import { createHttpAdapter, type HttpAdapterOptions } from '../../../src/adapters/http.js';
import type { Adapter } from '../../../src/contract/adapter.js';
import { SsprError } from '../../../src/contract/error.js';

export const endpoint = 'https://id.fabrikam.example/api/sspr';

export const attempt = { locale: 'de-AT', attemptId: 'attempt-1' };

/** A step as it comes over the wire, with these values on top. */
export const step = (values: object = {}) => ({
  kind: 'choose-method',
  token: 'token-1',
  username: 'alex@fabrikam.example',
  methods: [{ id: 'm1', type: 'email', hint: 'al•••••@c••••o.example' }],
  actions: [],
  problems: [],
  notices: [],
  ...values,
});

/** The first step of a registration as it comes over the wire, with these values on top. */
export const manage = (values: object = {}) =>
  step({
    kind: 'manage',
    methods: undefined,
    registered: [registered()],
    registrable: [{ type: 'phone', may: 'yes', limit: 1 }],
    required: 1,
    ...values,
  });

export const registered = (values: object = {}) => ({
  id: 'r1',
  type: 'email',
  source: 'registered',
  hint: 'al•••••@c••••o.example',
  isDefault: true,
  may: { change: 'yes', remove: 'yes', makeDefault: 'already-default' },
  resets: true,
  ifLost: { resets: false, left: [] },
  ...values,
});

export const enrolApp = (values: object = {}) =>
  step({
    kind: 'enrol-app',
    methods: undefined,
    uri: 'otpauth://totp/Fabrikam:alex?secret=JBSWY3DPEHPK3PXP',
    key: 'JBSW Y3DP EHPK 3PXP',
    proofs: ['notification', 'code'],
    ...values,
  });

/** A captcha as it comes over the wire, with these values on top. */
export const pictureCaptcha = (values: object = {}) => ({
  kind: 'picture',
  challenge: 'c1',
  picture: 'data:image/svg+xml;base64,PHN2Zy8+',
  audio: 'data:audio/wav;base64,UklGRg==',
  work: {
    algorithm: 'SHA-256',
    challenge: 'ab12',
    salt: 'cd34?expires=1795528200',
    maxNumber: 50_000,
    signature: 'ef56',
  },
  expiresInMs: 300_000,
  ...values,
});

export const discovery = (values: object = {}) => ({
  contract: 1,
  captcha: { kind: 'none' },
  ...values,
});

export const json = (value: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(value), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });

export type Answerer = (url: string, init: RequestInit) => Response | Promise<Response>;

/** An adapter whose requests are answered by `answerer`. */
export const adapterOver = (
  answerer: Answerer,
  options: Partial<HttpAdapterOptions> = {},
): Adapter =>
  createHttpAdapter({
    endpoint,
    fetch: async (input, init = {}) => answerer(String(input), init),
    ...options,
  });

/** What `start` makes of a response. */
export const startWith = (answerer: Answerer, options?: Partial<HttpAdapterOptions>) =>
  adapterOver(answerer, options).reset.start({ username: 'alex@fabrikam.example' }, attempt);

/** The register side, which the http adapter always has. */
export function registerOver(answerer: Answerer, options?: Partial<HttpAdapterOptions>) {
  const { register } = adapterOver(answerer, options);
  if (!register) throw new Error('The http adapter has no register side.');
  return register;
}

/** What the `start` of a registration makes of a response. */
export const registerWith = (answerer: Answerer, options?: Partial<HttpAdapterOptions>) =>
  registerOver(answerer, options).start({}, attempt);

/** The `SsprError` that a call fails with. */
export async function failureOf(call: Promise<unknown>): Promise<SsprError> {
  const failure = await call.then(
    () => new Error('It did not fail.'),
    (error: unknown) => error,
  );
  if (failure instanceof SsprError) return failure;
  throw failure;
}

/** A clock that stands still until it is wound. */
export class FakeClock {
  #now = Date.UTC(2026, 10, 24, 14, 30);
  #wishes: { at: number; callback: () => void }[] = [];

  now = () => this.#now;

  after = (ms: number, callback: () => void) => {
    const wish = { at: this.#now + ms, callback };
    this.#wishes.push(wish);
    return () => {
      this.#wishes = this.#wishes.filter((one) => one !== wish);
    };
  };

  /** How many milliseconds until the next wish, or `undefined` where nothing waits. */
  get nextInMs(): number | undefined {
    const next = Math.min(...this.#wishes.map(({ at }) => at));
    return Number.isFinite(next) ? next - this.#now : undefined;
  }

  get waiting(): number {
    return this.#wishes.length;
  }

  wind(ms: number) {
    this.#now += ms;
    const due = this.#wishes.filter(({ at }) => at <= this.#now);
    this.#wishes = this.#wishes.filter(({ at }) => at > this.#now);
    for (const { callback } of due) callback();
  }
}

/** Lets all that is ready to run do so. */
export const settle = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A signal's end, or never. */
export const never = () => new Promise<never>(() => {});
