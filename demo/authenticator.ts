import { html, render, type TemplateResult } from 'lit';
import type { Tenant } from '../src/tenant/index.js';
import { copyButton } from './copy-button.js';

interface AuthenticatorOptions {
  readonly tenant: Tenant;
  /** Whose phone it is. */
  readonly username: string;
  readonly signal: AbortSignal;
}

const radius = 9;
const circumference = 2 * Math.PI * radius;

/** A ring that drains as the code runs out. The seconds beside it say the same. */
const ring = (left: number): TemplateResult =>
  html`<svg class="ring" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r=${radius}></circle>
    <circle class="left" cx="12" cy="12" r=${radius}
      stroke-dasharray=${`${left * circumference} ${circumference}`}></circle>
  </svg>`;

const app = (code: string, secondsLeft: number, left: number): TemplateResult => {
  const middle = Math.ceil(code.length / 2);
  return html`<div class="app">
    <p class="name">
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1zM9 12l2 2 4-4"></path></svg>
      App code, Contoso <span>${secondsLeft} s</span>
    </p>
    <p class="shown">
      <code class="digits" data-code=${code}
        ><span>${code.slice(0, middle)}</span><span>${code.slice(middle)}</span></code>
      ${ring(left)}${copyButton(() => code)}
    </p>
  </div>`;
};

const none = html`<p class="empty">No authenticator app is set up.</p>`;

/** Shows a phone with the person's authenticator app and the code of this moment. */
export function showAuthenticator(host: HTMLElement, options: AuthenticatorOptions): void {
  const { tenant, username, signal } = options;
  const draw = () => {
    const shown = tenant.appCodeOf(username);
    const period = tenant.policy.appCodes.stepMs / 1_000;
    const time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    const content = shown ? app(shown.code, shown.secondsLeft, shown.secondsLeft / period) : none;
    render(
      html`<div class="phone"><p class="clock" aria-hidden="true">${time}</p>${content}</div>`,
      host,
    );
  };
  const timer = setInterval(draw, 1_000);
  signal.addEventListener('abort', () => clearInterval(timer));
  draw();
}
