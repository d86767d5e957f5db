import { type AnyPage, isWithin, rootsOf, short } from '../on-screen.js';
import { focused } from '../reset-world.js';
import { holds, type Sinks, withoutTimes } from '../sinks.js';
import type { WalkWorld } from './world.js';

/** What does not hold, by name. */
export class Finding extends Error {
  constructor(
    override readonly name: string,
    detail: string,
  ) {
    super(`${name}: ${detail}`);
  }
}

/** Exactly one step is drawn, in one form, with at most one filled button. */
export function expectOneStep({ element, form, heading, stepKind }: AnyPage): void {
  const shell = element.shadowRoot;
  const counts = [
    element.querySelectorAll('form').length,
    shell?.querySelectorAll('.card').length,
    shell?.querySelectorAll('[role=heading]').length,
    form.querySelectorAll(':scope > [role=status]').length,
    form.querySelectorAll(':scope > [role=alert]').length,
  ];
  if (counts.some((count) => count !== 1)) throw new Finding('one step', counts.join());
  const filled = form.querySelectorAll('.button:not(.secondary)').length;
  if (filled > 1) throw new Finding('one filled button', `${filled} on ${stepKind}`);
  if (heading === '') throw new Finding('a heading', `none on ${stepKind}`);
  if ((shell?.querySelectorAll('.question').length ?? 0) > 1)
    throw new Finding('one question', 'there are two');
}

/** Whoever was in the element is in it still. */
export function expectFocusKept(page: AnyPage): void {
  const at = focused();
  if (!isWithin(at, page.element)) throw new Finding('the focus', `it is at ${short(at)}`);
}

/** A button is busy while something is on its way, and only then. */
export function expectHonestButtons(page: AnyPage, { waiting }: WalkWorld): void {
  const button = page.form.querySelector('[type=submit]');
  const turns = page.form.querySelector('button .turning') !== null;
  if (page.busy !== turns) throw new Finding('busy', `says ${page.busy}, shows ${turns}`);
  if (page.busy && waiting === 0)
    throw new Finding('busy', `nothing is on its way: ${page.stepKind}`);
  if (button?.hasAttribute('disabled')) throw new Finding('busy', 'a button is off');
}

/** What changes an account, and the answers that ask for it. */
const effects = {
  'Reset password (self-service)': /^set-password$/,
  'User registered for self-service password reset': /^enrol-/,
} as const;

/** One call that changes something at a time; an attempt means one thing; each change was asked for. */
export function expectOneEffect({ mostAtOnce, sent, tenant }: WalkWorld): void {
  if (mostAtOnce > 1) throw new Finding('one call', `${mostAtOnce} at once`);
  const meant = new Map<string, string>();
  for (const { attempt, what } of sent) {
    if ((meant.get(attempt) ?? what) !== what) throw new Finding('one meaning', attempt);
    meant.set(attempt, what);
  }
  for (const [effect, asking] of Object.entries(effects)) {
    const asked = new Set(
      sent.filter(({ answer }) => asking.test(answer?.action ?? '')).map(({ attempt }) => attempt),
    );
    const made = tenant.audit
      .list()
      .filter(({ activity, status }) => activity === effect && status === 'success');
    if (made.length > asked.size)
      throw new Finding('one effect', `${effect}: ${made.length} of ${asked.size} answers`);
  }
}

/** What was typed, and for which screen. */
export interface Typed {
  readonly input: HTMLInputElement;
  readonly screen: number;
}

/** Nothing that is typed outlives its screen. */
export function expectEmptied(typed: readonly Typed[], screen: number): void {
  for (const { input, screen: its } of typed)
    if (input.value !== '' && (!input.isConnected || its !== screen) && input.name !== 'username')
      throw new Finding('emptied', `${input.name} still holds what was typed`);
}

const readable = (page: AnyPage): string =>
  [...rootsOf(page), page.form].map((root) => root.textContent ?? '').join(' ');

/** No secret is anywhere but in the field that it is typed into. */
export function expectNoLeak(page: AnyPage, sinks: Sinks, secrets: ReadonlySet<string>): void {
  const lines = sinks.fresh().map(withoutTimes);
  const [all, text] = [lines.join('\n'), readable(page)];
  for (const secret of secrets) {
    if (holds(all, secret))
      throw new Finding('no leak', `${secret} in ${lines.find((line) => holds(line, secret))}`);
    if (holds(text, secret)) throw new Finding('no leak', `${secret} can be read: ${page}`);
  }
  const complaint = lines.find(
    (line) =>
      line.startsWith('console.error') || /^console\.warn: (?!.*(<sspr-|Lit is in dev))/.test(line),
  );
  if (complaint) throw new Finding('a quiet console', complaint);
}
