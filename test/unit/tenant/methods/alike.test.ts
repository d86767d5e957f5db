import { expect } from 'chai';
import type { KnownMethodType, Step } from '../../../../src/contract/index.js';
import { type Overrides, person, policy } from '../../../../src/tenant/index.js';
import { adele, contoso, nobody, shape, type Visitor } from '../visitor.js';
import { allMethods, choosing, off, settled, type World, wellKnown, world } from './world.js';

/** Two numbers of the same kind, so that both are offered. */
const manyNumbers = { directory: { phone: '+49 15187654321', officePhone: '+49 3098765432' } };
const two = { methodsRequired: 2 } as const;

/** A step without the questions and the number, which are drawn. */
const seenAs = (step: Step | undefined): unknown =>
  JSON.parse(
    JSON.stringify(shape(step, [adele, nobody]), (key, value: unknown) =>
      ['text', 'number'].includes(key) && typeof value === 'string' ? `<${key}>` : value,
    ),
  );

/** Fails one method until the account is blocked, and keeps what was seen. */
async function fail(at: World, username: string, type: KnownMethodType): Promise<unknown[]> {
  const visitor = at.visit();
  const seen: unknown[] = [];
  const keep = (step: Step | undefined) => seen.push(seenAs(step));
  keep(await visitor.start(username));
  keep(await visitor.choose(type));
  keep(await visitor.answer({ action: 'extend' }));
  keep(await visitor.answer({ action: 'back' }));
  keep(await visitor.choose(type));
  for (let i = 0; i < 30 && visitor.step?.kind !== 'refused'; i++)
    keep(await failOnce(visitor, at));
  keep(await visitor.answer({ action: 'contact' }));
  keep(await visitor.start(username));
  return seen;
}

async function failOnce(visitor: Visitor, at: World): Promise<Step | undefined> {
  switch (visitor.step?.kind) {
    case 'confirm-target':
      return visitor.confirmTarget('+49 15112345670');
    case 'answer-questions':
      return visitor.answerQuestions(() => 'wrong');
    case 'enter-code':
      if ((visitor.at('enter-code').triesLeft ?? 0) > 0) return visitor.enter('000000');
      at.clock.advance({ seconds: 30 });
      return visitor.answer({ action: 'resend' });
    case 'wait': {
      if (visitor.step.problems.length > 0) return visitor.answer({ action: 'resend' });
      const next = visitor.watch();
      await settled();
      at.clock.advance({ seconds: 60 });
      return next;
    }
    default:
      throw new Error(`Nothing to fail at ${visitor.step?.kind}.`);
  }
}

const types: readonly KnownMethodType[] = [
  'app-notification',
  'app-code',
  'email',
  'text',
  'whatsapp',
  'call',
  'office-call',
  'questions',
];

describe('a decoy with every method', () => {
  for (const type of types)
    it(`REFUSAL-2: looks like a person whose ${type} is never right, to the very end`, async () => {
      const settings: Overrides = type === 'app-notification' ? two : {};
      const seen = [];
      for (const name of [adele, nobody])
        seen.push(await fail(world(manyNumbers, settings), name, type));
      expect(seen[1]).to.deep.equal(seen[0]);
      expect(seen[0]?.at(-1)).to.include({ kind: 'refused', code: 'blocked-until' });
      expect(seen[0]?.length).to.be.greaterThan(10);
    });

  for (const type of types)
    it(`REFUSAL-2: a real account that may not reset looks alike by ${type}, and nothing is sent`, async () => {
      const settings: Overrides = type === 'app-notification' ? two : {};
      const disabled = person({ ...wellKnown(manyNumbers), username: nobody, enabled: false });
      const seen = [];
      for (const name of [adele, nobody]) {
        const at = contoso(
          { ...settings, methods: allMethods },
          { people: [wellKnown(manyNumbers), disabled] },
        );
        seen.push(await fail(at, name, type));
        if (name === nobody)
          for (const message of at.tenant.outbox.list())
            expect(message).to.include({ channel: 'email' }).and.not.have.property('code');
      }
      expect(seen[1]).to.deep.equal(seen[0]);
    });

  it('REFUSAL-2: is asked for the number every time, and no number is right', async () => {
    const at = world({}, { throttles: { wrongProofs: { count: 90 }, targets: { count: 90 } } });
    const visitor = await choosing(at, 'text', nobody);
    for (const typed of ['+1 2025550100', '2025550100', '+49 15112345678', '+49 3012345644']) {
      await visitor.confirmTarget(typed);
      expect(visitor.at('confirm-target').problems.map(({ code }) => code)).to.deep.equal([
        'target-differs',
      ]);
    }
    expect(at.tenant.outbox.list()).to.deep.equal([]);
  });

  it('REFUSAL-2: shows the same numbers and asks the same questions of the same name every time', async () => {
    const at = world(manyNumbers);
    const look = async (name: string) => {
      const hints = new Set<string>();
      const asked = new Set<string>();
      for (let i = 0; i < 25; i++) {
        const visitor = await choosing(at, 'questions', name);
        for (const { text } of visitor.at('answer-questions').questions) asked.add(text);
        await visitor.answer({ action: 'back' });
        hints.add(
          visitor
            .at('choose-method')
            .methods.map(({ type, hint }) => `${type} ${hint}`)
            .join(),
        );
      }
      return { hints: [...hints], asked: [...asked].sort() };
    };
    const one = await look(nobody);
    expect(one.hints).to.have.length(1);
    expect(one.asked).to.have.length(5);
    expect(await look(nobody.toUpperCase())).to.deep.equal(one);
    const other = await look('some.one@contoso.example');
    expect(other.hints).not.to.deep.equal(one.hints);
    expect(other.asked).not.to.deep.equal(one.asked);
  });

  it('REFUSAL-2: has numbers that say nothing of each other, and the same one for every way to it', async () => {
    const at = world(manyNumbers);
    const distances = new Set<number>();
    for (let i = 0; i < 20; i++) {
      const visitor = at.visit();
      await visitor.start(`n${i}@contoso.example`);
      const hintsOf = (type: string) =>
        visitor
          .at('choose-method')
          .methods.filter((one) => one.type === type)
          .map(({ hint }) => hint ?? '');
      expect(hintsOf('text')).to.deep.equal(hintsOf('call'));
      expect(hintsOf('text')).to.deep.equal(hintsOf('whatsapp'));
      for (const hint of [...hintsOf('text'), ...hintsOf('office-call')])
        expect(hint).to.match(/^••• ••• ••\d\d$/);
      const [first, second] = hintsOf('text').map((hint) => Number(hint.slice(-2)));
      distances.add(((second ?? 0) - (first ?? 0) + 100) % 100);
    }
    expect(distances.size).to.be.greaterThan(10);
  });

  it('REFUSAL-2: has methods where nobody may reset that could be copied', async () => {
    const at = contoso({ methods: allMethods }, { people: [] });
    const visitor = at.visit();
    await visitor.start(nobody);
    const methods = visitor.at('choose-method').methods;
    expect(methods.map(({ type }) => type)).to.deep.equal(types.slice(1));
    const hints = methods.flatMap(({ type, hint }) => (type === 'text' ? [hint] : []));
    expect(hints[0]).to.match(/^••• ••• ••\d\d$/);
  });

  for (const [what, settings] of [
    ['the notification', { methods: { ...allMethods, 'app-notification': off } }],
    ['the second gate', { methodsRequired: 1, methods: allMethods }],
    ['reset', { scope: 'none' }],
  ] satisfies readonly [string, Overrides][])
    it(`REFUSAL-2, GATE-5: meets the end of ${what} while it waits as a person does`, async () => {
      const seen = [];
      for (const name of [adele, nobody]) {
        const at = world({}, two);
        const visitor = await choosing(at, 'app-notification', name);
        const next = visitor.watch();
        await settled();
        at.tenant.setPolicy(policy({ scope: 'all', ...two, ...settings }));
        at.clock.advance({ seconds: 60 });
        seen.push(seenAs(await next));
      }
      expect(seen[1]).to.deep.equal(seen[0]);
      expect(seen[0]).not.to.have.property('kind', 'wait');
    });

  it('REFUSAL-2: runs out while it waits as a person does', async () => {
    const seen = [];
    for (const name of [adele, nobody]) {
      const at = world({}, two);
      const visitor = at.visit();
      await visitor.start(name);
      at.clock.advance({ minutes: 14, seconds: 30 });
      await visitor.choose('app-notification');
      const next = visitor.watch();
      await settled();
      at.clock.advance({ seconds: 30 });
      seen.push(seenAs(await next));
    }
    expect(seen[1]).to.deep.equal(seen[0]);
    expect(seen[0]).to.include({ code: 'flow-expired' });
  });
});
