import type { Answered } from './elsewhere-proof.js';
import type { Call, Message, Notification, Outbox } from './outbox.js';

/** The telephone of a person, for a test or a demo to answer. */
export interface Phone {
  /** What rings now: the newest call. */
  readonly ringing: Call | undefined;
  /** Answers the newest call and presses a key: `#` accepts. */
  press(key: string): Answered;
  hangUp(): Answered;
}

/** The authenticator app of a person. */
export interface App {
  /** The newest notification. */
  readonly notification: Notification | undefined;
  /** Types the number that the other screen shows. */
  approve(number: string | number): Answered;
  deny(): Answered;
  /** The code that it shows now; undefined where there is no app. */
  code(): string | undefined;
}

const newest = <C extends Message['channel']>(outbox: Outbox, channel: C, username: string) =>
  outbox
    .list()
    .findLast(
      (message): message is Extract<Message, { readonly channel: C }> =>
        message.channel === channel && message.recipient.toLowerCase() === username.toLowerCase(),
    );

/** Answers `too-late` where nothing rings. */
export const phoneOf = (outbox: Outbox, username: string): Phone => ({
  get ringing() {
    return newest(outbox, 'call', username);
  },
  press: (key) => newest(outbox, 'call', username)?.press(key) ?? 'too-late',
  hangUp: () => newest(outbox, 'call', username)?.hangUp() ?? 'too-late',
});

/** Answers `too-late` where nobody asked. */
export const appOf = (outbox: Outbox, username: string, code: () => string | undefined): App => ({
  get notification() {
    return newest(outbox, 'notification', username);
  },
  approve: (number) => newest(outbox, 'notification', username)?.approve(number) ?? 'too-late',
  deny: () => newest(outbox, 'notification', username)?.deny() ?? 'too-late',
  code,
});
