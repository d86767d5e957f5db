import { expect } from '@open-wc/testing';
import { adapterOver, open, world } from './reset-world.js';

const names = {
  'of one long word': 'Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz',
  'of many words': 'The Royal Society for the Exploration of the Far North and of Its Islands',
};

describe('the name of an organisation', () => {
  for (const [what, name] of Object.entries(names))
    for (const lang of ['en', 'ar'])
      it(`${what} wraps inside of the card, and the step beside it stays on one line, in ${lang}`, async () => {
        const where = world();
        const discover: typeof where.tenant.discover = async (...call) => ({
          ...(await where.tenant.discover(...call)),
          branding: { name },
        });
        const page = await open(where, { adapter: adapterOver(where.tenant, { discover }), lang });
        page.element.style.inlineSize = '320px';
        await page.until(() => page.element.shadowRoot?.textContent?.includes(name) ?? false, name);
        const part = (selector: string) => {
          const found = page.element.shadowRoot?.querySelector(selector);
          if (!found) throw new Error(`no ${selector}`);
          return found;
        };
        const body = part('.body').getBoundingClientRect();
        const words = document.createRange();
        words.selectNodeContents(part('.brand'));
        for (const { left, right } of [
          part('.brand + span').getBoundingClientRect(),
          words.getBoundingClientRect(),
        ]) {
          expect(left).to.be.at.least(body.left);
          expect(right).to.be.at.most(body.right);
        }
        const step = document.createRange();
        step.selectNodeContents(part('.brand + span'));
        expect(new Set([...step.getClientRects()].map(({ top }) => Math.round(top))).size).to.equal(
          1,
        );
      });
});
