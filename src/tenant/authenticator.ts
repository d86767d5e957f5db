import { Secret, TOTP } from 'otpauth';
import type { TenantPolicy } from '../policy/index.js';
import type { Random } from './random.js';

type AppPolicy = TenantPolicy['appCodes'];

/** 160 bits, as RFC 4226 section 4 recommends. */
const secretBytes = 20;

/** One enrolled authenticator app (RFC 6238 with SHA-1). */
export class Authenticator {
  readonly #secret: Secret;
  /** The step whose code was taken last: neither it nor an older one is taken again. */
  #lastStep = -1;

  /** @param secret base 32, or where to take one from */
  constructor(secret: string | Random) {
    this.#secret =
      typeof secret === 'string'
        ? Secret.fromBase32(secret)
        : new Secret({ buffer: secret.bytes(secretBytes).buffer });
  }

  /** Base 32: what the person's app keeps. */
  get secret(): string {
    return this.#secret.base32;
  }

  /** The code that the app shows, and how long it does. */
  shown(policy: AppPolicy, now: number): { readonly code: string; readonly secondsLeft: number } {
    const { digits, period } = options(policy);
    return {
      code: TOTP.generate({ secret: this.#secret, digits, period, timestamp: now }),
      secondsLeft: Math.ceil(TOTP.remaining({ period, timestamp: now }) / 1_000),
    };
  }

  /** Takes a code, at most once and within the drift of the policy. */
  take(code: string, policy: AppPolicy, now: number): 'right' | 'wrong' | 'reused' {
    const { digits, period } = options(policy);
    const delta = TOTP.validate({
      token: code,
      secret: this.#secret,
      digits,
      period,
      timestamp: now,
      window: policy.drift,
    });
    if (delta === null) return 'wrong';
    const step = TOTP.counter({ period, timestamp: now }) + delta;
    if (step <= this.#lastStep) return 'reused';
    this.#lastStep = step;
    return 'right';
  }
}

const options = ({ digits, stepMs }: AppPolicy) => ({ digits, period: stepMs / 1_000 });
