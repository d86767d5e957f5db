import { hex } from './digest.js';

/** Makes of a password what can be stored. Slow on purpose; the same for the same password and salt. */
export type PasswordHash = (password: string, salt: Uint8Array<ArrayBuffer>) => Promise<string>;

const encoder = new TextEncoder();

/**
 * PBKDF2 with HMAC-SHA-256.
 * @param iterations default 600,000 (OWASP Password Storage Cheat Sheet); tests take 1
 */
export const pbkdf2 =
  ({ iterations = 600_000 }: { readonly iterations?: number } = {}): PasswordHash =>
  async (password, salt) => {
    const secret = encoder.encode(password.normalize('NFKC'));
    const key = await crypto.subtle.importKey('raw', secret, { name: 'PBKDF2' }, false, [
      'deriveBits',
    ]);
    const bits = await crypto.subtle.deriveBits(
      { name: 'PBKDF2', hash: 'SHA-256', iterations, salt },
      key,
      256,
    );
    return hex(new Uint8Array(bits));
  };
