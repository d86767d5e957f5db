import { expect } from 'chai';
import { methodTypes, refusalCodes } from '../../../src/contract/codes.js';
import { mismatch } from '../../../src/contract/schema.js';
import { registrationStepSchema, stepSchema } from '../../../src/contract/step.js';
import {
  type AnyStep,
  openScenario,
  type ScenarioName,
  scenarios,
} from '../../../src/mock/scenarios/index.js';
import { rules } from '../../../src/policy/index.js';

const names = Object.keys(scenarios) as ScenarioName[];

/** All that a step tells by a code. */
const told = (step: AnyStep): readonly string[] => [
  ...(step.kind === 'refused' ? [step.code] : []),
  ...step.problems.map(({ code }) => code),
  ...step.notices.map(({ code }) => code),
];

/** A step as two people would see it: without what is drawn at random. */
const seen = (step: AnyStep) =>
  JSON.stringify(step, (key, value: unknown) => (key === 'token' ? undefined : value));

describe('the scenarios', () => {
  it('are at least forty, with names of families', () => {
    expect(names.length).to.be.at.least(40);
    for (const name of names) expect(name).to.match(/^[a-z-]+(\/[a-z0-9-]+)+$/);
  });

  for (const name of names) {
    const { rules: named, endsAt, tells, says, registration } = scenarios[name];

    it(`${name}: ${says}`, async () => {
      const step = await (await openScenario(name)).play();
      expect(step.kind, JSON.stringify(step)).to.equal(endsAt);
      if (tells !== undefined) expect(told(step)).to.include(tells);
      const schema = registration ? registrationStepSchema : stepSchema;
      expect(mismatch(schema, step)).to.equal(undefined);
      for (const rule of named) expect(rules).to.have.property(rule);
    });
  }

  it('give the same from the same seed', async () => {
    for (const name of names) {
      const [one, two] = await Promise.all([openScenario(name), openScenario(name)]);
      expect(seen(await one.play())).to.equal(seen(await two.play()));
    }
  });

  it('show every code of a refusal', async () => {
    const shown = new Set(names.map((name) => scenarios[name].tells));
    for (const code of refusalCodes) expect(shown, code).to.include(code);
  });

  it('show what is told in the uniform voice by every code that it has', async () => {
    const shown = new Set<string>();
    for (const name of names.filter((one) => one.startsWith('uniform/'))) {
      const { tenant, play } = await openScenario(name);
      expect(tenant.policy.voice, name).to.equal('uniform');
      for (const code of told(await play())) shown.add(code);
    }
    const depending = /^(account-|guest|protected|admin-|SSPR_001[1-4])/;
    for (const code of refusalCodes) expect(shown.has(code), code).to.equal(!depending.test(code));
  });

  it('REFUSAL-2: show the same page for all that the uniform voice hides', async () => {
    const pages = new Set<string>();
    for (const name of names.filter((one) => one.startsWith('uniform/'))) {
      if (scenarios[name].tells !== 'not-proven' || name === 'uniform/ladder') continue;
      const step = await (await openScenario(name)).play();
      const own = ['supportCode', 'retryInMs'];
      pages.add(JSON.stringify(step, (key, value) => (own.includes(key) ? undefined : value)));
    }
    // With a token where help can be called, which is another in each.
    expect(new Set([...pages].map((page) => page.replace(/"token":"[^"]+"/, '')))).to.have.length(
      1,
    );
  });

  it('CAPTCHA-2: show every kind of captcha', async () => {
    const kinds = new Set<string>();
    for (const name of names.filter((one) => one.startsWith('captcha/')))
      kinds.add((await openScenario(name)).tenant.policy.captcha.kind);
    expect([...kinds]).to.have.members(['proof-of-work', 'picture', 'external']);
  });

  it('BANNED-4: show a password that is judged while it is typed', async () => {
    const { tenant, play } = await openScenario('password/judged');
    const step = await play();
    if (step.kind !== 'new-password') throw new Error(step.kind);
    expect(step.checks).to.equal(true);
    const { typed } = scenarios['password/judged'];
    const problems = await tenant.reset.checkPassword?.(step.token, typed ?? '', { locale: 'en' });
    expect(problems?.map(({ rule }) => rule)).to.deep.equal(['BANNED-4']);
  });

  it('show the end of every method', () => {
    const text = JSON.stringify(names);
    for (const type of methodTypes)
      expect(text).to.contain(`"${type === 'app-notification' ? 'notification' : type}/`);
  });

  it('REFUSAL-2: in the uniform voice tell no code that depends on the account', async () => {
    const hidden = /^(account-|guest|protected|admin-|SSPR_001[1-4])/;
    for (const name of names.filter((one) => one.startsWith('refusal/'))) {
      const step = await (await openScenario(name, { voice: 'uniform' })).play();
      expect(
        told(step).filter((code) => hidden.test(code)),
        name,
      ).to.deep.equal([]);
    }
  });
});
