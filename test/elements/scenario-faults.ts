import { expect } from '@open-wc/testing';
import type { Answer, SsprErrorCode } from '../../src/contract/index.js';
import type { Fault } from '../../src/mock/index.js';
import { type ScenarioName, scenarios } from '../../src/mock/scenarios/index.js';
import type { ManualClock } from '../../src/tenant/index.js';
import { engine } from '../runner/commands.js';
import { type AnyPage, isWithin } from './on-screen.js';
import { notOnce } from './one-screen.js';
import { focused, turn, type World } from './reset-world.js';
import { filled, isVisible, network, traceOf } from './robustness-network.js';
import { captchaKindOf, solveCaptcha } from './scenario-captcha.js';
import { act, type Stage, type Stop, settle, stage, walk } from './scenario-steps.js';
import { lookOf, mount, whole } from './tour.js';

type Wire = ReturnType<typeof network>;

/** What fails, as what, and whether it can be sent again as it is. */
interface Failing {
  readonly fault: Fault;
  readonly code: SsprErrorCode;
  readonly again: boolean;
}

const failing = (code: SsprErrorCode, again: boolean, ...faults: readonly Fault[]): Failing[] =>
  faults.map((fault) => ({ fault, code, again }));

/** To be waited for until a date, which is some seconds off when the request comes. */
const untilDate = (clock: Pick<ManualClock, 'now'>): Fault => ({
  kind: 'rate-limited',
  get retryAfter() {
    return new Date(clock.now() + 8_000);
  },
});

/** Every fault that a person has to hear of; what the backend has served comes last. */
const faults = (clock: Pick<ManualClock, 'now'>): readonly Failing[] => [
  ...failing('rejected', false, { kind: 'html', status: 400 }),
  ...failing('unauthorized', true, { kind: 'html', status: 401 }),
  ...failing('not-found', false, { kind: 'html', status: 404 }),
  ...failing('offline', true, { kind: 'offline' }),
  ...failing('offline', true, { kind: 'redirect', location: 'https://elsewhere.example/' }),
  ...failing('malformed-answer', true, { kind: 'html' }),
  ...failing('server', true, { kind: 'html', status: 502 }, { kind: 'server-error' }),
  ...failing('server', true, { kind: 'server-error', body: true }),
  ...failing('rate-limited', true, { kind: 'rate-limited' }, { kind: 'rate-limited', body: true }),
  ...failing('rate-limited', true, { kind: 'rate-limited', retryAfter: 2 }, untilDate(clock)),
  ...failing('timeout', true, { kind: 'drop' }),
  ...failing('malformed-answer', true, { kind: 'truncated' }),
  ...failing('offline', true, { kind: 'lost-answer' }),
];

/** What goes wrong without anybody having to know. */
const unheard: readonly (Fault | undefined)[] = [
  undefined,
  { kind: 'latency', ms: 2_000 },
  { kind: 'duplicate' },
  { kind: 'reorder', ms: 1_000 },
];

const words: Partial<Record<SsprErrorCode, RegExp>> = {
  offline: /^We could not reach the server/,
  timeout: /^The server takes too long/,
  'rate-limited': /^There is a lot going on/,
  server: /^The server had a problem/,
  'malformed-answer': /^The server had a problem/,
  rejected: /^The server did not take this/,
  unauthorized: /^You are signed out/,
  'not-found': /^This page is not set up properly/,
};

/** What an answer has of what was typed. */
const valuesOf = (answer: Answer): readonly string[] => {
  if (answer.action === 'enter-code') return [answer.code];
  if (answer.action === 'set-password') return [answer.password];
  return answer.action === 'answer-questions' ? Object.values(answer.answers) : [];
};

/** Walks a scenario over a network in which each request meets every fault before it gets through. */
export class FaultyWalk {
  readonly #tried: Set<string>;
  readonly #wire: Wire;
  readonly #where: Stage;
  /** How many failures were met. */
  met = 0;

  private constructor(where: Stage, wire: Wire, tried: Set<string>) {
    this.#where = where;
    this.#wire = wire;
    this.#tried = tried;
  }

  /** @param tried screens and answers that have met every fault already: they meet one more. */
  static async open(name: ScenarioName, tried: Set<string>): Promise<FaultyWalk> {
    let wire: Wire | undefined;
    const where = await stage(name, {
      through: (world: World, served) => {
        wire = network(world, { allowedOrigins: ['https://reset.fabrikam.example'] }, served);
        return wire.adapter;
      },
    });
    if (!wire) throw new Error('no network');
    return new FaultyWalk(where, wire, tried);
  }

  /** What was done and sent at the tenant. */
  get trace(): readonly string[] {
    return traceOf(this.#where.tenant);
  }

  async walk({ faulty }: { readonly faulty: boolean }): Promise<string | undefined> {
    const { page, unmount } = await mount(this.#where);
    try {
      await walk(page, this.#where, {
        identify: (_, username) =>
          this.#ask(page, 'start', 'start', faulty, async () => {
            page.type('username', username);
            await solveCaptcha(page, this.#where);
            page.primary.click();
          }),
        how: (_, answer) =>
          this.#ask(
            page,
            'advance',
            answer.action,
            faulty,
            () => this.#actAndGoOn(page, answer),
            valuesOf(answer),
          ),
        elsewhere: (isSo) => this.#watch(page, isSo, faulty),
      });
      return page.stepKind;
    } finally {
      unmount();
    }
  }

  /** An answer that waits for what does not come is not waited for. */
  async #actAndGoOn(page: AnyPage, answer: Answer): Promise<void> {
    act(page, answer, this.#where).catch(() => {});
    await turn();
  }

  async #ask(
    page: AnyPage,
    operation: 'start' | 'advance',
    name: string,
    faulty: boolean,
    send: () => Promise<void>,
    typed: readonly string[] = [],
  ): Promise<void> {
    await whole(page, undefined);
    // What one engine shows at every look, the others show at every kind of step.
    const kind = name === 'start' ? captchaKindOf(this.#where) : '';
    const key = `${name} ${kind} ${engine === 'chromium' ? lookOf(page) : page.stepKind}`;
    const all = faults(this.#where.clock);
    const one = this.#tried.size % all.length;
    const meets = !faulty ? [] : this.#tried.has(key) ? all.slice(one, one + 1) : all;
    this.#tried.add(key);
    let again = false;
    for (const failing of meets) {
      const { fault, again: sameAgain } = failing;
      this.#meet(operation, fault);
      const sent = await this.#send(page, fault, again, send);
      // What this screen finds by itself is not sent.
      if (!sent) return this.#wire.faults.clear();
      this.#expectTold(page, failing, typed, name);
      await this.#letPass(page, fault, sameAgain);
      again = sameAgain;
      this.met += 1;
    }
    const quiet = faulty ? unheard[this.#tried.size % unheard.length] : undefined;
    if (quiet) this.#meet(operation, quiet);
    await this.#send(page, quiet, again, send);
    this.#wire.faults.clear();
    expect(page.failure, `${name} is through`).to.equal(undefined);
  }

  /** The next request of either element meets a fault. */
  #meet(operation: 'start' | 'advance' | 'watch', fault: Fault): void {
    const own = {
      start: 'registerStart',
      advance: 'registerAdvance',
      watch: 'registerWatch',
    } as const;
    const { registration } = scenarios[this.#where.name];
    this.#wire.faults.next(registration ? own[operation] : operation, fault);
  }

  /** Sends once, by the button that is there for it; says whether anything was sent. */
  async #send(
    page: AnyPage,
    fault: Fault | undefined,
    again: boolean,
    send: () => Promise<void>,
  ): Promise<boolean> {
    const before = this.#asked.length;
    if (again) page.control('Try again').click();
    else await send();
    await this.#sent(page, before);
    // Characters that ran out meanwhile went: the new ones are asked for first.
    if (again && scenarios[this.#where.name].captcha === 'late' && page.problems.length > 0) {
      expect(page.problems.join()).to.match(/^Type what you see/);
      await send();
      await this.#sent(page, before);
    }
    if (this.#asked.length === before) return false;
    await turn();
    const { clock } = this.#where;
    if (fault?.kind === 'drop') clock.advance({ seconds: 15 });
    if (fault?.kind === 'latency') clock.advance({ milliseconds: fault.ms });
    if (fault?.kind === 'reorder') clock.advance({ milliseconds: fault.ms ?? 1_000 });
    await settle(page, this.#where);
    expect(this.#asked.length - before, 'requests for one press of a button').to.equal(1);
    return true;
  }

  /** Waits until something is sent, or nothing will be: the code of the flow may still be on its way. */
  async #sent(page: AnyPage, before: number): Promise<void> {
    for (let turns = 0; this.#asked.length === before && (page.busy || turns < 10); turns += 1)
      await turn();
  }

  get #asked() {
    return this.#wire.requests.filter(({ path }) => /start$|advance$/.test(path));
  }

  #expectTold(
    page: AnyPage,
    { fault, code, again }: Failing,
    typed: readonly string[],
    name: string,
  ): void {
    const when = `${name}, ${JSON.stringify(fault)}`;
    expect(page.failure, when).to.match(words[code] ?? /^$/);
    expect(page.announced.assertive, when).to.equal(page.failure);
    const box = page.form.querySelector('.failure');
    expect(box && isVisible(box), `${when}: is seen`).to.equal(true);
    const held = Object.values(filled(page));
    for (const value of typed) expect(held, `${when}: what was typed`).to.include(value);
    expect(isWithin(focused(), page.element), `${when}: the focus`).to.equal(true);
    if (!again) expect(page.controls, when).not.to.include('Try again');
    const stop: Stop = { at: when, by: 'answer', step: this.#shown(page), from: page.stepKind };
    expect(notOnce(page, stop), when).to.deep.equal([]);
  }

  #shown(page: AnyPage) {
    return page.stepKind === 'identify' ? undefined : this.#where.step();
  }

  async #letPass(page: AnyPage, fault: Fault, again: boolean): Promise<void> {
    if (fault.kind === 'rate-limited' && fault.retryAfter !== undefined) {
      expect(page.controls, 'while it has to wait').not.to.include('Try again');
      expect(page.form.querySelector('.failure')?.textContent).to.contain('You can try again in');
      const ms =
        fault.retryAfter instanceof Date
          ? fault.retryAfter.getTime() - this.#where.clock.now()
          : fault.retryAfter * 1_000;
      this.#where.clock.advance({ milliseconds: Math.max(0, ms) + 1_000 });
    }
    if (again) await page.until(() => page.controls.includes('Try again'), 'a way to try again');
  }

  /** What comes by itself comes in spite of what fails on the way, or after “Try again”. */
  async #watch(page: AnyPage, isSo: () => boolean, faulty: boolean): Promise<void> {
    const troubles: readonly Fault[] = [
      { kind: 'offline' },
      { kind: 'server-error' },
      { kind: 'rate-limited', retryAfter: 1 },
      { kind: 'html' },
      { kind: 'truncated' },
    ];
    for (const fault of faulty ? troubles : []) this.#meet('watch', fault);
    for (let seconds = 0; seconds < 60 && !isSo(); seconds += 1) {
      this.#where.clock.advance({ seconds: 1 });
      for (let turns = 0; turns < 3; turns += 1) await turn();
      if (page.controls.includes('Try again')) page.control('Try again').click();
    }
    this.#wire.faults.clear();
    expect(isSo(), `a step that comes by itself; there is ${page}`).to.equal(true);
  }
}

/** Walks each scenario with every fault at every screen, next to a walk without any. */
export function everyFault(names: readonly ScenarioName[], least: number): void {
  const tried = new Set<string>();
  let met = 0;

  describe('where every request fails in every way before it gets through,', function () {
    this.timeout(60_000);

    for (const name of names)
      it(`a person hears of it, keeps what is typed and gets on, with one effect each: ${name}`, async () => {
        const smooth = await FaultyWalk.open(name, new Set());
        await smooth.walk({ faulty: false });
        const faulty = await FaultyWalk.open(name, tried);
        expect(await faulty.walk({ faulty: true })).to.equal(scenarios[name].endsAt);
        expect(faulty.trace).to.deep.equal(smooth.trace);
        const asks = !scenarios[name].registration || scenarios[name].moves.length > 0;
        expect(faulty.met > 0, 'anything has failed').to.equal(asks);
        met += faulty.met;
      });

    it(`that were ${least} failures at least`, () => {
      expect(met).to.be.at.least(least);
    });
  });
}
