import { expect } from 'chai';
import fc from 'fast-check';
import type { Answer, Step } from '../../../src/contract/index.js';
import { adele, contoso, newPassword, nobody, Visitor } from './visitor.js';

/** What a visitor may try; codes come from the outbox and the app where the try is a right one. */
type Try =
  | { readonly do: 'choose'; readonly type: 'email' | 'app-code' }
  | { readonly do: 'right' | 'wrong' | 'replay' | 'password' }
  | { readonly do: 'plain'; readonly action: 'resend' | 'back' | 'other-method' }
  | { readonly do: 'wait'; readonly seconds: number };

/** Mostly what leads on, so that many walks get far enough to be worth a look. */
const tries: fc.Arbitrary<Try> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('choose' as const),
      type: fc.constantFrom('email' as const, 'app-code' as const),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'right' } as const) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      { do: 'wrong' } as const,
      { do: 'replay' } as const,
      { do: 'password' } as const,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('plain' as const),
      action: fc.constantFrom('resend' as const, 'back' as const, 'other-method' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.integer({ min: 1, max: 90 }),
    }),
  },
);

/** Walks two flows of one name as told, and keeps what was proven in each and all that was shown. */
async function wander(username: string, walk: readonly [0 | 1, Try][], methodsRequired: 1 | 2) {
  const { tenant, clock } = contoso({
    methodsRequired,
    throttles: { wrongProofs: { count: 99 }, appCodes: { count: 99 } },
  });
  const flows = [0, 1].map(() => ({
    visitor: new Visitor(tenant),
    proven: new Set<string>(),
    spent: '',
    over: false,
  }));
  const shown: Step[] = [];
  for (const { visitor } of flows) shown.push(await visitor.start(username));

  for (const [which, one] of walk) {
    const flow = flows[which];
    const step = flow?.visitor.step;
    if (!flow || flow.over || !step || !('token' in step) || step.token === undefined) continue;
    const { visitor } = flow;
    const send = async (answer: Answer, token = visitor.token) => {
      const before = visitor.step;
      const spent = visitor.token;
      const after = await visitor.answer(answer, token);
      shown.push(after);
      if (token === spent) flow.spent = spent;
      else visitor.step = before;
      return after;
    };
    if (one.do === 'wait') clock.advance({ seconds: one.seconds });
    else if (one.do === 'plain') await send({ action: one.action });
    else if (one.do === 'password')
      await send({ action: 'set-password', password: newPassword, confirmation: newPassword });
    else if (one.do === 'choose') {
      const id =
        step.kind === 'choose-method'
          ? step.methods.find(({ type }) => type === one.type)?.id
          : 'none';
      await send({ action: 'choose-method', method: id ?? 'none' });
    } else if (step.kind === 'enter-code') {
      const mails = tenant.outbox.list().filter(({ code }) => code !== undefined);
      const own = mails.findLast(({ body }) => body.includes(step.supportCode ?? '-'));
      const right = step.method.type === 'email' ? own?.code : tenant.appCodeOf(adele)?.code;
      const code = one.do === 'wrong' ? '000000' : (right ?? '000000');
      const after = await send(
        { action: 'enter-code', code },
        one.do === 'replay' && flow.spent ? flow.spent : undefined,
      );
      if (after.notices.some((notice) => notice.code === 'proof-accepted'))
        flow.proven.add(step.method.type);
    }
    const now = visitor.step;
    if (now?.kind === 'new-password' || now?.kind === 'done')
      expect(flow.proven.size).to.be.at.least(methodsRequired);
    flow.over = now?.kind === 'done' || now?.kind === 'refused';
  }
  return { shown, tenant };
}

const walks = fc.array(fc.tuple(fc.constantFrom(0 as const, 1 as const), tries), {
  minLength: 10,
  maxLength: 40,
});

describe('whatever a visitor tries', () => {
  it('GATE-1, SESSION-1: no password step comes without all gates', async () => {
    let reached = 0;
    await fc.assert(
      fc.asyncProperty(walks, fc.constantFrom(1 as const, 2 as const), async (walk, gates) => {
        const { shown } = await wander(adele, walk, gates);
        if (shown.some(({ kind }) => kind === 'new-password')) reached += 1;
      }),
      { numRuns: 300, seed: 20261124 },
    );
    // Walks that never get there would prove nothing.
    expect(reached).to.be.greaterThan(30);
  }).timeout(60_000);

  it('REFUSAL-2: a name that nobody has never gets there, and never receives anything', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async (walk) => {
        const { shown, tenant } = await wander(nobody, walk, 1);
        expect(shown.map(({ kind }) => kind)).not.to.include('new-password');
        expect(tenant.outbox.list()).to.have.length(0);
      }),
      { numRuns: 150, seed: 20261124 },
    );
  }).timeout(60_000);

  it('SESSION-1: no token is given out twice, and none is in what is logged', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async (walk) => {
        const { shown, tenant } = await wander(adele, walk, 2);
        const tokens = shown.flatMap((step) => ('token' in step && step.token ? [step.token] : []));
        expect(new Set(tokens).size).to.equal(tokens.length);
        const logs = JSON.stringify([tenant.audit.list(), tenant.verdicts.list()]);
        for (const token of tokens) expect(logs).not.to.contain(token);
      }),
      { numRuns: 100, seed: 20261124 },
    );
  }).timeout(60_000);
});
