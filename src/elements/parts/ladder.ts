import { css, html, nothing, type TemplateResult } from 'lit';
import type { KnownRungKind } from '../../contract/codes.js';
import type { Rung } from '../../contract/parts.js';
import { msg } from '../../localization/msg.js';
import { safeLink } from './safe-url.js';

const names: { readonly [K in KnownRungKind]: () => string } = {
  helpdesk: () =>
    msg('Ask the service desk', {
      id: 'reset.ladder.helpdesk',
      desc: 'Title of a way back into the account',
    }),
  'administrator-pass': () =>
    msg('Get a one-time pass from an administrator', {
      id: 'reset.ladder.administrator-pass',
      desc: 'Title of a way back into the account: a pass with which to sign in once',
    }),
  'identity-check': () =>
    msg('Prove who you are with an identity document', {
      id: 'reset.ladder.identity-check',
      desc: 'Title of a way back into the account',
    }),
};

const nameOf = ({ kind, label }: Rung): string =>
  label ?? (Object.hasOwn(names, kind) ? names[kind as KnownRungKind]() : '');

/** Ways back for a person who has lost everything, in the order to try them; what has no name is not drawn. */
export function ladder(rungs: readonly Rung[] | undefined): TemplateResult | typeof nothing {
  const named = rungs?.filter((rung) => nameOf(rung) !== '') ?? [];
  if (named.length === 0) return nothing;
  return html`<h3 class="label" id="ladder">${msg('Other ways back, in this order', {
    id: 'reset.ladder.heading',
    desc: 'Above a numbered list of ways back into the account',
  })}</h3>
    <ol class="ladder" role="list">
      ${named.map((rung, index) => {
        const url = safeLink(rung.url);
        const name = nameOf(rung);
        return html`<li><span class="rung" aria-hidden="true">${index + 1}</span><div>
          ${url ? html`<a href=${url} target=${url.startsWith('mailto:') ? '_self' : '_blank'} rel="noopener noreferrer">${name}</a>` : html`<strong>${name}</strong>`}
          ${rung.text ? html`<span>${rung.text}</span>` : nothing}
        </div></li>`;
      })}
    </ol>`;
}

export const ladderStyles = css`
  .sspr-form.sspr-form.sspr-form:not(#_#_#_) {
    & h3.label {
      margin-block: 20px 12px;
    }
    & .ladder {
      display: grid;
      gap: 12px;
      margin: 0 0 16px;
      padding: 0;
      list-style: none;
      font-size: calc(var(--_rem) * 0.875);
      line-height: 1.429;
    }
    & .ladder li {
      display: flex;
      gap: 12px;
    }
    & .ladder .rung {
      flex: none;
      display: grid;
      place-content: center;
      inline-size: 24px;
      block-size: 24px;
      border: 1px solid var(--_line-strong);
      border-radius: 50%;
      color: var(--_muted);
      font-size: calc(var(--_rem) * 0.75);
      font-variant-numeric: tabular-nums;
    }
    & .ladder li > div {
      display: grid;
      align-content: center;
      min-inline-size: 0;
      min-block-size: 24px;
      overflow-wrap: anywhere;
    }
    & .ladder strong,
    & .ladder a {
      font-weight: 500;
    }
    & .ladder a {
      color: var(--_accent-text);
      text-underline-offset: 3px;
    }
    & .ladder div span {
      color: var(--_muted);
    }
  }
`;
