import { expect } from 'chai';
import { decoyHint } from '../../../src/tenant/decoy-hint.js';
import { type Overrides, person, policy } from '../../../src/tenant/index.js';
import { adele, adeleWith, contoso, nobody, shape } from './visitor.js';

describe('a decoy', () => {
  const own = 'contoso.example';
  const hintOf = async (world: ReturnType<typeof contoso>, name: string) => {
    const visitor = world.visit();
    await visitor.start(name);
    return visitor.at('choose-method').methods.find(({ type }) => type === 'email')?.hint ?? '';
  };
  const hintsOf = (world: ReturnType<typeof contoso>, many: number, domain = own) =>
    Promise.all(Array.from({ length: many }, (_, i) => hintOf(world, `n${i}ame@${domain}`)));

  it('REFUSAL-2: can show every beginning that a mask can show, one letter or two', async () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    const draws = letters.flatMap((_, first) =>
      Array.from({ length: 29 + 36 }, (_, second) => ({ form: 7, first, second, domain: 0 })),
    );
    const ones = letters.map((_, first) => ({ form: 4, first, second: 0, domain: 0 }));
    const sources = {
      username: nobody,
      addresses: ['Øx.y@mail.example'],
      domains: [],
      ownDomains: [],
    };
    const beginnings = new Set(
      [...draws, ...ones].map((draw) => decoyHint(sources, draw).split('•')[0]),
    );
    for (const first of letters) {
      expect(beginnings).to.include(first);
      for (const second of letters) expect(beginnings).to.include(first + second);
    }
    // Whatever else people have, their own beginnings are among those of decoys.
    const like = { form: 3, first: 0, second: 0, domain: 0 };
    expect(decoyHint(sources, like)).to.match(/^øx•/);
  });

  it('REFUSAL-2: shows many beginnings, and the same for the same name', async () => {
    const world = contoso();
    const hints = await hintsOf(world, 300);
    const beginnings = hints.map((hint) => hint.split('•')[0] ?? '');
    expect(new Set(beginnings).size).to.be.greaterThan(100);
    expect(new Set(beginnings.map((one) => one.length))).to.deep.equal(new Set([1, 2]));
    expect(await hintsOf(world, 300)).to.deep.equal(hints);
  });

  it('METHOD-7: shows nothing but the local part of a short name', async () => {
    const world = contoso();
    for (const name of 'abcdefghijklmnop')
      expect(await hintOf(world, `${name}@${own}`)).to.match(/^[^@•]{1,2}•••••@/);
  });

  it('REFUSAL-2: has no address where none would count', async () => {
    const people = [
      adeleWith(),
      person({ username: 'own@contoso.example', email: 'own@fabrikam.org' }),
    ];
    const world = contoso({ domains: ['fabrikam.org'] }, { people });
    const hints = [...(await hintsOf(world, 60)), ...(await hintsOf(world, 60, 'mail.example'))];
    expect(hints.filter((hint) => hint.endsWith('@f••••m.org'))).to.deep.equal([]);
    expect(hints.slice(60).filter((hint) => hint.endsWith('@m••••l.example'))).to.deep.equal([]);
  });

  it('REFUSAL-2: is the same under both names of an account', async () => {
    const two = person({
      username: nobody,
      alternateUsername: 'e1@contoso.example',
      enabled: false,
    });
    const world = contoso({ alternateSignInAddresses: true }, { people: [adeleWith(), two] });
    expect(await hintOf(world, 'e1@contoso.example')).to.equal(await hintOf(world, nobody));
  });

  it('REFUSAL-2: has the gates of a member, whoever else may reset', async () => {
    const root = person({
      username: 'root@contoso.example',
      roles: ['Global Administrator'],
      email: 'r@mail.example',
      app: true,
    });
    const world = contoso({}, { people: [adeleWith(), root] });
    const gates = await Promise.all(
      Array.from({ length: 40 }, async (_, i) => {
        const visitor = world.visit();
        await visitor.start(`n${i}@contoso.example`);
        return visitor.at('choose-method').gate?.total;
      }),
    );
    expect(new Set(gates)).to.deep.equal(new Set([1]));
  });

  for (const [what, change] of [
    ['a second gate', { methodsRequired: 2 }],
    ['a disabled method', { methods: { email: { state: 'disabled' } } }],
    ['reset for nobody', { scope: 'none' }],
  ] satisfies readonly [string, Overrides][])
    it(`REFUSAL-2, GATE-5: meets ${what} under way as a person does`, async () => {
      const seen = [];
      for (const name of [adele, nobody]) {
        const { tenant, visit } = contoso({}, { people: [adeleWith({ app: false })] });
        const visitor = visit();
        await visitor.start(name);
        await visitor.choose('email');
        tenant.setPolicy(policy({ scope: 'all', captcha: { kind: 'none' }, ...change }));
        seen.push(shape(await visitor.enter('000000'), [adele, nobody]));
      }
      expect(seen[0]).to.include({ kind: 'refused' });
      expect(seen[1]).to.deep.equal(seen[0]);
    });
});
