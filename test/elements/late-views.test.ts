import { expect } from '@open-wc/testing';
import { adapterOver, adele, open, turn, world } from './reset-world.js';

describe('a screen whose code comes late', () => {
  // First of all in this page: code that was loaded is there at once.
  it('is not shown any more where somebody has gone on meanwhile', async () => {
    const { requestIdleCallback } = globalThis;
    // What would be fetched ahead is fetched when it is needed.
    Object.assign(globalThis, { requestIdleCallback: () => 0 });
    try {
      const where = world();
      const { tenant } = where;
      const shown: string[] = [];
      let answer = () => {};
      const answered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const adapter = adapterOver(tenant, {
        async advance(...call) {
          const step = await tenant.reset.advance(...call);
          answer();
          return step;
        },
      });
      const page = await open(where, { adapter });
      page.element.addEventListener('sspr-step', () => shown.push(page.stepKind ?? ''));
      await page.identify(adele);
      const method = page.methods.find(({ type }) => type === 'email')?.id ?? '';
      page.radio(method).click();
      page.primary.click();
      await answered;
      // The flow has taken the step in, and nothing could be loaded yet.
      for (let ticks = 0; ticks < 30; ticks += 1) await Promise.resolve();
      expect(page.stepKind).to.equal('choose-method');
      Object.assign(page.element, { adapter: tenant });
      await page.step('identify');
      await import('../../src/elements/views/enter-code.js');
      for (let turns = 0; turns < 20; turns += 1) await turn();
      await page.element.updateComplete;
      expect(page.stepKind).to.equal('identify');
      expect(shown).not.to.include('enter-code');
    } finally {
      Object.assign(globalThis, { requestIdleCallback });
    }
  });
});
