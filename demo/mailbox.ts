import { html, nothing, render, type TemplateResult } from 'lit';
import type { Mail, Tenant } from '../src/tenant/index.js';
import type { Language } from './choices.js';
import { copyButton } from './copy-button.js';

interface MailboxOptions {
  readonly tenant: Tenant;
  /** Whose it is. */
  readonly username: string;
  /** The language that mails are written in at the moment. */
  readonly language: () => Language;
  /** Called with the subject of each mail that arrives, once it is shown. */
  readonly arrived: (subject: string) => void;
  readonly signal: AbortSignal;
}

interface Received {
  readonly mail: Mail;
  readonly language: Language;
}

/** Digits in two groups are easier to carry in the head; copied, they are one. */
const grouped = (code: string): TemplateResult => {
  const middle = Math.ceil(code.length / 2);
  return html`<code class="digits" dir="ltr" data-code=${code}
    ><span>${code.slice(0, middle)}</span><span>${code.slice(middle)}</span></code>`;
};

const row = ({ mail, language }: Received): TemplateResult => {
  const { subject, body, to, code } = mail;
  const at = new Date(mail.at);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return html`<li>
    <article>
      <p class="sender">Contoso<time datetime=${at.toISOString()}>${time}</time></p>
      <h3 lang=${language} dir="auto">${subject}</h3>
      <p class="to">to <bdi>${to}</bdi></p>
      ${code === undefined ? nothing : html`<p class="code">${grouped(code)}${copyButton(() => code)}</p>`}
      <div class="body" lang=${language}>${body.split('\n\n').map((text) => html`<p dir="auto">${text}</p>`)}</div>
    </article>
  </li>`;
};

/** Shows what arrives for one person, the newest on top. */
export function showMailbox(host: HTMLElement, options: MailboxOptions): void {
  const { tenant, username, language, arrived, signal } = options;
  let mails: readonly Received[] = [];
  const draw = () =>
    render(
      mails.length > 0
        ? html`<ol>${mails.map(row)}</ol>`
        : html`<p class="empty">Nothing has arrived yet.</p>`,
      host,
    );
  const stop = tenant.outbox.subscribe((mail) => {
    if (mail.channel !== 'email' || mail.recipient !== username) return;
    mails = [{ mail, language: language() }, ...mails];
    draw();
    arrived(mail.subject);
  });
  signal.addEventListener('abort', stop);
  draw();
}
