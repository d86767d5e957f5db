import { expect } from '@open-wc/testing';
import { resize } from '../runner/commands.js';
import { clippedIn, sidewaysBy, spaced } from './measures.js';
import { type AnyPage, still } from './on-screen.js';

/** What the tests of a group see an element in. */
interface Surroundings {
  readonly width: number;
  readonly height?: number;
  /** Of the page. Default: that of the browser. */
  readonly margin?: string;
}

/** Has the tests of a group run in a window of this size, on a ground that follows the colour scheme. */
export function inWindow({ width, height = 800, margin = '' }: Surroundings): void {
  let size: readonly [number, number];
  before(async () => {
    size = [innerWidth, innerHeight];
    await resize(width, height);
    document.documentElement.style.background = 'Canvas';
    document.body.style.margin = margin;
  });
  after(async () => {
    document.documentElement.removeAttribute('style');
    document.body.removeAttribute('style');
    await resize(...size);
  });
}

/** Every check of axe, on a light ground or a dark one. */
export async function expectAccessible(page: AnyPage, scheme: 'light' | 'dark'): Promise<void> {
  document.documentElement.style.colorScheme = scheme;
  await still(page);
  await expect(page.element).to.be.accessible();
}

/** The tests of a group whose screen has to fit into 320 pixels (WCAG 1.4.10, 1.4.12). */
export function fits(page: () => AnyPage): void {
  it('needs no sideways scrolling, and cuts no text', () => {
    expect(innerWidth).to.equal(320);
    expect(sidewaysBy()).to.equal(0);
    expect(clippedIn(page()).join('\n')).to.equal('');
  });

  it('bears the reader’s own spacing of lines, letters and words', () => {
    const look = () => [sidewaysBy(), clippedIn(page()).join('\n')];
    expect(spaced(page(), look)).to.deep.equal([0, '']);
  });
}
