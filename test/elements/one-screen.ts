import { type AnyPage, short } from './on-screen.js';
import { focused } from './reset-world.js';
import type { Stop } from './scenario-steps.js';

const plain = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whoever waits or chooses from a list has nothing to fill a button with, and a block passes by itself. */
const withoutButton = new Set<string>(['wait', 'refused', 'manage', 'choose-registration']);

/** What there is more or less than one of. */
export function notOnce(page: AnyPage, { step }: Stop): string[] {
  const { element, form } = page;
  const shell = element.shadowRoot;
  const counts = {
    form: element.querySelectorAll('form').length,
    card: shell?.querySelectorAll('.card').length,
    heading: shell?.querySelectorAll('[role=heading]').length,
    'filled button': form.querySelectorAll('.button:not(.secondary)').length,
  };
  const idle = withoutButton.has(step?.kind ?? 'identify');
  // Where to sign in is not always known.
  const least = idle || (step?.kind === 'done' && step.signInUrl === undefined) ? 0 : 1;
  const wrong = Object.entries(counts).flatMap(([what, count = 0]) =>
    count === 1 || (what === 'filled button' && count === least) ? [] : [`${count} × ${what}`],
  );
  if (page.heading === '') wrong.push('no words in the heading');
  const expected = step?.kind ?? 'identify';
  const over = page.stepKind === 'refused';
  if (page.stepKind !== expected && !over)
    wrong.push(`${page.stepKind} is drawn in place of ${expected}`);
  return wrong;
}

/** What there is to correct, beside its field. */
const problemLine = '.error[id$="-error"]';

/** Where the focus is, if it is not where it belongs: at what is to correct, else at the new heading. */
export function astray(page: AnyPage, { by, from }: Stop): string[] {
  if (by === 'arrival') return [];
  const at = focused();
  const summary = page.form.querySelector('.summary');
  const field = page.form.querySelector(problemLine)?.closest('.field');
  const picker = field?.querySelector('sspr-method-picker');
  const right = summary
    ? at === summary
    : field
      ? field.contains(at) || (picker?.shadowRoot?.contains(at) ?? false)
      : from !== page.stepKind
        ? // Whoever presses Enter at once deletes nothing.
          at === page.headingElement || at?.matches('.keep') === true
        : page.element.contains(at) || (page.element.shadowRoot?.contains(at) ?? false);
  return right ? [] : [`the focus is at ${short(at)}`];
}

/** What is shown as news and not said, or said although it is read anyway (WCAG 4.1.3). */
export function unsaid(page: AnyPage, { by, step }: Stop): string[] {
  if (by === 'arrival' || by === 'time') return [];
  const { polite, assertive } = page.announced;
  const wrong: string[] = [];
  const news = page.form.querySelectorAll('.notice:not(.danger, .warn, .ok, .ending)');
  for (const notice of step?.notices.length ? news : []) {
    const words = plain(notice.textContent ?? '');
    if (!plain(polite).includes(words)) wrong.push(`“${words}” is shown, and said is “${polite}”`);
  }
  if (step?.notices.length && polite === '')
    wrong.push(`nothing is said of ${step.notices.map(({ code }) => code)}`);
  const summed = page.summary.length > 0;
  if (summed && assertive !== '') wrong.push(`“${assertive}” is read twice`);
  for (const problem of summed ? [] : page.form.querySelectorAll(problemLine)) {
    const words = plain(problem.textContent ?? '');
    if (!assertive.includes(words)) wrong.push(`“${words}” is not said`);
  }
  return wrong;
}

const isDrawn = (element: Element): boolean =>
  element.getClientRects().length > 0 && !element.closest('[aria-hidden=true], .sr');

/** Fields without a label that is seen, or whose problem or hint does not belong to them (WCAG 3.3.1, 3.3.2). */
export function nameless(page: AnyPage): string[] {
  return [...page.form.querySelectorAll<HTMLInputElement>('input, select, textarea')]
    .filter(isDrawn)
    .flatMap((input) => {
      const wrong: string[] = [];
      const label = [...(input.labels ?? [])].find(isDrawn);
      if (!plain(label?.textContent ?? '')) wrong.push(`${input.name} has no label`);
      const described = (input.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
      const texts = described.map((id) => page.form.querySelector(`#${CSS.escape(id)}`));
      if (texts.includes(null)) wrong.push(`${input.name} is described by what is not there`);
      if (input.type === 'radio') return wrong;
      const field = input.closest('.field');
      const error = field?.querySelector(problemLine) ?? null;
      for (const line of field?.querySelectorAll('.error, .hint') ?? [])
        if (!texts.includes(line)) wrong.push(`${input.name} does not lead to ${short(line)}`);
      if ((error !== null) !== (input.getAttribute('aria-invalid') === 'true'))
        wrong.push(`${input.name} says another thing than what stands beside it`);
      if (error && !error.querySelector('svg')) wrong.push(`only colour marks ${input.name}`);
      return wrong;
    });
}
