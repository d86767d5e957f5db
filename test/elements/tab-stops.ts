import { press } from '../runner/commands.js';
import { backdropOf, contrast } from './contrast.js';
import { type AnyPage, controlsOf, elementAt, isWithin, short } from './on-screen.js';
import { focused } from './reset-world.js';

/** Everything that Tab stops at from the heading to the end of the element; then the focus is put back. */
async function tabThrough(
  page: AnyPage,
  look: (stop: Element) => Promise<readonly string[]>,
): Promise<{ readonly stops: readonly Element[]; readonly wrong: string[] }> {
  const before = focused();
  page.headingElement.focus();
  const stops: Element[] = [];
  const wrong: string[] = [];
  while (stops.length < 40) {
    await press('Tab');
    const at = focused();
    if (!at || !isWithin(at, page.element)) break;
    stops.push(at);
    wrong.push(...(await look(at)));
  }
  if (before instanceof HTMLElement && isWithin(before, page.element)) before.focus();
  else page.headingElement.focus();
  return { stops, wrong };
}

const isRadio = (control: Element): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'radio';

/** What should be a stop: each control, of a group of radios the chosen one, else its first. */
function expectedStops(page: AnyPage): HTMLElement[] {
  const controls = controlsOf(page).filter(
    (control) => control.tabIndex >= 0 && !control.matches(':disabled'),
  );
  return controls.filter((control) => {
    if (!isRadio(control)) return true;
    const group = controls
      .filter(isRadio)
      .filter((one) => one.name === control.name && one.getRootNode() === control.getRootNode());
    return control === (group.find(({ checked }) => checked) ?? group[0]);
  });
}

/** What is drawn around what has the focus: its own outline, or that of the row that it stands for. */
function ringOf(stop: Element): Element | undefined {
  return [stop, stop.closest('.row, .goal, label')].find((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return (
      outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
    );
  }) as Element | undefined;
}

/** What keeps a person from seeing where the focus is (WCAG 2.4.7, 2.4.11, 1.4.11). */
async function unseen(stop: Element): Promise<readonly string[]> {
  const wrong: string[] = [];
  if (!stop.matches(':focus-visible')) wrong.push(`${short(stop)} does not show the focus`);
  const ring = ringOf(stop);
  if (!ring) wrong.push(`${short(stop)} has no ring`);
  // The browser's own ring has colours that it does not tell.
  else if (getComputedStyle(ring).outlineStyle !== 'auto') {
    const ratio = contrast(getComputedStyle(ring).outlineColor, backdropOf(ring, { own: false }));
    if (ratio < 3) wrong.push(`the ring of ${short(stop)} has a contrast of ${ratio.toFixed(1)}`);
  }
  // A browser may scroll to it in the next frame only.
  for (let frame = 0; frame < 30 && above(stop) !== 'nothing'; frame += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  // Firefox on a busy machine may not scroll at all. What is asked about is what lies above it there.
  if (above(stop) === short(null)) stop.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  if (above(stop) !== 'nothing') wrong.push(`${short(stop)} is behind ${above(stop)}`);
  return wrong;
}

/** What hides all of a stop: Firefox leaves in its place what can be seen in part (WCAG 2.4.11). */
function above(stop: Element): string {
  const { left, top, width, height } = stop.getBoundingClientRect();
  const target = stop.closest('.row, .goal, label') ?? stop;
  const hits = [0.1, 0.3, 0.5, 0.7, 0.9].map((part) =>
    elementAt(left + width / 2, top + part * height),
  );
  if (hits.some((hit) => isWithin(hit, target))) return 'nothing';
  return short(hits.find((hit) => hit !== null) ?? null);
}

/** Stops that come before what stands before them, as it is read in the language of the element. */
function outOfOrder(stops: readonly Element[], rtl: boolean): string[] {
  const boxes = stops.map((stop) => stop.getBoundingClientRect());
  return boxes.slice(1).flatMap((box, index) => {
    const before = boxes[index];
    if (!before) return [];
    const beside = Math.min(before.bottom, box.bottom) - Math.max(before.top, box.top);
    const right =
      beside > Math.min(before.height, box.height) / 2
        ? rtl
          ? box.right <= before.right
          : box.left >= before.left
        : box.top >= before.top;
    return right
      ? []
      : [`${short(stops[index + 1] ?? null)} comes after ${short(stops[index] ?? null)}`];
  });
}

/** What is wrong with a screen for whoever goes through it by Tab (WCAG 2.1.1, 2.4.3, 2.4.7, 2.4.11). */
export async function lostByTab(page: AnyPage): Promise<string[]> {
  const { stops, wrong } = await tabThrough(page, unseen);
  const expected = expectedStops(page);
  return [
    ...wrong,
    ...expected.filter((one) => !stops.includes(one)).map((one) => `no stop at ${short(one)}`),
    ...stops
      .filter((one) => !(expected as Element[]).includes(one))
      .map((one) => `a stop at ${short(one)}`),
    ...stops.filter((one, at) => stops.indexOf(one) !== at).map((one) => `twice at ${short(one)}`),
    ...outOfOrder(stops, page.form.dir === 'rtl'),
  ];
}
