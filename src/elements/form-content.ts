import { html, nothing, type TemplateResult } from 'lit';
import type { Problem } from '../contract/parts.js';
import type { Step } from '../contract/step.js';
import { msg } from '../localization/msg.js';
import type { Failure } from './controllers/flow-controller.js';
import { icon, icons } from './parts/icon.js';
import type { ViewContext } from './view.js';
import type { AnyView } from './views.js';

/** Told by the screen itself, or only worth saying: not drawn as a box. */
const saidOnly: ReadonlySet<string> = new Set(['code-sent', 'proof-accepted']);

/** What identifies a screen: while it stays, so does what is typed. */
export const screenOf = (step: Step): string =>
  [
    step.kind,
    step.gate?.index,
    'method' in step && step.method.id,
    'fields' in step && step.fields?.map(({ name }) => name),
  ].join();

/** Whether the view's only field is what the problems are about: then it takes the focus itself. */
export const onlyFieldOf = (view: AnyView, problems: readonly Problem[]): string | undefined =>
  problems.every(({ field }) => field !== undefined && field === view.onlyField)
    ? view.onlyField
    : undefined;

const failureNotice = (failure: Failure, context: ViewContext, retry: () => void) =>
  html`<div class="notice danger failure" tabindex="-1">
    ${icon(icons.alert)}
    <div>
      <p>${context.words.failure(failure.code)}</p>
      ${
        failure.retryable
          ? html`<button type="button" class="quiet strong" @click=${retry}>${msg('Try again', {
              id: 'common.retry',
              desc: 'Button: sends the same once more',
            })}</button>`
          : failure.code === 'rejected'
            ? html`<button type="button" class="quiet strong" @click=${context.restart}>${msg(
                'Start again',
                {
                  id: 'common.restart',
                  desc: 'Button: back to the first screen',
                },
              )}</button>`
            : nothing
      }
    </div>
  </div>`;

/** All problems on top, each leading to its field with the words that stand there (WCAG 3.3.1). */
const summary = (
  problems: readonly Problem[],
  context: ViewContext,
  toField: (event: Event) => void,
) =>
  html`<div class="notice danger summary" tabindex="-1">
    ${icon(icons.alert)}
    <div>
      <strong>${msg('To correct before you go on', { id: 'common.summary', desc: 'Above a list of problems' })}</strong>
      <ul>
        ${problems.map((problem) =>
          problem.field
            ? html`<li><a href=${`#${context.id(problem.field)}`} @click=${toField}>${context.words.problem(problem)}</a></li>`
            : html`<li>${context.words.problem(problem)}</li>`,
        )}
      </ul>
    </div>
  </div>`;

/** The quiet ways on; the other actions are drawn by a view or the frame. */
const ways = {
  'other-method': () =>
    msg('Use another method', {
      id: 'common.other-method',
      desc: 'Button below the form: back to the list of methods',
    }),
  'none-of-these': () =>
    msg('None of these work', {
      id: 'common.none-of-these',
      desc: 'Button below the list of methods',
    }),
  back: () => msg('Back', { id: 'common.back', desc: 'Button: one step back' }),
};

const isWay = (name: string): name is keyof typeof ways => Object.hasOwn(ways, name);

interface FormContent {
  readonly step: Step;
  readonly view: AnyView;
  readonly context: ViewContext;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  retry(): void;
  toField(event: Event): void;
}

/** What stands in the real form: what to correct, the fields, one filled button, and the ways around it. */
export function formContent({
  step,
  view,
  context,
  busy,
  failure,
  ...rest
}: FormContent): TemplateResult {
  const { problems } = context;
  const submit = view.submit?.(step, context);
  const cancel =
    step.actions.some(({ name }) => name === 'cancel') ||
    (step.kind === 'identify' && context.dialog);
  const quiet = step.actions.map(({ name }) => name).filter(isWay);
  return html`
    ${failure ? failureNotice(failure, context, rest.retry) : nothing}
    ${
      problems.length && onlyFieldOf(view, problems) === undefined
        ? summary(problems, context, rest.toField)
        : nothing
    }
    ${step.notices
      .filter(({ code }) => !saidOnly.has(code))
      .map((notice) => {
        const text = context.words.notice(notice);
        return text
          ? html`<div class="notice">${icon(icons.info)}<div>${text}</div></div>`
          : nothing;
      })}
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
    ${
      quiet.length || cancel
        ? html`<div class="ways">
            ${quiet.map(
              (action) =>
                html`<button type="button" class="quiet" @click=${() => busy || context.answer({ action })}>${ways[action]()}</button>`,
            )}
            ${
              cancel
                ? html`<button type="button" class="quiet end" @click=${context.close}>${msg(
                    'Cancel',
                    {
                      id: 'common.cancel',
                      desc: 'Button: gives the reset up',
                    },
                  )}</button>`
                : nothing
            }
          </div>`
        : nothing
    }
  `;
}
