import { expect } from '@open-wc/testing';
import { press } from '../runner/commands.js';
import { turn } from './reset-world.js';
import {
  expectOneScreen,
  type Move,
  moves,
  openOverNetwork,
  walkTo,
} from './robustness-network.js';

describe('while a request is under way', () => {
  /** At a screen, filled in, with a backend that does not answer. */
  async function hangingAt(name: string) {
    const opened = await openOverNetwork();
    const move: Move = await walkTo(opened, name);
    await opened.page.settled();
    const typed = move.fill(opened.page);
    opened.faults.next(move.operation, { kind: 'drop' });
    return { ...opened, typed, before: opened.requests.length };
  }

  for (const { name } of moves(undefined as never)) {
    it(`the ${name} is sent once however often it is sent`, async () => {
      const { page, requests, before, sent, stop, typed } = await hangingAt(name);
      const { primary } = page;
      primary.focus();
      primary.click();
      primary.click();
      await sent(before + 1);
      primary.click();
      page.form.requestSubmit();
      await turn();
      expect(requests.length - before).to.equal(1);
      expect(page.busy).to.equal(true);
      expect(Object.keys(typed)).not.to.be.empty;
      expectOneScreen(page, name);
      stop();
    });
  }

  it('Enter sends once, however often it is pressed', async () => {
    const { page, requests, before, stop } = await hangingAt('mailed code');
    page.field('code').focus();
    for (let time = 0; time < 3; time += 1) await press('Enter');
    await turn();
    expect(requests.length - before).to.equal(1);
    stop();
  });

  it('“Try again” tries once, however often it is pressed', async () => {
    const { page, clock, requests, before, faults, sent, stop } = await hangingAt('mailed code');
    page.primary.click();
    await sent(before + 1);
    clock.advance({ seconds: 15 });
    await page.settled();
    faults.next('advance', { kind: 'drop' });
    const again = page.control('Try again');
    again.click();
    again.click();
    await sent(before + 2);
    again.click();
    page.primary.click();
    await turn();
    expect(requests.length - before).to.equal(2);
    stop();
  });

  for (const { name } of moves(undefined as never))
    it(`the element can be taken away at the ${name}: the request ends, and no other comes`, async () => {
      const { page, clock, requests, before, sent, told, stop } = await hangingAt(name);
      const { form, primary } = page;
      primary.click();
      await sent(before + 1);
      const fields = [...form.elements].filter((one) => one instanceof HTMLInputElement);
      page.element.remove();
      await turn();
      expect(requests.at(-1)?.signal?.aborted, 'aborted').to.equal(true);
      expect(fields.map(({ value }) => value).join(''), 'what is typed').to.equal('');
      primary.click();
      clock.advance({ hours: 1 });
      await turn();
      await turn();
      expect(requests.length - before).to.equal(1);
      expect(told).to.deep.equal([]);
      stop();
    });

  it('an element that is taken away at once asks nothing', async () => {
    const opened = await openOverNetwork();
    await opened.page.settled();
    opened.page.element.remove();
    await turn();
    const { length } = opened.requests;
    document.body.append(opened.page.element);
    opened.page.element.remove();
    await turn();
    await turn();
    expect(opened.requests).to.have.length(length);
    opened.stop();
  });
});
