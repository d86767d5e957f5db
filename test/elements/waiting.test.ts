import { expect } from '@open-wc/testing';
import { type ScenarioName, scenarios } from '../../src/mock/scenarios/index.js';
import { open, turn } from './reset-world.js';
import { type Stage, stage, walk } from './scenario-steps.js';

async function walked(
  name: ScenarioName,
): Promise<{ where: Stage; page: Awaited<ReturnType<typeof open>> }> {
  const where = await stage(name);
  const page = await open(where, where.look);
  await walk(page, where);
  return { where, page };
}

const names = [
  'notification/approved',
  'notification/denied',
  'notification/wrong-number',
  'notification/expired',
  'text/other-number',
  'text/reset',
  'whatsapp/reset',
  'call/reset',
  'call/not-answered',
  'office-call/reset',
  'questions/wrong',
  'questions/reset',
  'two-gates/reset',
  'writeback/unlocked',
] as const satisfies readonly ScenarioName[];

describe('a person before the element', () => {
  for (const name of names) {
    const { says, rules, endsAt } = scenarios[name];
    it(`${rules.join(', ')}: ${says}`, async () => {
      const { page } = await walked(name);
      expect(page.stepKind).to.equal(endsAt);
    });
  }

  it('METHOD-1: reads the number in the middle, and is brought to what comes', async () => {
    const { where, page } = await walked('notification/waiting');
    expect(page.number).to.match(/^\d\d$/);
    where.tenant.appOf(where.opened.username).approve(page.number ?? '');
    await page.step('choose-method');
    expect(page.element.shadowRoot?.activeElement).to.equal(page.headingElement);
    expect(page.text).not.to.contain('Waiting');
  });

  it('METHOD-1: hears the number, together with what was sent', async () => {
    const { page } = await walked('notification/waiting');
    await page.until(() => page.announced.polite.includes('The number is'), 'the number');
    expect(page.announced.polite).to.contain(`The number is ${page.number}.`);
    expect(page.announced.polite).to.contain('request');
  });

  it('METHOD-1: sees the time to answer get shorter, in words and as a line', async () => {
    const { where, page } = await walked('notification/waiting');
    const line = () =>
      page.form.querySelector<SVGPathElement>('.drain .left')?.getTotalLength() ?? Number.NaN;
    expect(line()).to.be.closeTo(100, 5);
    where.clock.advance({ seconds: 30 });
    await page.until(() => page.text.includes('0:30'), 'half of the time');
    expect(line()).to.be.closeTo(50, 5);
  });

  it('WRITEBACK-3: reads whose account it is before choosing what is wrong with it', async () => {
    const { where, page } = await walked('writeback/goal');
    const whose = page.element.shadowRoot?.querySelector('.who');
    expect(whose?.textContent?.trim()).to.equal(where.opened.username);
  });

  it('need not press anything when the network is back: it is asked again', async () => {
    const where = await stage('call/ringing');
    let broken = true;
    const { reset } = where.look.adapter;
    const page = await open(where, {
      adapter: {
        ...where.look.adapter,
        reset: {
          ...reset,
          async *watch(...call) {
            if (broken) throw new TypeError('no network');
            yield* reset.watch?.(...call) ?? [];
          },
        },
      },
    });
    await walk(page, where);
    await page.until(() => page.failure !== undefined, 'a failure');
    broken = false;
    dispatchEvent(new Event('online'));
    await page.until(() => page.failure === undefined, 'no failure any more');
    where.tenant.phoneOf(where.opened.username).press('#');
    await page.step('new-password');
  });

  it('QUESTION-5: finds no old answer in the fields of new questions', async () => {
    const { page } = await walked('questions/wrong');
    const typed = [...page.form.querySelectorAll('input')].map(({ value }) => value);
    expect(typed).to.deep.equal(['', '', '']);
  });

  it('leaves no watch behind with the element', async () => {
    const { where, page } = await walked('call/ringing');
    expect(where.watched.size).to.equal(1);
    page.element.remove();
    await turn();
    expect(where.watched.size).to.equal(0);
  });
});
