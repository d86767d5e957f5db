import { Log } from './log.js';

/** A mail that the tenant sent. */
export interface Mail {
  readonly channel: 'email';
  readonly purpose: 'code' | 'password-reset' | 'cannot-reset' | 'contact';
  /** The username of whoever gets it. */
  readonly recipient: string;
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The language it is written in, a BCP 47 tag. */
  readonly locale: string;
  readonly subject: string;
  readonly body: string;
  /** The code in it, where its purpose is `code`. */
  readonly code?: string;
}

/** All that a tenant sends, told apart by `channel`. */
export type Message = Mail;

/** Brings a message to where people read it. What it answers is not waited for, and its failures are its own. */
export type Delivery = (message: Message) => void;

/** What was sent, for a test or a demo to read. */
export class Outbox {
  readonly #log = new Log<Message>();
  readonly #read = new Set<Message>();

  /** All messages, oldest first. */
  list(): readonly Message[] {
    return this.#log.list();
  }

  /** Calls `listener` with each new message; what it returns ends that. */
  subscribe(listener: (message: Message) => void): () => void {
    return this.#log.subscribe(listener);
  }

  /**
   * The oldest message to a person that no wait has given out yet, or the next one to come.
   * Rejects with the signal's reason when that aborts first.
   */
  waitFor(channel: Message['channel'], username: string, signal?: AbortSignal): Promise<Message> {
    return this.#next((message) => message.channel === channel && isTo(message, username), signal);
  }

  /** The code of the oldest message with one that no wait has given out yet, or of the next to come. */
  async codeFor(username: string, signal?: AbortSignal): Promise<string> {
    const message = await this.#next(
      (one) => one.code !== undefined && isTo(one, username),
      signal,
    );
    return message.code ?? '';
  }

  /** @internal */
  add(message: Message): void {
    this.#log.add(message);
  }

  #next(fits: (message: Message) => boolean, signal?: AbortSignal): Promise<Message> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const take = (message: Message): boolean => {
        if (this.#read.has(message) || !fits(message)) return false;
        this.#read.add(message);
        resolve(message);
        return true;
      };
      if (this.list().some(take)) return;
      const stop = (): void => {
        unsubscribe();
        reject(signal?.reason);
      };
      const unsubscribe = this.subscribe((message) => {
        if (!take(message)) return;
        unsubscribe();
        signal?.removeEventListener('abort', stop);
      });
      signal?.addEventListener('abort', stop, { once: true });
    });
  }
}

const isTo = (message: Message, username: string): boolean =>
  message.recipient.toLowerCase() === username.toLowerCase();
