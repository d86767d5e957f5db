import { fixture } from '@open-wc/testing';
import { type CSSResult, html } from 'lit';
import { SsprReset } from '../../src/define/sspr-reset.js';
import type { ViewContext } from '../../src/elements/view.js';
import { useOwnViews } from '../../src/elements/views.js';
import { turn } from './reset-world.js';

/** A part of a screen, in an element that shows nothing else. */
export interface Alone {
  readonly element: SsprReset;
  readonly form: HTMLFormElement;
}

/** Shows a part by itself, in the real form of a real element. Those before it show the same from now on. */
export async function alone(
  draw: (context: ViewContext) => unknown,
  styles: CSSResult,
  lang = 'en',
): Promise<Alone> {
  useOwnViews(() => ({ heading: () => 'A part', body: (_step, context) => draw(context), styles }));
  const element = Object.assign(new SsprReset(), { lang });
  await fixture(html`<main>${element}</main>`);
  await drawn(element);
  const form = element.querySelector('form');
  if (!form) throw new Error('An element without a form.');
  return { element, form };
}

afterEach(() => useOwnViews(() => undefined));

/** Resolves when what was promised has come, and is drawn. */
export async function drawn(element: SsprReset): Promise<void> {
  await turn();
  await element.updateComplete;
}
