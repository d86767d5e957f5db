import { expect } from 'chai';
import type { Step } from '../../../src/contract/step.js';
import {
  type Answerer,
  adapterOver,
  FakeClock,
  failureOf,
  json,
  never,
  settle,
  step,
} from './builders.js';

const nothing = (headers = {}) => new Response(null, { status: 204, headers });
const refused = (values = {}) =>
  json(step({ kind: 'refused', code: 'flow-expired', token: undefined, ...values }));

/** A watch over answers that come one by one, and what it yields. */
function watching(answers: Answerer[], signal?: AbortSignal) {
  const clock = new FakeClock();
  const tokens: unknown[] = [];
  const adapter = adapterOver(
    (url, init) => {
      tokens.push(JSON.parse(String(init.body)).token);
      const next = answers.shift();
      if (!next) throw new Error('Asked more often than expected.');
      return next(url, init);
    },
    { clock },
  );
  const steps: Step[] = [];
  const ended = (async () => {
    for await (const one of adapter.reset.watch?.('token-1', { locale: 'en', signal }) ?? [])
      steps.push(one);
    return 'ended' as const;
  })();
  return { clock, tokens, steps, ended };
}

/** For how long a watch pauses, once it does: a call's own time limit is longer and does not count. */
async function waitOf(clock: FakeClock, limit = 15_000) {
  for (let turn = 0; turn < 100 && (clock.nextInMs ?? limit) >= limit; turn += 1) await settle();
  return clock.nextInMs;
}

describe('watching a flow', () => {
  it('asks until there is a step, and ends after one without a token', async () => {
    const { clock, steps, tokens, ended } = watching([
      () => nothing(),
      () => nothing(),
      () => refused(),
    ]);
    for (const _ of [1, 2]) {
      expect(await waitOf(clock)).to.equal(2_000);
      clock.wind(2_000);
    }
    expect(await ended).to.equal('ended');
    expect(steps.map(({ kind }) => kind)).to.deep.equal(['refused']);
    expect(tokens).to.deep.equal(['token-1', 'token-1', 'token-1']);
    expect(clock.waiting).to.equal(0);
  });

  it('goes on with the token of the step that came', async () => {
    const { steps, tokens, ended } = watching([
      () => refused({ token: 'token-2' }),
      () => refused(),
    ]);
    expect(await ended).to.equal('ended');
    expect(steps).to.have.length(2);
    expect(tokens).to.deep.equal(['token-1', 'token-2']);
  });

  it('waits as long as the backend asks, and never less than half a second', async () => {
    const { clock, ended } = watching([
      () => nothing({ 'retry-after': '7' }),
      () => nothing({ 'retry-after': '0' }),
      () => refused(),
    ]);
    expect(await waitOf(clock)).to.equal(7_000);
    clock.wind(7_000);
    expect(await waitOf(clock)).to.equal(500);
    clock.wind(500);
    expect(await ended).to.equal('ended');
  });

  it('gets over two failures in a row, however often', async () => {
    const broken = () => new Response(null, { status: 500 });
    const { clock, ended } = watching([
      broken,
      broken,
      () => nothing(),
      broken,
      broken,
      () => refused(),
    ]);
    for (let pause = 0; pause < 5; pause += 1) {
      expect(await waitOf(clock)).to.equal(2_000);
      clock.wind(2_000);
    }
    expect(await ended).to.equal('ended');
  });

  it('throws the third failure in a row', async () => {
    const broken = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } });
    const { clock, ended } = watching([broken, broken, broken]);
    const failed = failureOf(ended);
    for (const _ of [1, 2]) {
      expect(await waitOf(clock)).to.equal(1_000);
      clock.wind(1_000);
    }
    expect((await failed).code).to.equal('server');
  });

  it('throws at once what asking again cannot mend', async () => {
    const { ended } = watching([() => new Response(null, { status: 401 })]);
    expect((await failureOf(ended)).code).to.equal('unauthorized');
  });

  it('ends where the backend does not offer it', async () => {
    const { ended, steps } = watching([() => new Response(null, { status: 404 })]);
    expect(await ended).to.equal('ended');
    expect(steps).to.deep.equal([]);
  });

  for (const [when, answers, waitMs] of [
    ['between two questions', [() => nothing()], 2_000],
    ['while the backend thinks', [never], 15_000],
  ] satisfies [string, Answerer[], number][]) {
    it(`ends without a failure when it is aborted ${when}, and leaves no timer`, async () => {
      const abort = new AbortController();
      const { clock, ended } = watching(answers, abort.signal);
      expect(await waitOf(clock)).to.equal(waitMs);
      abort.abort();
      expect(await ended).to.equal('ended');
      expect(clock.waiting).to.equal(0);
    });
  }

  it('waits no longer than a timer can, which would go off at once', async () => {
    const { clock, tokens } = watching([() => nothing({ 'retry-after': '99999999' })]);
    expect(await waitOf(clock, 2 ** 40)).to.equal(2 ** 31 - 1);
    expect(tokens).to.have.length(1);
  });
});
