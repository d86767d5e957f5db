import { css, html, nothing, type TemplateResult } from 'lit';
import type { Step } from '../contract/step.js';
import { failureText } from '../localization/failure-words.js';
import { duration } from '../localization/format.js';
import { msg, str } from '../localization/msg.js';
import { noticeText } from '../localization/notice-words.js';
import { problemText } from '../localization/problem-words.js';
import { canContact, helpdeskLink } from './parts/helpdesk-link.js';
import { icon, icons } from './parts/icon.js';
import type { ViewContext, Words } from './view.js';

/** The words of every screen. */
export const words: Words = { problem: problemText, notice: noticeText, failure: failureText };

/** Help, the time that is left, and the code to quote: in plain sight, quiet. */
export function foot(step: Step, context: ViewContext): TemplateResult | typeof nothing {
  // The ends bring help and support code into their middle, but for the one that only wants a restart.
  const quick = step.kind === 'refused' && step.code === 'flow-expired';
  if (step.kind === 'done' || step.kind === 'leave' || (step.kind === 'refused' && !quick))
    return nothing;
  const link = helpdeskLink(context.branding, step.supportCode);
  const words = msg('Contact your administrator', {
    id: 'common.contact',
    desc: 'Button or link: asks for help',
  });
  const { expiresInMs, supportCode } = step;
  const left =
    expiresInMs === undefined ? undefined : duration(context.left(expiresInMs), context.locale);
  const contact = link
    ? html`<a class="contact" href=${link} target=${link.startsWith('mailto:') ? '_self' : '_blank'} rel="noopener noreferrer">${words}</a>`
    : canContact(step)
      ? html`<button class="contact" @click=${() => context.answer({ action: 'contact' })}>${words}</button>`
      : nothing;
  if (contact === nothing && left === undefined && !supportCode)
    return html`<slot name="footer"></slot>`;
  return html`<div class="foot" part="foot">
    <slot name="help">${contact}</slot>
    ${
      left === undefined
        ? nothing
        : html`<span class="left">${icon(icons.timer)}${msg(str`${left} left`, {
            id: 'common.time-left',
            desc: 'Time until the reset runs out; 0: minutes and seconds, as 12:40',
          })}</span>`
    }
    ${
      supportCode
        ? html`<span class="support">${msg('Support code', {
            id: 'common.support-code',
            desc: 'Before a code to quote to the service desk',
          })} <code dir="ltr">${supportCode}</code></span>`
        : nothing
    }
    <slot name="footer"></slot>
  </div>`;
}

/** What of the shell only later screens have. */
export const styles = css`
  .disc {
    display: grid;
    place-content: center;
    inline-size: 42px;
    block-size: 42px;
    margin-block: 24px 16px;
    border: 1px solid var(--_line-strong);
    border-radius: 50%;
    background: var(--_sunken);
    color: var(--_muted);
    &.ok {
      background: var(--_ok-soft);
      border-color: var(--_ok-line);
      color: var(--_ok);
    }
    &.warn {
      background: var(--_warn-soft);
      border-color: var(--_warn-line);
      color: var(--_warn);
    }
  }
  .who {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    box-sizing: border-box;
    margin-block-start: 10px;
    padding: 2px 10px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    color: var(--_muted);
    font-size: calc(var(--_rem) * 0.8125);
    line-height: 1.385;
    overflow-wrap: anywhere;
    svg {
      inline-size: 14px;
      block-size: 14px;
    }
  }
  .foot {
    padding: 14px var(--_space);
    background: var(--_sunken);
    border-block-start: var(--_border) solid var(--_line);
    color: var(--_muted);
    font-size: calc(var(--_rem) * 0.8125);
    line-height: 1.385;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 12px;
  }
  .foot .support {
    inline-size: 100%;
    color: var(--_faint);
    font-size: calc(var(--_rem) * 0.75);
  }
  .support code {
    font-family: var(--_font-code);
  }
  .left {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin-inline-start: auto;
    svg {
      inline-size: 16px;
      block-size: 16px;
    }
  }
  .contact {
    color: inherit;
    font: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 4px;
    position: relative;
    /* WCAG 2.5.8: the line is 18 px high, the target 44. */
    &::after {
      content: '';
      position: absolute;
      inset: -13px 0;
    }
    &:hover {
      color: var(--_text);
    }
  }
  @media (forced-colors: active) {
    .foot,
    .disc,
    .who {
      border-color: CanvasText;
    }
  }
`;
