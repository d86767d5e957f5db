import { expect } from 'chai';
import type { Step } from '../../../src/contract/index.js';
import { Authenticator } from '../../../src/tenant/authenticator.js';
import { KeyedDigest } from '../../../src/tenant/digest.js';
import {
  group,
  type Overrides,
  type Person,
  person,
  seededRandom,
} from '../../../src/tenant/index.js';
import { adele, adeleWith, contoso, nobody, otherThan, shape, type Visitor } from './visitor.js';

const hidden: [who: string, person: Person | undefined, settings: Overrides, reason: string][] = [
  ['unknown', undefined, {}, ''],
  ['disabled', person({ username: nobody, enabled: false }), {}, 'disabled'],
  ['a guest', person({ username: nobody, kind: 'guest' }), {}, 'home organisation'],
  ['unlicensed', person({ username: nobody, licence: 'free' }), {}, 'licence'],
  ['not registered', person({ username: nobody }), {}, 'too few'],
  [
    'outside the group',
    person({ username: nobody, email: 'n@mail.example' }),
    { scope: 'selected', scopeGroup: 'staff' },
    'not open',
  ],
  [
    'an administrator where those may not',
    person({ username: nobody, roles: ['User Administrator'], email: 'n@mail.example', app: true }),
    { adminsMayReset: false },
    'administrators',
  ],
];

const worldWith = (
  stranger: Person | undefined,
  settings: Overrides,
  voice: 'uniform' | 'detailed',
) =>
  contoso(
    { ...settings, voice },
    {
      people: [adeleWith(), ...(stranger ? [stranger] : [])],
      groups: [group({ id: 'staff', groups: ['sales'] }), group({ id: 'sales', members: [adele] })],
    },
  );

/** Walks as one does who knows nothing, and keeps what was seen. */
async function walk(visitor: Visitor, username: string, clock: { advance(by: object): void }) {
  const seen: unknown[] = [];
  const keep = (step: Step) => seen.push(shape(step, [adele, nobody]));
  keep(await visitor.start(username));
  keep(await visitor.answer({ action: 'choose-method', method: 'none' }));
  keep(await visitor.choose('app-code'));
  keep(await visitor.enter('12'));
  keep(await visitor.enter('000000'));
  keep(await visitor.answer({ action: 'back' }));
  keep(await visitor.choose('email'));
  keep(await visitor.enter('000000'));
  keep(await visitor.answer({ action: 'resend' }));
  clock.advance({ seconds: 31 });
  keep(await visitor.answer({ action: 'resend' }));
  clock.advance({ minutes: 5 });
  keep(await visitor.enter('000000'));
  keep(await visitor.answer({ action: 'resend' }));
  keep(await visitor.enter('000001'));
  keep(await visitor.answer({ action: 'contact' }));
  keep(await visitor.enter('000002'));
  keep(await visitor.enter('000003'));
  keep(await visitor.start(username));
  return seen;
}

describe('the uniform voice', () => {
  for (const methodsRequired of [1, 2] as const)
    for (const [who, stranger, settings] of hidden)
      it(`REFUSAL-2: ${who} looks like a member, step by step to the end, at ${methodsRequired} gates`, async () => {
        const world = worldWith(stranger, { ...settings, methodsRequired }, 'uniform');
        const other = worldWith(stranger, { ...settings, methodsRequired }, 'uniform');
        const known = await walk(world.visit(), adele, world.clock);
        const unknown = await walk(other.visit(), nobody, other.clock);
        expect(unknown).to.deep.equal(known);
        expect(known.at(-1)).to.include({ kind: 'refused', code: 'blocked-until' });
      });

  it('REFUSAL-2: none of these ends alike, with what it means', async () => {
    const world = worldWith(undefined, {}, 'uniform');
    const ends = [];
    for (const name of [adele, nobody]) {
      const visitor = world.visit();
      await visitor.start(name);
      ends.push(shape(await visitor.answer({ action: 'none-of-these' }), [adele, nobody]));
    }
    expect(ends[0]).to.deep.equal(ends[1]);
    expect(ends[0]).to.deep.include({
      kind: 'refused',
      code: 'not-proven',
      rule: 'REFUSAL-2',
      notices: [{ code: 'if-set-up' }],
    });
    expect(ends[0].actions.map(({ name }: { name: string }) => name)).to.deep.equal([
      'restart',
      'contact',
    ]);
  });

  it('REFUSAL-2: the last try ends in a block, with what it means', async () => {
    const visitor = worldWith(undefined, {}, 'uniform').visit();
    await visitor.start(nobody);
    await visitor.choose('app-code');
    for (let i = 0; i < 5; i++) await visitor.enter('123456');
    expect(visitor.at('refused')).to.deep.include({
      code: 'blocked-until',
      retryInMs: 86_400_000,
      notices: [{ code: 'if-set-up' }],
    });
  });

  it('REFUSAL-2: a decoy is the same every time, and differs from name to name', async () => {
    const world = worldWith(undefined, {}, 'uniform');
    const hints = async (name: string) => {
      const visitor = world.visit();
      await visitor.start(name);
      return visitor
        .at('choose-method')
        .methods.map(({ type, hint }) => `${type} ${hint}`)
        .join();
    };
    expect(await hints(nobody)).to.equal(await hints(nobody.toUpperCase()));
    const many = await Promise.all(
      Array.from({ length: 12 }, (_, i) => hints(`person${i}.name@contoso.example`)),
    );
    expect(new Set(many).size).to.be.greaterThan(3);
  });

  it('REFUSAL-2: nothing is sent to where nobody is', async () => {
    const world = worldWith(undefined, {}, 'uniform');
    await walk(world.visit(), nobody, world.clock);
    expect(world.tenant.outbox.list()).to.have.length(0);
  });

  it('REFUSAL-2: no sent code is ever right for a decoy, the one that was made for it neither', async () => {
    const other = seededRandom(1);
    // Codes have six digits, and nothing else that is drawn is as long.
    const random = { bytes: (n: number) => (n === 6 ? new Uint8Array(6) : other.bytes(n)) };
    for (const [name, kind] of [
      [adele, 'new-password'],
      [nobody, 'enter-code'],
    ] as const) {
      const visitor = contoso({}, { random }).visit();
      await visitor.start(name);
      await visitor.choose('email');
      expect((await visitor.enter('000000')).kind).to.equal(kind);
    }
  });

  it('REFUSAL-2: no code of an app is ever right for a decoy, that of its own secret neither', async () => {
    const { clock, visit, tenant } = contoso();
    const digest = new KeyedDigest(seededRandom(1).bytes(32));
    const seed = await digest.bytes(`decoy ${nobody}`);
    const app = new Authenticator({}, { bytes: (n) => seed.slice(-n) });
    const visitor = visit();
    await visitor.start(nobody);
    await visitor.choose('app-code');
    await visitor.enter(app.shown(tenant.policy.appCodes, clock.now()).code);
    expect(visitor.problems).to.deep.equal(['code-wrong']);
  });

  it('REFUSAL-2: a decoy has the methods that people here have', async () => {
    for (const [methods, types] of [
      [{ app: false }, ['email']],
      [{ email: undefined }, ['app-code']],
      [{}, ['app-code', 'email']],
    ] as const) {
      const visitor = contoso({}, { people: [adeleWith(methods)] }).visit();
      await visitor.start(nobody);
      expect(visitor.at('choose-method').methods.map(({ type }) => type)).to.deep.equal(types);
    }
  });

  for (const [who, stranger, settings, reason] of hidden.slice(1))
    it(`REFUSAL-2: who is ${who} gets one mail that says why`, async () => {
      const { tenant, visit } = worldWith(stranger, settings, 'uniform');
      await visit().start(nobody);
      await visit().start(nobody);
      const mails = tenant.outbox.mails();
      expect(mails.map(({ to, purpose }) => [to, purpose])).to.deep.equal([
        [nobody, 'cannot-reset'],
      ]);
      expect(mails[0]?.body).to.contain(reason);
    });

  it('REFUSAL-2, SCOPE-1: where reset is off, everybody is told so', async () => {
    const world = worldWith(undefined, { scope: 'none' }, 'uniform');
    const told = [];
    for (const name of [adele, nobody])
      told.push(shape(await world.visit().start(name), [adele, nobody]));
    expect(told[0]).to.deep.equal(told[1]);
    expect(told[0]).to.deep.include({ kind: 'refused', code: 'SSPR_0009', rule: 'SCOPE-1' });
  });

  it('REFUSAL-2: a call for help answers alike, and helps only where somebody is', async () => {
    const helper = person({ username: 'holly@contoso.example', roles: ['Password Administrator'] });
    const { tenant, visit } = contoso({}, { people: [adeleWith(), helper] });
    const seen = [];
    for (const name of [nobody, adele]) {
      const visitor = visit();
      await visitor.start(name);
      seen.push(shape(await visitor.answer({ action: 'contact' }), [adele, nobody]));
    }
    expect(seen[0]).to.deep.equal(seen[1]);
    expect(tenant.outbox.list()).to.have.length(1);
    expect(tenant.outbox.list()[0]?.body).to.contain(adele);
  });
});

describe('the detailed voice', () => {
  const codes = [
    'account-unknown',
    'account-disabled',
    'guest',
    'SSPR_0012',
    'SSPR_0014',
    'SSPR_0013',
    'admin-reset-off',
  ];
  for (const [index, [who, stranger, settings]] of hidden.entries())
    it(`REFUSAL-2: who is ${who} is told ${codes[index]}`, async () => {
      const { tenant, visit } = worldWith(stranger, settings, 'detailed');
      const visitor = visit();
      await visitor.start(nobody);
      expect(visitor.at('refused').code).to.equal(codes[index]);
      expect(tenant.outbox.list()).to.have.length(0);
    });

  it('REFUSAL-1: a refusal has a support code and a way to help', async () => {
    const visitor = worldWith(hidden[1]?.[1], {}, 'detailed').visit();
    await visitor.start(nobody);
    expect(visitor.at('refused').supportCode).to.match(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(visitor.actions).to.deep.equal(['contact']);
    await visitor.answer({ action: 'contact' });
    expect(visitor.at('refused')).to.deep.include({
      code: 'account-disabled',
      notices: [{ code: 'administrator-contacted' }],
    });
  });

  it('SCOPE-1: members of a group within the group may', async () => {
    const settings = { scope: 'selected', scopeGroup: 'staff' } as const;
    const visitor = worldWith(undefined, settings, 'detailed').visit();
    await visitor.start();
    visitor.at('choose-method');
  });

  it('SCOPE-4: a guest is sent to the home organisation where it is known', async () => {
    const home = { name: 'Fabrikam', url: 'https://fabrikam.example/reset' };
    const guest = person({ username: nobody, kind: 'guest', home });
    const visitor = worldWith(guest, {}, 'detailed').visit();
    await visitor.start(nobody);
    expect(visitor.at('leave')).to.include(home);
  });

  it('none of these ends without a hint at what is hidden', async () => {
    const visitor = worldWith(undefined, {}, 'detailed').visit();
    await visitor.start();
    await visitor.answer({ action: 'none-of-these' });
    expect(visitor.at('refused')).to.deep.include({ code: 'not-proven', notices: [] });
  });
});

describe('the time that an answer takes', () => {
  it('REFUSAL-2: an unknown name does the same work as a known one', async () => {
    // Work is counted, not timed: what is drawn and what is hashed until the code is wrong.
    const work = async (username: string) => {
      let drawn = 0;
      const random = {
        bytes: (length: number) => {
          drawn += 1;
          return new Uint8Array(length).fill(drawn);
        },
      };
      const world = contoso({}, { random });
      drawn = 0;
      const visitor = world.visit();
      await visitor.start(username);
      await visitor.choose('email');
      await visitor.enter(otherThan('000000'));
      return drawn;
    };
    expect(Math.abs((await work(adele)) - (await work(nobody)))).to.be.at.most(2);
  });

  it('REFUSAL-2: medians for known and unknown names are within noise of each other', async () => {
    const limit = { count: 1_000_000 };
    const { visit } = contoso({ throttles: { wrongProofs: limit, emails: limit } });
    const timed = async (username: string) => {
      const began = performance.now();
      for (let i = 0; i < 20; i++) {
        const visitor = visit();
        await visitor.start(username);
        await visitor.choose('email');
        await visitor.enter('123456');
      }
      return performance.now() - began;
    };
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
    await timed(adele);
    await timed(nobody);
    // Pairs, each first as often: a slow moment of the machine meets both of a pair, or that pair only.
    const ratios: number[] = [];
    for (let round = 0; round < 15; round++) {
      const before = await timed(nobody);
      const between = await timed(adele);
      const after = await timed(nobody);
      ratios.push(between / before, between / after);
    }
    expect(median(ratios)).to.be.within(0.6, 1.6);
  }).timeout(20_000);
});
