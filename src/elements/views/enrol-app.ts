import { css, html, nothing, type TemplateResult } from 'lit';
import type { RegistrationSteps } from '../../contract/step.js';
import { msg } from '../../localization/msg.js';
import { copyButton } from '../parts/copy-button.js';
import { problemOf, textOf } from '../parts/field.js';
import { qrCode, qrStyles } from '../parts/qr-code.js';
import { retiringNotice, retiringStyles } from '../parts/retiring-notice.js';
import { segments, segmentsStyles } from '../parts/segments.js';
import { smallButtonStyles } from '../parts/small-button.js';
import type { View, ViewContext } from '../view.js';

type Step = RegistrationSteps['enrol-app'];

const proofName: { readonly [P in Step['proofs'][number]]: () => string } = {
  notification: () =>
    msg('By notification', {
      id: 'register.enrol-app.by-notification',
      desc: 'One of two ways to test an authenticator app',
    }),
  code: () =>
    msg('By code', {
      id: 'register.enrol-app.by-code',
      desc: 'One of two ways to test an authenticator app',
    }),
};

/** Hands the secret to an app: its address stands nowhere before somebody asks for that. */
function openApp(uri: string): void {
  const link = document.createElement('a');
  link.rel = 'noreferrer';
  if (URL.canParse(uri) && new URL(uri).protocol === 'otpauth:') {
    link.href = uri;
    link.click();
  }
}

const picture = ({ uri }: Step, context: ViewContext): TemplateResult => html`
  <div class="scan">
    ${qrCode(
      context,
      uri,
      msg('QR code for your authenticator app', {
        id: 'register.enrol-app.picture',
        desc: 'What a picture is, for screen readers',
      }),
    )}
    <ol role="list">
      <li>${msg('Open the app and choose “add account”', {
        id: 'register.enrol-app.open',
        desc: 'First step, beside a QR code',
      })}</li>
      <li>${msg('Point the camera at this picture', {
        id: 'register.enrol-app.point',
        desc: 'Second step, beside a QR code',
      })}</li>
    </ol>
  </div>
`;

const typedKey = ({ key, uri, username }: Step, context: ViewContext): TemplateResult => html`
  <div class="field">
    <span class="label">${msg('Can’t scan? Type this key', {
      id: 'register.enrol-app.key',
      desc: 'Above the key that a QR code holds',
    })}</span>
    <div class="key">
      <code dir="ltr" data-private data-sentry-mask data-hj-suppress>${key}</code>
      ${copyButton(context, {
        text: key.replace(/\s/g, ''),
        said: msg('Key copied', { id: 'register.enrol-app.copied', desc: 'Said after copying' }),
        className: 'chip',
      })}
    </div>
    <p class="hint">${msg('Account name', {
      id: 'register.enrol-app.account',
      desc: 'What an app asks for besides the key; a username follows',
    })} <bdi dir="ltr">${username}</bdi></p>
    <button type="button" class="quiet here" data-opens-program @click=${() => openApp(uri)}>${msg(
      'Open in an app on this device',
      { id: 'register.enrol-app.here', desc: 'Button: for a person who reads this on the phone' },
    )}</button>
  </div>
`;

/** Bring an authenticator app to know the account (rule REGISTER-5). */
export const enrolAppView: View<'enrol-app'> = {
  heading: () => msg('Connect your app', { id: 'register.enrol-app.heading', desc: 'Heading' }),
  lead: () =>
    msg('Use any authenticator app that you trust. No app yet? Your phone’s app store has them.', {
      id: 'register.enrol-app.lead',
      desc: 'Below “Connect your app”',
    }),
  body: (step, context) => html`
    ${picture(step, context)}
    ${typedKey(step, context)}
    ${
      // Also where only one is left and another was chosen.
      step.proofs.length > 1 || problemOf(context, 'proof')
        ? segments(context, {
            name: 'proof',
            label: msg('How do you want to test it?', {
              id: 'register.enrol-app.proof',
              desc: 'Above “By notification” and “By code”',
            }),
            choices: step.proofs.map((value) => ({ value, text: proofName[value]() })),
          })
        : nothing
    }
    ${retiringNotice(step, context)}
  `,
  submit: () =>
    msg('Next, test it', { id: 'register.enrol-app.next', desc: 'Button: on to the test' }),
  read(data, { proofs }) {
    const proof = proofs.find((one) => one === textOf(data, 'proof')) ?? proofs[0];
    return proof
      ? { answer: { action: 'enrol-app', proof } }
      : { problems: [{ code: 'method-unavailable' }] };
  },
  styles: css`
    ${qrStyles}
    ${segmentsStyles}
    ${smallButtonStyles}
    ${retiringStyles}
    .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
      & .scan {
        display: flex;
        align-items: center;
        gap: 20px;
        margin-block-end: 20px;
        padding: 16px;
        border: var(--_border) solid var(--_line);
        border-radius: 12px;
        background: var(--_sunken);
      }
      & .scan:has(.large) {
        flex-direction: column;
      }
      & ol {
        display: grid;
        gap: 12px;
        margin: 0;
        padding: 0;
        list-style: none;
        counter-reset: step;
        font-size: calc(var(--_rem) * 0.875);
        line-height: 1.429;
      }
      & ol li {
        display: flex;
        gap: 10px;
        counter-increment: step;
      }
      & ol li::before {
        content: counter(step);
        flex: none;
        display: grid;
        place-content: center;
        inline-size: 20px;
        block-size: 20px;
        border: 1px solid var(--_line-strong);
        border-radius: 50%;
        background: var(--_surface);
        color: var(--_muted);
        font-size: calc(var(--_rem) * 0.75);
        line-height: 1;
      }
      & .key {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 6px;
        padding-inline-start: 14px;
        border: var(--_border) solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_sunken);
      }
      & .key code {
        flex: 1;
        min-inline-size: 0;
        font: 400 calc(var(--_rem) * 0.875) / 1.429 var(--_font-code);
        word-spacing: 0.1em;
        user-select: all;
      }
      &:dir(rtl) .key code {
        text-align: right;
      }
      & .key .chip {
        flex: none;
        min-block-size: 44px;
      }
      & .hint bdi {
        color: var(--_text);
        overflow-wrap: anywhere;
      }
      & .here {
        color: var(--_accent-text);
        font-weight: 500;
      }
    }
    @container (max-width: 339px) {
      .sspr-form.sspr-form.sspr-form:not(#_#_#_) .scan {
        flex-direction: column;
      }
    }
  `,
};
