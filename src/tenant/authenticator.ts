import { Secret, TOTP } from 'otpauth';
import type { TenantPolicy } from '../policy/index.js';
import type { AppData } from './person.js';
import type { Random } from './random.js';

type AppPolicy = TenantPolicy['appCodes'];

/** 160 bits, as RFC 4226 section 4 recommends. */
const secretBytes = 20;

/** One enrolled authenticator app or hardware token (RFC 6238). */
export class Authenticator {
  /** Whether it takes notifications too. */
  readonly notifications: boolean;
  readonly #secret: Secret;
  readonly #algorithm: 'SHA1' | 'SHA256';
  readonly #stepMs: number | undefined;
  /** The step whose code was taken last: neither it nor an older one is taken again. */
  #lastStep = -1;

  /** @param random where a secret comes from that is not given */
  constructor({ secret, notifications, algorithm, stepMs }: AppData, random: Random) {
    this.#secret =
      secret === undefined
        ? new Secret({ buffer: random.bytes(secretBytes).buffer })
        : Secret.fromBase32(secret);
    this.notifications = notifications ?? false;
    this.#algorithm = algorithm ?? 'SHA1';
    this.#stepMs = stepMs;
  }

  /** Base 32: what the person's app keeps. */
  get secret(): string {
    return this.#secret.base32;
  }

  /** What a QR code says: `otpauth://totp/Organisation:name@…`. A secret. */
  uri(label: string, issuer: string, policy: AppPolicy): string {
    const { digits, period } = this.#options(policy);
    return new TOTP({
      issuer,
      label,
      secret: this.#secret,
      algorithm: this.#algorithm,
      digits,
      period,
    }).toString();
  }

  /** The code that the app shows, and how long it does. */
  shown(policy: AppPolicy, now: number): { readonly code: string; readonly secondsLeft: number } {
    const { digits, period } = this.#options(policy);
    const { algorithm, secret } = { algorithm: this.#algorithm, secret: this.#secret };
    return {
      code: TOTP.generate({ secret, algorithm, digits, period, timestamp: now }),
      secondsLeft: Math.ceil(TOTP.remaining({ period, timestamp: now }) / 1_000),
    };
  }

  /** Takes a code, at most once and within the drift of the policy. */
  take(code: string, policy: AppPolicy, now: number): 'right' | 'wrong' | 'reused' {
    const { digits, period } = this.#options(policy);
    const delta = TOTP.validate({
      token: code,
      secret: this.#secret,
      algorithm: this.#algorithm,
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

  #options({ digits, stepMs }: AppPolicy) {
    return { digits, period: (this.#stepMs ?? stepMs) / 1_000 };
  }
}
