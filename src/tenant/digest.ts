const encoder = new TextEncoder();

export const hex = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** HMAC-SHA-256 under a key that only the tenant has: what it makes says nothing without the key. */
export class KeyedDigest {
  readonly #key: Promise<CryptoKey>;

  constructor(key: Uint8Array<ArrayBuffer>) {
    this.#key = crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
  }

  /** 32 bytes that follow from `text`. */
  async bytes(text: string): Promise<Uint8Array<ArrayBuffer>> {
    const signed = await crypto.subtle.sign('HMAC', await this.#key, encoder.encode(text));
    return new Uint8Array(signed);
  }

  /** The same as hexadecimal digits. */
  async text(text: string): Promise<string> {
    return hex(await this.bytes(text));
  }
}
