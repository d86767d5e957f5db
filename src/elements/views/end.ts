import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { clockTime, dayAndTime, isolate, list } from '../../localization/format.js';
import { msg, str } from '../../localization/msg.js';
import { refusalText } from '../../localization/refusal-words.js';
import { canContact, helpdeskLink, startsOver } from '../parts/helpdesk-link.js';
import { icon } from '../parts/icon.js';
import { safeLink } from '../parts/safe-url.js';
import type { View, ViewContext } from '../view.js';

const signs = {
  check: 'M20 6 9 17l-5-5',
  key: 'M2.59 17.41A2 2 0 0 0 2 18.83V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.17a2 2 0 0 0 1.42-.59l.81-.81a6.5 6.5 0 1 0-4-4zM16.5 7.5h.01',
  bell: 'M10.27 21a2 2 0 0 0 3.46 0M3.26 15.33A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.67C19.41 13.96 18 12.5 18 8A6 6 0 0 0 6 8c0 4.5-1.41 5.96-2.74 7.33',
  devices:
    'M18 8V6a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h8M10 19v-3.96 3.15M7 19h5M18 12h2a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-2a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2z',
  buoy: 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM4.93 4.93l4.24 4.24M14.83 9.17l4.24-4.24M14.83 14.83l4.24 4.24M9.17 14.83l-4.24 4.24M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0z',
  shield:
    'M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1zM12 8v4M12 16h.01',
  timerOff:
    'M10 2h4M4.6 11a8 8 0 0 0 1.7 8.7 8 8 0 0 0 8.7 1.7M7.4 7.4a8 8 0 0 1 10.3 1 8 8 0 0 1 .9 10.2M2 2l20 20M12 12v-2',
  clock: 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 6v6l4 2',
  phone:
    'M13.83 16.57a1 1 0 0 0 1.22-.3l.35-.47A2 2 0 0 1 17 15h3a2 2 0 0 1 2 2v3a2 2 0 0 1-2 2A18 18 0 0 1 2 4a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v3a2 2 0 0 1-.8 1.6l-.47.35a1 1 0 0 0-.29 1.23 14 14 0 0 0 6.39 6.39',
  mail: 'M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM22 7l-8.99 5.73a2 2 0 0 1-2.01 0L2 7',
  copy: 'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2',
} as const;

const styles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & .facts {
      display: grid;
      /* Not wider than the card where an address will not break (WebKit, between isolates). */
      grid-template-columns: minmax(0, 1fr);
    }
    & .facts li {
      display: flex;
      gap: 14px;
      padding-block: 12px;
      font-size: calc(var(--_rem) * 0.875);
      line-height: 1.429;
    }
    & .facts li > * {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    & .facts li + li {
      border-block-start: 1px solid var(--_line);
    }
    & .facts svg {
      inline-size: 18px;
      block-size: 18px;
      margin-block-start: 1px;
      color: var(--_muted);
    }
    & .facts strong {
      display: block;
      font-weight: 600;
    }
    & .facts span {
      color: var(--_muted);
    }
    & .panel {
      margin-block-end: 16px;
      padding: 0 16px;
      border: 1px solid var(--_line);
      border-radius: 12px;
    }
    & .panel.filled {
      background: var(--_sunken);
    }
    & .panel a {
      color: inherit;
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    & .quote {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      padding: 8px 8px 8px 16px;
      border: 1px solid var(--_line);
      border-radius: 12px;
      background: var(--_sunken);
      font-size: calc(var(--_rem) * 0.75);
      line-height: 1.333;
      color: var(--_muted);
    }
    &:dir(rtl) .quote {
      padding: 8px 16px 8px 8px;
    }
    & .quote code {
      display: block;
      color: var(--_text);
      font: 400 calc(var(--_rem) * 0.875) / 1.429 var(--_font-code);
    }
    & .button.secondary {
      margin-block-start: 12px;
      border-color: var(--_line-strong);
      background: var(--_surface);
      color: var(--_text);
    }
    & .button.secondary:hover {
      background: var(--_hover);
    }
    & .button.small {
      inline-size: auto;
      min-block-size: 36px;
      margin: 0;
      padding: 4px 12px;
      font-size: calc(var(--_rem) * 0.875);
      font-weight: 500;
    }
  }
  @media (forced-colors: active) {
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .button.secondary {
        border-color: ButtonText;
        background: ButtonFace;
        color: ButtonText;
      }
    }
  }
`;

const fact = (path: string, title: unknown, text: unknown): TemplateResult =>
  html`<li>${icon(path)}<div><strong>${title}</strong><span>${text}</span></div></li>`;

const closeButton = (context: ViewContext) =>
  context.dialog
    ? html`<button type="button" class="quiet end" @click=${context.close}>
        ${msg('Close', { id: 'common.close', desc: 'Button: closes the dialog' })}
      </button>`
    : nothing;

const restartLabel = () =>
  msg('Start again', { id: 'common.restart', desc: 'Button: back to the first screen' });

/** It is done: what changed, who was told, what to do now. */
export const doneView: View<'done'> = {
  sign: () => ({ icon: signs.check, tone: 'ok' }),
  heading: () =>
    msg('Your password is changed', { id: 'reset.done.heading', desc: 'Heading at the end' }),
  lead: () =>
    msg('Sign in with the new one from now on.', {
      id: 'reset.done.lead',
      desc: 'Below the heading at the end',
    }),
  body({ username, unlocked, told, signInUrl }, context) {
    const signIn = msg('Sign in', { id: 'reset.done.sign-in', desc: 'Button at the end' });
    const changed = msg(
      str`The password of ${isolate(username)}, today at ${clockTime(context.at(0), context.locale)}.`,
      {
        id: 'reset.done.changed-text',
        desc: '0: the username; 1: time of day',
      },
    );
    const alsoUnlocked = unlocked
      ? ` ${msg('The account is unlocked.', { id: 'reset.done.unlocked', desc: 'After “The password of …”' })}`
      : '';
    return html`
      <ul class="facts" role="list">
        ${fact(signs.key, msg('What changed', { id: 'reset.done.changed', desc: 'Title of a short text' }), changed + alsoUnlocked)}
        ${
          told.length
            ? fact(
                signs.bell,
                msg('Who was told', { id: 'reset.done.told', desc: 'Title of a short text' }),
                msg(
                  str`You, at ${list(
                    told.map((one) => isolate(one)),
                    context.locale,
                  )}.`,
                  {
                    id: 'reset.done.told-text',
                    desc: '0: a list of masked addresses',
                  },
                ),
              )
            : nothing
        }
        ${fact(
          signs.devices,
          msg('What to do now', { id: 'reset.done.next', desc: 'Title of a short text' }),
          msg('Update the saved password on your phone, in mail apps and in your browser.', {
            id: 'reset.done.next-text',
            desc: 'What to do after a reset',
          }),
        )}
      </ul>
      ${
        context.dialog
          ? html`<button type="button" class="button" @click=${context.close}>${signIn}</button>`
          : safeLink(signInUrl)
            ? html`<a class="button" href=${ifDefined(safeLink(signInUrl))}>${signIn}</a>`
            : nothing
      }
    `;
  },
  styles,
};

/** Go on elsewhere: guests are helped at home (rule SCOPE-4). */
export const leaveView: View<'leave'> = {
  sign: () => ({ icon: signs.buoy, tone: 'plain' }),
  heading: () =>
    msg('Go on at your own organisation', { id: 'reset.leave.heading', desc: 'Heading: a guest' }),
  lead: () => refusalText('guest').lead,
  body: ({ url, name }, context) => html`
    <a class="button" href=${ifDefined(safeLink(url))} rel="noreferrer">${
      name
        ? msg(str`Continue to ${isolate(name, 'auto')}`, {
            id: 'reset.leave.go-to',
            desc: 'Button; 0: name of an organisation',
          })
        : msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' })
    }</a>
    <div class="ways">
      <button type="button" class="quiet" @click=${context.restart}>${restartLabel()}</button>
      ${closeButton(context)}
    </div>
  `,
  styles,
};

async function copy(text: string, context: ViewContext, copied: string) {
  try {
    await navigator.clipboard.writeText(text);
    context.announce(copied);
  } catch {
    // The code can still be read and typed; a page may forbid the clipboard.
  }
}

function supportPanel(code: string, context: ViewContext) {
  const copied = msg('Support code copied', {
    id: 'reset.refused.copied',
    desc: 'Said after copying',
  });
  return html`<div class="quote">
      <span>${msg('Support code', { id: 'common.support-code', desc: 'Before a code to quote to the service desk' })}
        <code dir="ltr">${code}</code></span>
      ${
        // Only where the page may use the clipboard at all.
        globalThis.isSecureContext
          ? html`<button type="button" class="button secondary small" @click=${() => copy(code, context, copied)}>
              ${icon(signs.copy)}${msg('Copy', { id: 'reset.refused.copy', desc: 'Button: copies the support code' })}
            </button>`
          : nothing
      }
    </div>
    <p class="hint">
      ${msg(
        'Quote this code, so that they find your attempt at once. It contains nothing about you.',
        {
          id: 'reset.refused.quote',
          desc: 'Below the support code',
        },
      )}
    </p>`;
}

function helpdeskPanel({ branding }: ViewContext) {
  const desk = branding?.helpdesk;
  if (!desk?.phone && !desk?.email) return nothing;
  return html`<ul class="facts panel" role="list">
    ${
      desk.phone
        ? fact(
            signs.phone,
            desk.name ??
              msg('Service desk', { id: 'common.service-desk', desc: 'Where to find help' }),
            desk.hours
              ? msg(str`${isolate(desk.phone)}, ${isolate(desk.hours, 'auto')}`, {
                  id: 'reset.refused.phone-hours',
                  desc: '0: a phone number; 1: when it is answered',
                })
              : isolate(desk.phone),
          )
        : nothing
    }
    ${
      desk.email
        ? html`<li>${icon(signs.mail)}<a dir="ltr" href=${`mailto:${desk.email}`}>${desk.email}</a></li>`
        : nothing
    }
  </ul>`;
}

/** It ends here: what happened, what to do next, where to find help (rule REFUSAL-1). */
export const refusedView: View<'refused'> = {
  sign: ({ code }) =>
    code === 'flow-expired'
      ? { icon: signs.timerOff, tone: 'plain' }
      : code === 'blocked-until'
        ? { icon: signs.shield, tone: 'warn' }
        : { icon: signs.buoy, tone: 'plain' },
  heading: ({ code, text }) => refusalText(code, text).heading,
  lead: ({ code, text }) => refusalText(code, text).lead,
  body(step, context) {
    const href = helpdeskLink(context.branding, step.supportCode);
    const inMail = href?.startsWith('mailto:');
    const contact = canContact(step);
    const first = startsOver(step);
    const restart = () => context.restart();
    const help = step.code === 'blocked-until' ? 'button secondary' : 'button';
    return html`
      ${
        step.retryInMs === undefined
          ? nothing
          : html`<ul class="facts panel filled" role="list">${fact(
              signs.clock,
              msg('You can try again from', {
                id: 'reset.refused.retry-from',
                desc: 'Before a day and time',
              }),
              dayAndTime(context.at(step.retryInMs), context.locale),
            )}</ul>`
      }
      ${first ? nothing : helpdeskPanel(context)}
      ${step.supportCode && !first ? supportPanel(step.supportCode, context) : nothing}
      ${first ? html`<button type="button" class="button" @click=${restart}>${restartLabel()}</button>` : nothing}
      ${
        first
          ? nothing
          : href
            ? html`<a class=${help} href=${href} target=${inMail ? '_self' : '_blank'} rel="noopener noreferrer">${
                inMail
                  ? msg('Write to the service desk', {
                      id: 'reset.refused.write',
                      desc: 'Button: starts a mail to the service desk',
                    })
                  : msg('Open the service desk', {
                      id: 'reset.refused.open',
                      desc: 'Button: a link to the service desk’s page',
                    })
              }</a>`
            : contact
              ? html`<button type="button" class=${help} @click=${() => context.answer({ action: 'contact' })}>
                ${msg('Contact your administrator', { id: 'common.contact', desc: 'Button or link: asks for help' })}
              </button>`
              : html`<button type="button" class="button" @click=${restart}>${restartLabel()}</button>`
      }
      <div class="ways">
        ${
          first || (!href && !contact)
            ? nothing
            : html`<button type="button" class="quiet" @click=${restart}>${restartLabel()}</button>`
        }
        ${closeButton(context)}
      </div>
    `;
  },
  styles,
};
