// What a test may ask of the browser it runs in: the same calls in all three engines.

import { executeServerCommand, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { EngineName } from './options.js';

function engineOf(userAgent: string): EngineName {
  if (userAgent.includes('Firefox/')) return 'firefox';
  return userAgent.includes('Chrome/') ? 'chromium' : 'webkit';
}

export const engine: EngineName = engineOf(navigator.userAgent);

/** What this engine's driver can do beyond keys, pointer and window size. */
export const supports = {
  media: engine === 'chromium',
  accessibilityTree: engine === 'chromium',
  heap: engine === 'chromium',
} as const;

/** Presses one key, named as in `KeyboardEvent.key`, with modifiers before it: `Shift+Tab`. */
export async function press(keys: string): Promise<void> {
  const names = keys === '+' ? ['+'] : keys.split('+');
  const key = names.pop() ?? '';
  for (const modifier of names) await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  for (const modifier of names.reverse()) await sendKeys({ up: modifier });
}

/** Types a text into whatever has the focus, key by key. */
export function typeKeys(text: string): Promise<unknown> {
  return sendKeys({ type: text });
}

/** Moves the real pointer over the middle of an element. */
export async function hover(element: Element): Promise<void> {
  await sendMouse({ type: 'move', position: middleOf(element) });
}

/** Clicks the middle of an element with the real pointer, after scrolling to it. */
export async function click(element: Element): Promise<void> {
  await sendMouse({ type: 'click', position: middleOf(element) });
}

function middleOf(element: Element): [x: number, y: number] {
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) throw new Error(`<${element.localName}> has no box to point at`);
  return [Math.floor(left + width / 2), Math.floor(top + height / 2)];
}

/** Gives the page this inner width and height in CSS pixels. */
export async function resize(width: number, height: number): Promise<void> {
  await setViewport({ width, height });
  for (let frame = 0; frame < 60 && innerWidth !== width; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export interface Media {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
}

function featuresOf({ colorScheme, reducedMotion, forcedColors }: Media) {
  return Object.entries({
    'prefers-color-scheme': colorScheme,
    'prefers-reduced-motion': reducedMotion,
    'forced-colors': forcedColors,
  }).filter(([, value]) => value !== undefined);
}

/**
 * Whether `emulate(media)` will succeed here: always in Chromium, elsewhere only when the browser
 * was started in that medium. Files named `*.media.test.ts` also run in Firefoxes started dark,
 * with reduced motion and with forced colours: `if (canEmulate({ … })) it('…')`.
 */
export function canEmulate(media: Media): boolean {
  return (
    supports.media ||
    featuresOf(media).every(([name, value]) => matchMedia(`(${name}: ${value})`).matches)
  );
}

/** Shows the page in a medium until the next call; `emulate({})` goes back to the usual one. */
export async function emulate(media: Media): Promise<void> {
  if (supports.media) {
    await executeServerCommand('emulate-features', Object.fromEntries(featuresOf(media)));
  } else if (!canEmulate(media)) {
    throw new Error(`emulate(${JSON.stringify(media)}) is not supported in ${engine}`);
  }
}

export interface AccessibilityNode {
  readonly role: string;
  readonly name?: string;
  readonly value?: string | number;
  readonly description?: string;
  readonly focused?: boolean;
  readonly disabled?: boolean;
  readonly checked?: boolean | 'mixed';
  readonly expanded?: boolean;
  readonly invalid?: string;
  readonly required?: boolean;
  readonly readonly?: boolean;
  readonly pressed?: boolean | 'mixed';
  readonly level?: number;
  readonly children?: readonly AccessibilityNode[];
}

/**
 * What assistive technology is told about the whole page: what can be read or operated, or all of it,
 * groups too. Chromium alone can tell.
 */
export async function accessibilityTree(
  what: 'usable' | 'all' = 'usable',
): Promise<AccessibilityNode> {
  if (!supports.accessibilityTree) {
    throw new Error(`accessibilityTree() is not supported in ${engine}`);
  }
  return executeServerCommand<AccessibilityNode, string>('accessibility-tree', what);
}

/** What of this kind is alive in the page's process. */
export interface Alive {
  readonly documents: number;
  readonly nodes: number;
  readonly jsEventListeners: number;
}

/** Collects garbage, and counts what is left. Chromium alone can tell. */
export async function alive(): Promise<Alive> {
  if (!supports.heap) throw new Error(`alive() is not supported in ${engine}`);
  return executeServerCommand<Alive, undefined>('alive');
}
