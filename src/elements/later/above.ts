import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../../contract/parts.js';
import type { Step } from '../../contract/step.js';
import { msg } from '../../localization/msg.js';
import { icon, icons } from '../parts/icon.js';
import type { ViewContext } from '../view.js';

const info = 'M22 12a10 10 0 1 1-20 0 10 10 0 0 1 20 0zM12 16v-4M12 8h.01';

/** Told by the screen itself, or only worth saying: not drawn as a box. */
const saidOnly: ReadonlySet<string> = new Set([
  'code-sent',
  'proof-accepted',
  'calling',
  'notification-sent',
]);

/** All problems on top, each leading to its field with the words that stand there (WCAG 3.3.1). */
const summary = (
  problems: readonly Problem[],
  context: ViewContext,
  toField: (event: Event) => void,
) =>
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
            ? html`<li><a href=${`#${context.id(problem.field)}`} @click=${toField}>${context.words.problem(problem)}</a></li>`
            : html`<li>${context.words.problem(problem)}</li>`,
        )}
      </ul>
    </div>
  </div>`;

/** What stands above the fields: what to correct, unless the one field says it, and what is told. */
export function above(
  { notices }: Step,
  context: ViewContext,
  summarise: boolean,
  toField: (event: Event) => void,
): TemplateResult {
  const { problems, words } = context;
  const told = notices
    .filter(({ code }) => !saidOnly.has(code))
    .map(words.notice)
    .filter(Boolean);
  return html`${problems.length && summarise ? summary(problems, context, toField) : nothing}${told.map(
    (text) => html`<div class="notice">${icon(info)}<div>${text}</div></div>`,
  )}`;
}
