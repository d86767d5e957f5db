import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { ResetPage } from '../../src/testing/index.js';
import { differences, type Looks, looksOf } from './isolation/looks.js';
import { sheets, styled } from './isolation/pages.js';
import { type Look, pageOf, reset, world } from './reset-world.js';
import { scenes } from './scenes.js';

/**
 * The element in a page's own containers. Where it stands and how much room it has is the page's
 * business: the inline styles say that for every page alike. Everything else comes from the sheets.
 */
const place =
  'display: block; position: static; float: none; box-sizing: border-box; width: 400px; height: auto;' +
  'min-width: 0; max-width: none; min-height: 0; max-height: none; margin: 0; padding: 0; border: 0;' +
  'transform: none; translate: none; rotate: none; scale: none; overflow: visible; columns: auto;' +
  'visibility: visible; pointer-events: auto; opacity: 1; filter: none; text-decoration: none; clip-path: none; mask: none; mix-blend-mode: normal; will-change: auto;' +
  'writing-mode: horizontal-tb; aspect-ratio: auto; transition: none; animation: none;';

async function show(sceneName: string, look: Look = {}): Promise<ResetPage> {
  const scene = scenes[sceneName];
  if (!scene) throw new Error(`No scene “${sceneName}”.`);
  const where = world(scene.settings);
  const element = reset(where, { ...scene.look?.(where), ...look });
  element.setAttribute('style', place);
  await fixture(html`<div id="app" style=${place}><div id="deep" style=${place}>${element}</div></div>`);
  await element.updateComplete;
  const page = pageOf(element);
  await scene.walk(page, where);
  await element.updateComplete;
  return page;
}

/** Only the first lines: one cause has hundreds of effects. */
function expectSame(bare: Looks, other: Looks): void {
  const lines = differences(bare, other);
  expect(lines.length, `${lines.length} differ:\n${lines.slice(0, 30).join('\n')}`).to.equal(0);
}

describe('on a page with styles of its own', () => {
  const states = [
    'identify',
    'identify with a problem',
    'the methods',
    'the wrong code',
    'a new code',
    'the new password, typed and shown',
    'the new password with problems',
    'the end',
    'SSPR_0014',
    'a failed call',
    'a form that the backend describes',
    'the methods in the dialog',
    'the question before leaving',
  ];
  const loaded = new Map<string, string>();

  before(async () => {
    for (const [name, load] of Object.entries(sheets)) loaded.set(name, await load());
  });

  for (const state of states)
    it(`looks as on a bare one: ${state}`, async () => {
      const { element } = await show(state);
      const bare = looksOf(element);
      for (const [name, css] of loaded) {
        const unstyled = styled(css);
        const other = looksOf(element);
        unstyled();
        try {
          expectSame(bare, other);
        } catch (error) {
          throw new Error(`On ${name}: ${error instanceof Error ? error.message : error}`);
        }
      }
    });
});
