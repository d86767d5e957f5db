import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../contract/parts.js';
import type { FlowStep } from '../../flow/state.js';
import { msg } from '../../localization/msg.js';
import { icon, icons } from '../parts/icon.js';
import type { ViewContext } from '../view.js';
import { isShort, timer, warning } from './time-left.js';

const info = 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 16v-4M12 8h.01';

/** Told by the screen itself, or only worth saying: not drawn as a box. */
const saidOnly: ReadonlySet<string> = new Set([
  'code-sent',
  'proof-accepted',
  'calling',
  'notification-sent',
  'confirmed',
]);

/**
 * By hand: a hash in the address is the page's, and may be its router's. By the id and not by a selector,
 * as fields of a backend have any signs in their names.
 */
const toField = (id: string) => (event: Event) => {
  event.preventDefault();
  // A link that is pressed is in a document or in a shadow tree.
  const root = (event.target as Node).getRootNode() as Document | ShadowRoot;
  root.getElementById(id)?.focus();
};

/** All problems on top, each leading to its field with the words that stand there (WCAG 3.3.1). */
const summary = (problems: readonly Problem[], context: ViewContext) =>
  html`<div class="notice danger summary" tabindex="-1">
    ${icon(icons.alert)}
    <div>
      ${
        problems.some(({ field }) => field !== undefined)
          ? html`<strong>${msg('To correct before you go on', { id: 'common.summary', desc: 'Above a list of problems' })}</strong>`
          : nothing
      }
      <ul>
        ${problems.map((problem) =>
          problem.field
            ? html`<li><a href=${`#${context.id(problem.field)}`} @click=${toField(context.id(problem.field))}>${context.words.problem(problem)}</a></li>`
            : html`<li>${context.words.problem(problem)}</li>`,
        )}
      </ul>
    </div>
  </div>`;

/** What stands above the fields: what to correct, unless the one field says it, and what is told. */
export function above(step: FlowStep, context: ViewContext, summarise: boolean): TemplateResult {
  const { problems, words } = context;
  const told = step.notices
    // At its end, all of the screen says that something is registered.
    .filter(({ code }) => !saidOnly.has(code) && (step.kind !== 'done' || code !== 'registered'))
    .map(words.notice)
    .filter(Boolean);
  const short = isShort(step, context)
    ? html`<div class="notice warn">${icon(timer)}<div>${warning()}</div></div>`
    : nothing;
  return html`${short}${problems.length && summarise ? summary(problems, context) : nothing}${told.map(
    (text) => html`<div class="notice">${icon(info)}<div>${text}</div></div>`,
  )}`;
}
