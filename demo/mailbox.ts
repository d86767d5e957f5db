import { html, nothing, render, type TemplateResult } from 'lit';
import type { Message, Tenant } from '../src/tenant/index.js';
import type { Language } from './choices.js';
import { copyButton } from './copy-button.js';

interface MailboxOptions {
  readonly tenant: Tenant;
  /** Whose it is. */
  readonly username: string;
  /** The language that mails are written in at the moment. */
  readonly language: () => Language;
  /** Called with the title of each message that arrives, once it is shown. */
  readonly arrived: (subject: string) => void;
  readonly signal: AbortSignal;
}

interface Received {
  readonly message: Message;
  readonly language: Language;
}

/** What kind of message it is, where it brings no subject of its own. */
const titles = {
  text: 'Text message',
  whatsapp: 'WhatsApp message',
  call: 'The phone rings',
  notification: 'A request in the app',
} as const;

/** Digits in two groups are easier to carry in the head; copied, they are one. */
const grouped = (code: string): TemplateResult => {
  const middle = Math.ceil(code.length / 2);
  return html`<code class="digits" dir="ltr" data-code=${code}
    ><span>${code.slice(0, middle)}</span><span>${code.slice(middle)}</span></code>`;
};

/** Types the number of the other screen, which the demo cannot see. */
const approve =
  (message: Extract<Message, { channel: 'notification' }>) => (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement)
      message.approve(String(new FormData(event.target).get('number')));
  };

/** What can be done with a message besides reading it. */
function answers(message: Message): TemplateResult | typeof nothing {
  switch (message.channel) {
    case 'call':
      return html`<p class="answers">
        <button type="button" @click=${() => message.press('#')}>Answer, press #</button>
        <button type="button" @click=${() => message.hangUp()}>Hang up</button>
      </p>`;
    case 'notification':
      return html`<form class="answers" @submit=${approve(message)}>
        <input name="number" inputmode="numeric" maxlength="2" size="4" required aria-label="Number on the other screen" />
        <button>Approve</button>
        <button type="button" @click=${() => message.deny()}>Deny</button>
      </form>`;
    default:
      return message.code === undefined
        ? nothing
        : html`<p class="code">${grouped(message.code)}${copyButton(() => message.code ?? '')}</p>`;
  }
}

const titleOf = (message: Message): string =>
  message.channel === 'email' ? message.subject : titles[message.channel];

const row = ({ message, language }: Received): TemplateResult => {
  const { body, to } = message;
  const at = new Date(message.at);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const isMail = message.channel === 'email';
  return html`<li>
    <article>
      <p class="sender">Contoso<time datetime=${at.toISOString()}>${time}</time></p>
      <h3 lang=${isMail ? language : 'en'} dir="auto">${titleOf(message)}</h3>
      <p class="to">to <bdi dir="ltr">${to}</bdi></p>
      ${answers(message)}
      <div class="body" lang=${language}>${body.split('\n\n').map((text) => html`<p dir="auto">${text}</p>`)}</div>
    </article>
  </li>`;
};

/** Shows what arrives for one person, the newest on top. */
export function showMailbox(host: HTMLElement, options: MailboxOptions): void {
  const { tenant, username, language, arrived, signal } = options;
  let messages: readonly Received[] = [];
  const draw = () =>
    render(
      messages.length > 0
        ? html`<ol>${messages.map(row)}</ol>`
        : html`<p class="empty">Nothing has arrived yet.</p>`,
      host,
    );
  const stop = tenant.outbox.subscribe((message) => {
    if (message.recipient !== username) return;
    messages = [{ message, language: language() }, ...messages];
    draw();
    arrived(titleOf(message));
  });
  signal.addEventListener('abort', stop);
  draw();
}
