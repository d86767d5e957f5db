import { expect } from '@open-wc/testing';
import type { Branding } from '../../src/contract/index.js';
import type { ResetPage } from '../../src/testing/index.js';
import { adapterOver, open, world } from './reset-world.js';

const longWord = 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz';
const names = {
  'of one long word': longWord,
  'of many words': 'The Royal Society for the Exploration of the Far North and of Its Islands',
};

/** The first screen of an organisation on a small phone. */
async function opened(branding: Branding, lang: string): Promise<ResetPage> {
  const where = world();
  const discover: typeof where.tenant.discover = async (...call) => ({
    ...(await where.tenant.discover(...call)),
    branding,
  });
  const page = await open(where, { adapter: adapterOver(where.tenant, { discover }), lang });
  page.element.style.inlineSize = '320px';
  await page.until(() => inShell(page, '.brand').textContent?.includes(branding.name) ?? false, '');
  return page;
}

function inShell({ element }: ResetPage, selector: string): Element {
  const found = element.shadowRoot?.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** Where the words of an element are, line by line. */
function linesOf(element: Element): DOMRect[] {
  const words = document.createRange();
  words.selectNodeContents(element);
  return [...words.getClientRects()];
}

function expectInside(page: ResetPage, element: Element): void {
  const card = inShell(page, '.body').getBoundingClientRect();
  for (const { left, right } of linesOf(element)) {
    expect(left).to.be.at.least(card.left);
    expect(right).to.be.at.most(card.right);
  }
}

for (const lang of ['en', 'ar'])
  describe(`in a small card in ${lang}`, () => {
    for (const [what, name] of Object.entries(names))
      it(`the name of an organisation ${what} wraps, and the step beside it stays on one line`, async () => {
        const page = await opened({ name }, lang);
        const step = inShell(page, '.brand + span');
        expectInside(page, inShell(page, '.brand'));
        expectInside(page, step);
        expect(new Set(linesOf(step).map(({ top }) => Math.round(top))).size).to.equal(1);
      });

    it('a wide logo keeps its shape, and leaves room for the name', async () => {
      const logo = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"/>')}`;
      const page = await opened({ name: 'Contoso', logo }, lang);
      const image = inShell(page, '.brand img');
      expect(getComputedStyle(image).objectFit).to.equal('contain');
      expect(image.getBoundingClientRect().width).to.be.at.most(80);
      expect(linesOf(inShell(page, '.brand')).every(({ height }) => height < 32)).to.equal(true);
    });

    it('a word that is longer than a line breaks', async () => {
      const page = await opened({ name: 'Contoso' }, lang);
      Object.assign(page.element, { messages: { 'reset.identify.username': longWord } });
      await page.element.updateComplete;
      const label = page.form.querySelector('label');
      if (!label) throw new Error('no label');
      expect(label.textContent).to.equal(longWord);
      expectInside(page, label);
    });
  });
