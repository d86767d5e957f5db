import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { type OwnViewUse, registerMethodView } from '../../src/elements/index.js';
import { open, turn } from './reset-world.js';
import { stage } from './scenario-steps.js';

/** A tenant that proves by a badge, which this widget does not know. */
async function atBadge() {
  const where = await stage('described/asked');
  const page = await open(where, where.look);
  await page.identify(where.opened.username);
  await page.step('choose-method');
  return { where, page };
}

const undo: (() => void)[] = [];
afterEach(() => {
  for (const take of undo.splice(0)) take();
});

describe('a method that the widget does not know', () => {
  it('METHOD-5: is drawn from the fields that the backend describes', async () => {
    const { page } = await atBadge();
    const method = page.methods.find(({ label }) => label !== undefined);
    await page.chooseMethod(method?.type ?? '');
    await page.step('form');
    expect(page.form.querySelectorAll('label')).to.have.length.at.least(1);
  });

  it('is drawn by the page, where the page has a view of its own', async () => {
    const { page } = await atBadge();
    const method = page.methods.find(({ label }) => label !== undefined);
    const uses: OwnViewUse[] = [];
    undo.push(
      registerMethodView(
        { method: method?.type ?? '' },
        {
          heading: () => 'Hold your badge to the reader',
          lead: () => 'The light turns green.',
          mount(container, use) {
            uses.push(use);
            render(html`<button type="button" class="read">Read</button>`, container);
            return (newer) => uses.push(newer);
          },
        },
      ),
    );
    await page.chooseMethod(method?.type ?? '');
    await page.step('form');
    expect(page.headingElement.textContent).to.contain('Hold your badge to the reader');
    expect(page.form.querySelector('.read')).not.to.equal(null);
    expect(uses).to.have.length(1);
    expect(JSON.stringify(uses[0]?.step), 'what it is answered under stays here').not.to.contain(
      'token',
    );
    const step = uses[0]?.step;
    const names = step && 'fields' in step ? (step.fields ?? []).map(({ name }) => name) : [];
    uses[0]?.answer({
      action: 'fill-form',
      values: Object.fromEntries(names.map((name) => [name, '0'])),
    });
    for (let turns = 0; turns < 500 && uses.length < 2; turns += 1) await turn();
    expect(uses, 'told of what there is to correct').to.have.length(2);
    expect(page.stepKind).to.equal('form');
    expect(uses[1]?.problems).not.to.deep.equal([]);
    expect(uses[1]?.signal.aborted).to.equal(false);
    page.element.remove();
    await turn();
    expect(uses[1]?.signal.aborted, 'with the element').to.equal(true);
  });

  it('leaves all other ways on where the page’s view is broken', async () => {
    const { page } = await atBadge();
    const method = page.methods.find(({ label }) => label !== undefined);
    const reported: unknown[] = [];
    const before = globalThis.reportError;
    globalThis.reportError = (error) => reported.push(error);
    undo.push(() => {
      globalThis.reportError = before;
    });
    undo.push(
      registerMethodView(
        { method: method?.type ?? '' },
        {
          heading: () => 'Badge',
          mount() {
            throw new Error('of the page');
          },
        },
      ),
    );
    await page.chooseMethod(method?.type ?? '');
    await page.step('form');
    expect(reported).to.have.length(1);
    await page.press('Use another method');
    await page.step('choose-method');
  });
});
