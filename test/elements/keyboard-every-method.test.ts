import { expect } from '@open-wc/testing';
import { type ScenarioName, scenarios } from '../../src/mock/scenarios/index.js';
import { press, typeKeys } from '../runner/commands.js';
import { actByKeys, fill, pressButton, tabTo } from './keyboard-person.js';
import type { AnyPage } from './on-screen.js';
import { focused, newPassword } from './reset-world.js';
import { resetNames, type Stage, settle, stage, walk } from './scenario-steps.js';
import { mount } from './tour.js';

/** Each way to prove who one is, each of its ends, and the ways around it. */
const names = resetNames.filter(
  (name) =>
    scenarios[name].moves.length > 0 &&
    (/^(email|app-code|notification|text|whatsapp|call|office-call|questions|two-gates|described)\//.test(
      name,
    ) ||
      [
        'writeback/unlocked',
        'session/extended',
        'refusal/none-of-these',
        'refusal/contacted',
      ].includes(name)),
);

async function identify(page: AnyPage, username: string): Promise<void> {
  page.headingElement.focus();
  await fill(page, 'username', username);
  await press('Enter');
  await page.until(() => page.stepKind !== 'identify', 'a step');
}

/** An element where a scenario has led it, with keys alone. */
async function at(name: ScenarioName): Promise<{ page: AnyPage; where: Stage; end: () => void }> {
  const where = await stage(name);
  const { page, unmount } = await mount(where);
  await walk(page, where, { identify, how: actByKeys });
  return { page, where, end: unmount };
}

/** Presses a button by its words and lets what comes of it come. */
async function use(page: AnyPage, where: Stage, words: string): Promise<void> {
  await pressButton(page, words);
  await settle(page, where);
}

describe('with the keyboard alone', function () {
  this.timeout(60_000);

  for (const name of names)
    it(`a person gets through ${name}: ${scenarios[name].says}`, async () => {
      const { page, end } = await at(name);
      try {
        expect(page.stepKind).to.equal(scenarios[name].endsAt);
      } finally {
        end();
      }
    });

  it('a person has another notification sent, and then uses another method', async () => {
    const { page, where, end } = await at('notification/denied');
    try {
      expect(focused()?.matches('.summary, .heading'), 'what was denied').to.equal(true);
      where.clock.advance({ seconds: 30 });
      await page.until(() => page.controls.includes('Send a new request'), 'the button');
      const before = page.number;
      await use(page, where, 'Send a new request');
      expect(page.number)
        .to.match(/^\d\d$/)
        .and.not.to.equal(before);
      expect(
        where.tenant.outbox.list().filter(({ channel }) => channel === 'notification'),
      ).to.have.length(2);
      await use(page, where, 'Use another method');
      await page.step('choose-method');
      expect(focused()).to.equal(page.headingElement);
    } finally {
      end();
    }
  });

  it('a person has the call made again', async () => {
    const { page, where, end } = await at('call/not-answered');
    try {
      where.clock.advance({ seconds: 10 });
      await page.until(() => page.controls.includes('Call me again'), 'the button');
      await use(page, where, 'Call me again');
      expect(where.tenant.outbox.list().filter(({ channel }) => channel === 'call')).to.have.length(
        2,
      );
      expect(page.stepKind).to.equal('wait');
    } finally {
      end();
    }
  });

  it('a person looks at each answer, and it is hidden again when it is sent', async () => {
    const { page, end } = await at('questions/asked');
    try {
      const fields = [...page.form.querySelectorAll('input')];
      for (const field of fields) {
        await tabTo(page, (stop) => stop === field);
        await typeKeys('some');
        await press('Tab');
        expect(focused()?.ariaLabel).to.equal('Show answer');
        await press(' ');
        await page.element.updateComplete;
        expect(focused()?.ariaLabel).to.equal('Hide answer');
        expect(field.type).to.equal('text');
      }
      await tabTo(page, (stop) => stop === page.primary);
      await press('Enter');
      await page.until(() => page.summary.length > 0, 'what is wrong');
      expect([...page.form.querySelectorAll('input')].map(({ type }) => type)).to.deep.equal(
        fields.map(() => 'password'),
      );
    } finally {
      end();
    }
  });

  it('a person is asked before they leave, stays, and leaves', async () => {
    const { page, where, end } = await at('email/wrong');
    try {
      const question = () => page.element.shadowRoot?.querySelector('dialog.question');
      await tabTo(page, (stop) => stop === page.control('Cancel'));
      await press('Enter');
      await page.until(() => question()?.matches(':modal') === true, 'the question');
      expect(focused()?.textContent).to.contain('Keep going');
      await press('Escape');
      await page.until(() => !question(), 'no question');
      expect(page.stepKind).to.equal('enter-code');
      expect(focused()).to.equal(page.control('Cancel'));

      await press('Enter');
      await page.until(() => question()?.matches(':modal') === true, 'the question');
      await press('Tab');
      expect(focused()?.textContent).to.contain('Leave');
      await press(' ');
      await page.step('identify');
      expect(page.field('username').value).to.equal(where.opened.username);
      expect(focused()).to.equal(page.headingElement);
    } finally {
      end();
    }
  });

  it('a person finds the way back from what is to correct in a new password', async () => {
    const { page, where, end } = await at('password/differs');
    try {
      expect(focused()?.matches('.summary')).to.equal(true);
      await press('Tab');
      await press('Enter');
      expect(focused()).to.equal(page.field('confirmation'));
      await fill(page, 'confirmation', newPassword);
      await press('Enter');
      await page.step('done');
      expect(await where.tenant.signIn(where.opened.username, newPassword)).to.include({
        outcome: 'signed-in',
      });
    } finally {
      end();
    }
  });
});
