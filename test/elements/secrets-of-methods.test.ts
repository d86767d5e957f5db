import { expect } from '@open-wc/testing';
import type { Answer } from '../../src/contract/index.js';
import type { ScenarioName } from '../../src/mock/scenarios/index.js';
import { turn } from './reset-world.js';
import { act, stage, walk } from './scenario-steps.js';
import { holds, Sinks, withoutTimes } from './sinks.js';
import { mount } from './tour.js';

/** What a person types or is shown on these ways, beyond a code and a password. */
const names = [
  'questions/reset',
  'questions/wrong',
  'text/other-number',
  'text/reset',
  'whatsapp/reset',
  'call/reset',
  'office-call/reset',
  'app-code/reset',
  'two-gates/reset',
  'notification/wrong-number',
  'captcha/picture',
  'captcha/wrong',
  'captcha/external',
  'interrupt/registered',
  'manage/add-app',
] as const satisfies readonly ScenarioName[];

/** What of an answer nobody else may read. */
function secretsOf(answer: Answer): readonly string[] {
  switch (answer.action) {
    case 'answer-questions':
      return Object.values(answer.answers).map((text) => text.trim());
    case 'confirm-target':
      return [answer.target, answer.target.replaceAll(' ', '')];
    case 'enter-code':
      return [answer.code];
    case 'set-password':
      return [answer.password];
    case 'enrol-email':
      return [answer.address];
    default:
      return [];
  }
}

describe('what is typed or shown on the way', function () {
  this.timeout(30_000);
  let sinks: Sinks;
  beforeEach(() => {
    sinks = new Sinks();
  });
  afterEach(() => sinks.stop());

  for (const name of names)
    it(`leaves the element nowhere, and is emptied: ${name}`, async () => {
      const where = await stage(name);
      const { page, unmount } = await mount(where);
      const secrets = new Set<string>();
      const numbers = new Set<string>();
      const fields = new Set<HTMLInputElement>();
      try {
        await walk(page, where, {
          async how(_, answer) {
            for (const secret of secretsOf(answer)) secrets.add(secret);
            await act(page, answer, where);
          },
          async visit({ step }) {
            const captcha = where.captcha();
            if (captcha && captcha.kind !== 'none')
              secrets.add((await where.opened.answerCaptcha(captcha))?.answer ?? '');
            if (captcha?.kind === 'picture') secrets.add(captcha.challenge);
            if (step?.kind === 'enrol-app') secrets.add(step.uri).add(step.key);
            if (step?.kind === 'wait' && step.number) numbers.add(step.number);
            for (const input of page.form.querySelectorAll('input')) fields.add(input);
            for (const { name, value } of fields)
              if (name === 'captcha' && value) secrets.add(value);
          },
        });
        secrets.delete('');
        for (const token of where.tokens) secrets.add(token);
        await turn();
        const seen = (await sinks.seen()).map(withoutTimes);
        for (const secret of secrets) {
          const telling = seen.filter((line) => holds(line, secret));
          expect(telling, `what tells ${secret}`).to.deep.equal([]);
        }
        // Two digits are anywhere: here by themselves, or as the value of something.
        for (const number of numbers)
          expect(
            seen.filter((line) => new RegExp(`[:=] ?${number}( |$)`).test(line)),
          ).to.deep.equal([]);
        expect(secrets.size + numbers.size).to.be.above(1);
      } finally {
        unmount();
        await turn();
      }
      const left = [...fields].filter(
        ({ value, type, name: field }) => value !== '' && type !== 'radio' && field !== 'username',
      );
      expect(left.map(({ name: field }) => field)).to.deep.equal([]);
    });
});
