import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../contract/parts.js';
import type { FlowStep } from '../flow/state.js';
import { msg } from '../localization/msg.js';
import type { Failure } from './controllers/flow-controller.js';
import { icon, icons } from './parts/icon.js';
import type { ViewContext } from './view.js';
import { type AnyView, later } from './views.js';

/** Whether the view's only field is what the problems are about: then it takes the focus itself. */
export const onlyFieldOf = (view: AnyView, problems: readonly Problem[]): string | undefined =>
  problems.every(({ field }) => field !== undefined && field === view.onlyField)
    ? view.onlyField
    : undefined;

/** What failed, and what can be done about it: to try again, where no more code than this is there. */
function failureNotice(failure: Failure, context: ViewContext, retry: () => void) {
  const again = html`<button type="button" class="quiet strong" @click=${retry}>${msg('Try again', {
    id: 'common.retry',
    desc: 'Button: sends the same once more',
  })}</button>`;
  return html`<div class="notice danger failure" tabindex="-1">
    ${icon(icons.alert)}
    <div>
      <p>${context.words.failure(failure.code)}</p>
      ${later()?.failure(failure, context, again) ?? again}
    </div>
  </div>`;
}

interface FormContent {
  readonly step: FlowStep;
  readonly view: AnyView;
  readonly context: ViewContext;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  retry(): void;
}

/** What stands in the real form: what to correct, the fields, one filled button, and the ways around it. */
export function formContent(content: FormContent): TemplateResult {
  const { step, view, context, busy, failure, retry } = content;
  const more = later();
  const submit = view.submit?.(step, context);
  return html`
    ${failure ? failureNotice(failure, context, retry) : nothing}
    ${more?.above(step, context, onlyFieldOf(view, context.problems) === undefined)}
    ${view.body(step, context)}
    ${
      submit
        ? html`<button class="button" type="submit" aria-disabled=${busy}>${
            busy
              ? html`${icon(icons.turning, 'turning')}${msg('One moment', {
                  id: 'common.one-moment',
                  desc: 'While the next step loads, and on a button that is busy',
                })}`
              : submit
          }</button>`
        : nothing
    }
    ${more?.ways(step, context, view)}
  `;
}
