import type { Answered } from './elsewhere-proof.js';
import { Log } from './log.js';

/** What every message says of itself. */
interface Sent {
  /** The username of whoever gets it. */
  readonly recipient: string;
  /** The address or the number. */
  readonly to: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The language it is in, a BCP 47 tag. */
  readonly locale: string;
}

/** What a mail is for. */
export type MailPurpose =
  | 'code'
  | 'password-reset'
  | 'administrator-reset'
  | 'account-unlocked'
  | 'blocked'
  | 'cannot-reset'
  | 'contact'
  | 'registration-changed'
  | 'not-me';

/** A mail that the tenant sent. */
export interface Mail extends Sent {
  readonly channel: 'email';
  readonly purpose: MailPurpose;
  readonly subject: string;
  readonly body: string;
  /** The code in it, where its purpose is `code`. */
  readonly code?: string;
  /** Where it can be said that this was somebody else (rule NOTIFY-5). */
  notMe?(): void;
}

/** A text or a WhatsApp message with a code. */
export interface Text extends Sent {
  readonly channel: 'text' | 'whatsapp';
  readonly body: string;
  readonly code: string;
}

/** A telephone that rings (rule CODE-3). */
export interface Call extends Sent {
  readonly channel: 'call';
  /** What the voice says. */
  readonly body: string;
  readonly code?: undefined;
  /** Answers and presses a key of the keypad: `#` accepts. */
  press(key: string): Answered;
  /** Does not answer, or hangs up. */
  hangUp(): Answered;
}

/** A notification in an authenticator app (METHOD: number matching). */
export interface Notification extends Sent {
  readonly channel: 'notification';
  readonly body: string;
  readonly code?: undefined;
  /** Types the number that the other screen shows. */
  approve(number: string | number): Answered;
  /** Says that this was somebody else. */
  deny(): Answered;
}

/** All that a tenant sends, told apart by `channel`. */
export type Message = Mail | Text | Call | Notification;

/** Brings a message to where people read it. What it answers is not waited for, and its failures are its own. */
export type Delivery = (message: Message) => void;

/** What was sent, for a test or a demo to read. */
export class Outbox {
  readonly #log: Log<Message>;
  readonly #read = new WeakSet<Message>();

  /** @param most how many messages are kept; of more, the oldest go */
  constructor(most?: number) {
    this.#log = new Log(most);
  }

  /** All messages that are kept, oldest first. */
  list(): readonly Message[] {
    return this.#log.list();
  }

  /** The mails among them. */
  mails(): readonly Mail[] {
    return this.list().filter((message) => message.channel === 'email');
  }

  /** Calls `listener` with each new message; what it returns ends that. */
  subscribe(listener: (message: Message) => void): () => void {
    return this.#log.subscribe(listener);
  }

  /**
   * The oldest message to a person that no wait has given out yet, or the next one to come.
   * Rejects with the signal's reason when that aborts first.
   */
  async waitFor<C extends Message['channel']>(
    channel: C,
    username: string,
    signal?: AbortSignal,
  ): Promise<Extract<Message, { readonly channel: C }>> {
    const message = await this.#next(
      (one) => one.channel === channel && isTo(one, username),
      signal,
    );
    // The channel picks the member of the union.
    return message as Extract<Message, { readonly channel: C }>;
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
