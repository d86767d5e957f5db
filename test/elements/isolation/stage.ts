import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import type { ResetPage } from '../../../src/testing/index.js';
import { type Look, pageOf, reset, world } from '../reset-world.js';
import { scenes } from '../scenes.js';
import { differences, type Looks, looksOf } from './looks.js';
import { sheets, styled } from './pages.js';

/**
 * Where an element stands, how much room it has, and what happens to all that stands there is the
 * page's business: said inline, so that it is the same under every sheet.
 */
const place = [
  ...[
    'display: block',
    'position: static',
    'float: none',
    'box-sizing: border-box',
    'width: 400px',
  ],
  ...['height: auto', 'min-width: 0', 'max-width: none', 'min-height: 0', 'max-height: none'],
  ...['margin: 0', 'padding: 0', 'border: 0', 'overflow: visible', 'columns: auto', 'mask: none'],
  ...['transform: none', 'translate: none', 'rotate: none', 'scale: none', 'aspect-ratio: auto'],
  ...[
    'visibility: visible',
    'pointer-events: auto',
    'opacity: 1',
    'filter: none',
    'clip-path: none',
  ],
  ...['text-decoration: none', 'mix-blend-mode: normal', 'will-change: auto', 'transition: none'],
  ...['animation: none', 'writing-mode: horizontal-tb'],
].join(';');

/** Puts an element between elements of a page that can be named by id; still under the pointer when the page moves. */
export async function stage(element: HTMLElement): Promise<void> {
  element.setAttribute('style', place);
  await fixture(html`<div id="app" style="${place}; position: fixed; inset: 0 auto auto 0">
    <div id="deep" style=${place}>${element}</div>
  </div>`);
}

/** A reset in one of its states, on a bare page. */
export async function show(name: string, look: Look = {}): Promise<ResetPage> {
  const scene = scenes[name];
  if (!scene) throw new Error(`There is no scene “${name}”.`);
  const staged = await scene.stage?.('en');
  const where = staged ?? world(scene.settings);
  const element = reset(where, { ...staged?.look, ...scene.look?.(where), ...look });
  await stage(element);
  await element.updateComplete;
  const page = pageOf(element);
  await scene.walk(page, where);
  await element.updateComplete;
  return page;
}

const loaded = new Map<string, string>();

/** Fetches the sheets of all pages, so that they can be put in place at once. */
export async function loadSheets(): Promise<void> {
  for (const [name, load] of Object.entries(sheets)) loaded.set(name, await load());
}

/** Only the first lines: one cause has hundreds of effects. */
function expectSame(page: string, bare: Looks, other: Looks): void {
  const lines = differences(bare, other);
  const first = lines.slice(0, 30).join('\n');
  expect(lines.length, `${lines.length} differences on ${page}:\n${first}\n`).to.equal(0);
}

/** Expects every part of the element, or those given, to look as on the bare page. */
export function expectUntouched(host: Element, only?: readonly Element[]): void {
  const bare = looksOf(host, only);
  for (const [page, css] of loaded) {
    const unstyled = styled(css, host.getRootNode());
    const other = looksOf(host, only);
    unstyled();
    expectSame(page, bare, other);
  }
}
