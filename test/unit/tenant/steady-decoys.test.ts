import { expect } from 'chai';
import { type Person, person } from '../../../src/tenant/index.js';
import { steadyChoice } from '../../../src/tenant/steady-choice.js';
import { contoso, signedIn, Visitor } from './visitor.js';

const domain = 'contoso.example';
const password = 'Old-Saucer-11';
const newcomer = `newcomer@${domain}`;
/** Who asks may compare what a name shows today and tomorrow: people do not change for others. */
const names = Array.from({ length: 200 }, (_, index) => `name${index}@${domain}`);

/** Thirty people of three kinds, and one who has nothing yet. */
const people: readonly Person[] = [
  ...Array.from({ length: 30 }, (_, index) =>
    person({
      username: `p${index}@${domain}`,
      email: `m${index}@mail.example`,
      ...(index % 3 > 0 && { app: true }),
      ...(index % 3 > 1 && { phone: `+49 1511 23456${10 + index}` }),
    }),
  ),
  person({ username: newcomer, password }),
];

describe('decoys of many names', () => {
  it('REFUSAL-2: are the same after somebody else has registered, but for a few', async () => {
    const { tenant } = contoso({ domains: [domain] }, { people });
    const seen = () =>
      Promise.all(
        names.map(async (name) => {
          const visitor = new Visitor(tenant);
          await visitor.start(name);
          return visitor
            .at('choose-method')
            .methods.map(({ type, hint }) => `${type} ${hint}`)
            .join();
        }),
      );
    const before = await seen();
    const registrant = await signedIn(tenant, newcomer, password);
    await registrant.start('manage');
    await registrant.answer({ action: 'add', type: 'email' });
    await registrant.answer({ action: 'enrol-email', address: 'n@mail.example' });
    await registrant.enter(await tenant.outbox.codeFor(newcomer));
    registrant.at('manage');
    const after = await seen();
    const changed = names.filter((_, index) => before[index] !== after[index]);
    // One in 31 copies the newcomer now; more than three times that would be another way to choose.
    expect(changed.length).to.be.within(1, 20);
  });

  it('are chosen among all alike', () => {
    const list = Array.from({ length: 8 }, (_, index) => `p${index}@${domain}`);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 8_000; draw += 1) {
      const one = steadyChoice(list, (name) => name, (draw * 2_654_435_761) >>> 0) ?? '';
      counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    expect([...counts.values()].every((count) => count > 700 && count < 1_300)).to.equal(true);
    expect(counts.size).to.equal(8);
    expect(steadyChoice([], String, 1)).to.equal(undefined);
  });
});
