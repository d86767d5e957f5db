import { expect } from 'chai';
import {
  adapterOver,
  attempt,
  discovery,
  FakeClock,
  failureOf,
  json,
  never,
  settle,
  startWith,
  step,
} from './builders.js';

const reason = new Error('The element left the page.');

/** A body of which half has come, and no more will. */
const halfABody = (signal?: AbortSignal | null) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"kind":'));
        signal?.addEventListener('abort', () => controller.error(signal.reason));
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );

const rejection = (call: Promise<unknown>) =>
  call.then(
    () => 'It did not reject.',
    (error: unknown) => error,
  );

describe('aborting a call', () => {
  it('before it began sends nothing', async () => {
    let sent = 0;
    const adapter = adapterOver(() => {
      sent += 1;
      return json(step());
    });
    const signal = AbortSignal.abort(reason);
    expect(
      await rejection(adapter.reset.start({ username: 'a' }, { ...attempt, signal })),
    ).to.equal(reason);
    expect(sent).to.equal(0);
  });

  for (const [why, answerer] of [
    ['while the server thinks', () => never()],
    ['while the body comes', (_: string, { signal }: RequestInit) => halfABody(signal)],
    ['while the body comes, through a fetch that does not listen', () => halfABody()],
  ] as const) {
    it(`${why} rejects with the signal's reason and ends the request`, async () => {
      const abort = new AbortController();
      let inner: AbortSignal | null | undefined;
      const adapter = adapterOver((url, init) => {
        inner = init.signal;
        return answerer(url, init);
      });
      const { signal } = abort;
      const rejected = rejection(adapter.reset.start({ username: 'a' }, { ...attempt, signal }));
      await settle();
      abort.abort(reason);
      expect(await rejected).to.equal(reason);
      expect(inner?.aborted).to.equal(true);
      expect(inner?.reason).to.equal(reason);
    });
  }

  it('after it ended changes nothing', async () => {
    const abort = new AbortController();
    const { signal } = abort;
    const call = adapterOver(() => json(step())).reset.start(
      { username: 'a' },
      { ...attempt, signal },
    );
    expect(await call).to.have.property('kind', 'choose-method');
    abort.abort(reason);
    expect(await call).to.have.property('kind', 'choose-method');
  });
});

describe('the time limit of a call', () => {
  for (const [why, answerer] of [
    ['the server thinks', () => never()],
    ['the body comes', (_: string, { signal }: RequestInit) => halfABody(signal)],
  ] as const) {
    it(`ends it as a timeout while ${why}, and the request with it`, async () => {
      const clock = new FakeClock();
      let inner: AbortSignal | null | undefined;
      const call = startWith(
        (url, init) => {
          inner = init.signal;
          return answerer(url, init);
        },
        { clock },
      );
      const failed = failureOf(call);
      await settle();
      clock.wind(14_999);
      await settle();
      expect(inner?.aborted).to.equal(false);
      clock.wind(1);
      const failure = await failed;
      expect(failure.code).to.equal('timeout');
      expect(failure.retryable).to.equal(true);
      expect(failure.message).to.equal('/v1/reset/start: no answer within 15000 ms.');
      expect(inner?.aborted).to.equal(true);
    });
  }

  it('is what the page says', async () => {
    const clock = new FakeClock();
    const failed = failureOf(startWith(never, { clock, timeoutMs: 10 }));
    clock.wind(10);
    expect((await failed).code).to.equal('timeout');
  });

  it('leaves no timer behind, however the call ends', async () => {
    const clock = new FakeClock();
    await startWith(() => json(step()), { clock });
    await failureOf(startWith(() => new Response(null, { status: 500 }), { clock }));
    const signal = AbortSignal.abort(reason);
    await rejection(adapterOver(never, { clock }).discover({}, { locale: 'en', signal }));
    expect(clock.waiting).to.equal(0);
  });
});

describe('a call that ended', () => {
  it('lets go of a body that it did not read', async () => {
    let inner: AbortSignal | null | undefined;
    const call = startWith((_, { signal }) => {
      inner = signal;
      return new Response('A long story.', { status: 500 });
    });
    expect((await failureOf(call)).code).to.equal('server');
    expect(inner?.aborted).to.equal(true);
  });

  it('leaves nothing on the signal that it was given', async () => {
    const { signal } = new AbortController();
    let listening = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...listener: Parameters<typeof addEventListener>) => {
      listening += 1;
      addEventListener.apply(signal, listener);
    };
    signal.removeEventListener = (...listener: Parameters<typeof removeEventListener>) => {
      listening -= 1;
      removeEventListener.apply(signal, listener);
    };
    const { reset } = adapterOver(() => json(step()));
    await reset.start({ username: 'a' }, { ...attempt, signal });
    expect(listening).to.equal(0);
  });
});

describe('a network that fails', () => {
  it('is offline, with the cause kept for the developer', async () => {
    const cause = new TypeError('Failed to fetch');
    const failure = await failureOf(startWith(() => Promise.reject(cause)));
    expect(failure.code).to.equal('offline');
    expect(failure.retryable).to.equal(true);
    expect(failure.cause).to.equal(cause);
  });

  it('is offline when it goes in the middle of a body', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    const headers = { 'content-type': 'application/json' };
    const failure = await failureOf(startWith(() => new Response(body, { headers })));
    expect(failure.code).to.equal('offline');
  });
});

describe('the code that reads answers', () => {
  it('starts to load with the first request and not before', async () => {
    let loads = 0;
    const loadAnswers = () => {
      loads += 1;
      return import('../../../src/adapters/http-answers.js');
    };
    const adapter = adapterOver(() => json(discovery()), { loadAnswers });
    await settle();
    expect(loads).to.equal(0);
    await adapter.discover({}, { locale: 'en' });
    expect(loads).to.equal(1);
  });

  it('is offline where it does not load, and loads when the call is tried again', async () => {
    let loads = 0;
    const cause = new TypeError('Failed to fetch dynamically imported module');
    const adapter = adapterOver(() => json(discovery()), {
      loadAnswers: () => {
        loads += 1;
        return loads === 1
          ? Promise.reject(cause)
          : import('../../../src/adapters/http-answers.js');
      },
    });
    const failure = await failureOf(adapter.discover({}, { locale: 'en' }));
    expect(failure).to.include({ code: 'offline', retryable: true, cause });
    expect(await adapter.discover({}, { locale: 'en' })).to.have.property('contract', 1);
  });
});
