import { html } from 'lit';
import type { Answer } from '../contract/answer.js';
import type { MethodType } from '../contract/codes.js';
import type { Problem } from '../contract/parts.js';
import type { FlowStep } from '../flow/state.js';
import type { View, ViewContext } from './view.js';
import { type AnyView, useOwnViews } from './views.js';

/** A step without what it is answered under: that stays with the element. */
export type TokenlessStep = FlowStep extends infer S
  ? S extends FlowStep
    ? Omit<S, 'token'>
    : never
  : never;

/** What a view of the page's own may know and do. */
export interface OwnViewUse {
  readonly step: TokenlessStep;
  /** The language of the element, a BCP 47 tag. */
  readonly locale: string;
  /** What there is to correct; those without a field the element tells above. */
  readonly problems: readonly Problem[];
  /** Answers the step, as the button of the form does with what `read` gives. */
  answer(answer: Answer): void;
  /** Says something politely to those who cannot see it (WCAG 4.1.3). */
  announce(text: string): void;
  /** Aborted when another screen comes, or the element goes: whatever was begun ends with it. */
  readonly signal: AbortSignal;
}

/** A screen that the page draws itself, in whatever way it draws. */
export interface OwnView {
  /** The heading, which takes the focus when the screen comes. */
  heading(step: TokenlessStep, locale: string): string;
  /** Below the heading. Default: none. */
  lead?(step: TokenlessStep, locale: string): string;
  /**
   * Draws into `container`, once for each screen. It stands in the element's form, in the light DOM:
   * inputs in it are submitted with it.
   * @returns what draws again, where the same screen gets another step: with problems, or with fewer tries
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: most views return nothing, and should not have to say so
  mount(container: HTMLElement, use: OwnViewUse): void | ((use: OwnViewUse) => void);
  /** The words of the one filled button. Default: none, and the view answers by itself. */
  submit?(step: TokenlessStep, locale: string): string;
  /** What the submitted form says: the answer, or what there is to correct in it. */
  read?(data: FormData, step: TokenlessStep): Answer | readonly Problem[];
}

/** What a view is for: a type of method, whatever its steps are, or a kind of step. */
export type OwnViewOf =
  | { readonly method: MethodType }
  /** A kind of step; also one that this version does not know, by the name that the backend gives it. */
  | { readonly step: string };

const ofMethods = new Map<string, AnyView>();
const ofSteps = new Map<string, AnyView>();

/** Which step a container shows, and what draws it again. */
interface Mounted {
  readonly signal: AbortSignal;
  readonly draw: (use: OwnViewUse) => void;
  step: FlowStep;
}
const mounted = new WeakMap<HTMLElement, Mounted>();

function withoutToken(step: FlowStep): TokenlessStep {
  if (!('token' in step)) return step;
  const { token: _, ...rest } = step;
  // Rest of a union is typed as what all of it has in common.
  return rest as TokenlessStep;
}

const useOf = (step: FlowStep, context: ViewContext, signal: AbortSignal): OwnViewUse => {
  const { locale, problems, answer, announce } = context;
  return { step: withoutToken(step), locale, problems, answer, announce, signal };
};

/** A fault of the page's code is told as the page's, and leaves the person all other ways on. */
function safely<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

function viewFrom(own: OwnView): View<FlowStep['kind']> {
  return {
    heading: (step, { locale }) => safely(() => own.heading(withoutToken(step), locale)) ?? '',
    lead: (step, { locale }) => safely(() => own.lead?.(withoutToken(step), locale)) ?? '',
    body: () => html`<div class="own"></div>`,
    drawn(form, step, context) {
      const container = form.querySelector<HTMLElement>('.own');
      const signal = context.running?.signal;
      if (!container || !signal) return;
      const before = mounted.get(container);
      if (before?.signal === signal) {
        if (before.step !== step) safely(() => before.draw(useOf(step, context, signal)));
        before.step = step;
        return;
      }
      container.replaceChildren();
      const draw = safely(() => own.mount(container, useOf(step, context, signal))) ?? (() => {});
      mounted.set(container, { signal, draw, step });
    },
    ...(own.submit && {
      submit: (step, { locale }) => safely(() => own.submit?.(withoutToken(step), locale)) ?? '',
    }),
    read(data, step) {
      const reply = safely(() => own.read?.(data, withoutToken(step))) ?? [];
      return 'action' in reply ? { answer: reply } : { problems: reply };
    },
  };
}

/** The page's view for a step: that for the method which it is about goes before that for its kind. */
function ownViewOf(step: FlowStep): AnyView | undefined {
  const method = 'method' in step ? step.method?.type : undefined;
  const kind = step.kind === 'unknown' ? step.received : step.kind;
  return (method === undefined ? undefined : ofMethods.get(method)) ?? ofSteps.get(kind);
}

/**
 * Lets the page draw the steps of a type of method, or a kind of step, itself: for methods that the
 * backend has and this widget does not know, or in place of how it shows one. Holds for all elements of
 * this package on the page, from the next step on.
 * @returns what takes it back
 *
 * ```ts
 * registerMethodView({ method: 'badge' }, {
 *   heading: () => 'Hold your badge to the reader',
 *   mount(container, { answer, signal }) {
 *     reader.addEventListener('read', ({ badge }) => answer({ action: 'fill-form', values: { badge } }), { signal });
 *     container.textContent = 'The light of the reader turns green.';
 *   },
 * });
 * ```
 */
export function registerMethodView(of: OwnViewOf, own: OwnView): () => void {
  const [table, key] = 'method' in of ? [ofMethods, of.method] : [ofSteps, of.step];
  const view = viewFrom(own);
  table.set(key, view);
  useOwnViews(ownViewOf);
  return () => {
    if (table.get(key) === view) table.delete(key);
  };
}
