import type { Answer } from '../../../src/contract/index.js';
import { SsprRegister } from '../../../src/define/sspr-register.js';
import type { SsprReset } from '../../../src/define/sspr-reset.js';
import { loadAllViews } from '../../../src/elements/views.js';
import { RegisterPage } from '../../../src/testing/index.js';
import { press } from '../../runner/commands.js';
import { type AnyPage, controlsOf, isWithin } from '../on-screen.js';
import { focused, pageOf, patienceMs, reset, turn } from '../reset-world.js';
import type { Sinks } from '../sinks.js';
import { type Action, faults } from './actions.js';
import {
  expectEmptied,
  expectFocusKept,
  expectHonestButtons,
  expectNoLeak,
  expectOneEffect,
  expectOneStep,
  Finding,
  type Typed,
} from './holds.js';
import { Person } from './person.js';
import { phone, usernames, WalkWorld } from './world.js';

/** After these the focus may be elsewhere: it was taken there, or the browser drops it. */
const losesFocus: ReadonlySet<Action['do']> = new Set([
  'key',
  'move',
  'take-away',
  'look-elsewhere',
]);

/** What can be done to an element so that it does not hold what it should. */
export type Sabotage = (page: AnyPage, world: WalkWorld) => void;

interface WalkerOptions {
  readonly sabotage?: Sabotage;
  /** Which element. Default: the reset. */
  readonly element?: 'reset' | 'register';
}

/** Who comes: to a registration only who can sign in. */
const usernameOf = (element: 'reset' | 'register', seed: number): string =>
  usernames[element === 'register' ? seed % 2 : seed % 3 === 0 ? seed % usernames.length : 0] ?? '';

/** One element that things happen to, and what must hold after each of them. */
export class Walker {
  readonly world: WalkWorld;
  /** What came about, and how often. */
  readonly reached = new Map<string, number>();
  readonly #page: AnyPage;
  readonly #element: SsprReset | SsprRegister;
  readonly #root = document.createElement('main');
  readonly #sinks: Sinks;
  readonly #username: string;
  readonly #person: Person;
  readonly #secrets = new Set<string>();
  readonly #typed: Typed[] = [];
  readonly #rejected: string[] = [];
  readonly #listening = new AbortController();
  #screen = 0;

  constructor(
    seed: number,
    sinks: Sinks,
    { sabotage = () => {}, element = 'reset' }: WalkerOptions = {},
  ) {
    this.#sinks = sinks;
    this.world = new WalkWorld(seed);
    const { adapter, environment } = this.world;
    if (element === 'reset') {
      const made = reset(this.world, { adapter });
      this.#page = pageOf(made);
      this.#element = made;
    } else {
      const made = Object.assign(new SsprRegister(), { adapter, environment, lang: 'en' });
      this.#page = new RegisterPage(made, { signal: AbortSignal.timeout(patienceMs) });
      this.#element = made;
    }
    this.#username = usernameOf(element, seed);
    this.#person = new Person(this.#page, this.world, this.#username, (input, text) =>
      this.#note(input, text),
    );
    this.#root.innerHTML = '<button>Before</button><button>After</button>';
    this.#listen();
    document.body.append(this.#root);
    sabotage(this.#page, this.world);
  }

  #listen(): void {
    const { signal } = this.#listening;
    const count = () => {
      this.#screen += 1;
      this.#count(this.#page.stepKind ?? '');
    };
    this.#element.addEventListener('sspr-step', count, { signal });
    // Links lead out of the page of the tests.
    const stay = (event: Event) => {
      const [target] = event.composedPath();
      if (target instanceof Element && target.closest('a[href]:not([href^="#"])'))
        event.preventDefault();
    };
    document.addEventListener('click', stay, { capture: true, signal });
    this.#element.addEventListener('sspr-return', (event) => event.preventDefault(), { signal });
    const note = (event: PromiseRejectionEvent | ErrorEvent) => {
      this.#rejected.push(String('reason' in event ? event.reason : event.message));
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('unhandledrejection', note, { capture: true, signal });
    addEventListener('error', note, { capture: true, signal });
  }

  /** @throws a `Finding` at the first action after which something does not hold */
  async walk(actions: readonly Action[]): Promise<void> {
    try {
      if (this.#element instanceof SsprRegister) await this.world.signIn(this.#username);
      this.#root.firstElementChild?.after(this.#element);
      // All code is loaded first: how long that takes is the machine's business.
      await loadAllViews(this.#element instanceof SsprRegister ? 'register' : 'reset');
      await this.#page.until(() => this.world.wire.requests.length > 0, 'a first request');
      await this.#settle();
      for (const action of actions) {
        const held = this.#holdsFocus;
        const away = this.reached.get('taken away');
        await this.#act(action);
        await this.#settle();
        this.#count('steps');
        this.#gatherSecrets();
        const moved = losesFocus.has(action.do) || away !== this.reached.get('taken away');
        try {
          this.#hold(held && !moved);
        } catch (error) {
          throw new Error(`${error} after ${JSON.stringify(action)}: ${this.#page}`);
        }
      }
      await this.#expectSilence();
    } finally {
      this.#listening.abort();
      this.#root.remove();
      document.documentElement.removeAttribute('style');
    }
  }

  #hold(held: boolean): void {
    if (this.#rejected.length > 0) throw new Finding('no rejection', this.#rejected.join());
    if (!this.#element.isConnected) return;
    expectOneStep(this.#page);
    if (held) expectFocusKept(this.#page);
    expectHonestButtons(this.#page, this.world);
    expectOneEffect(this.world);
    expectEmptied(this.#typed, this.#screen);
    expectNoLeak(this.#page, this.#sinks, this.#secrets);
  }

  #count(what: string): void {
    this.reached.set(what, (this.reached.get(what) ?? 0) + 1);
  }

  /** A question gives the focus back to where it was before: that is no place of the element's choosing. */
  get #holdsFocus(): boolean {
    const at = focused();
    return isWithin(at, this.#element) && !at?.closest('.question');
  }

  /**
   * Lets what answers by itself answer, and what works on work; what was lost on the way stays lost.
   * While the backend works, more turns are taken: how long that takes is the machine's business. It may
   * also wait for the clock, which stands.
   */
  async #settle(): Promise<void> {
    const { world } = this;
    const isOpen = (turns: number) =>
      turns < 2 || (world.waiting > 0 ? turns < 12 : this.#page.busy && turns < 400);
    const { wire } = world;
    for (
      let turns = 0, working = 0;
      isOpen(turns);
      turns += wire.serving && working < 200 ? 0 : 1
    ) {
      working += wire.serving ? 1 : 0;
      await turn();
      await this.#element.updateComplete;
    }
  }

  async #act(action: Action): Promise<void> {
    const page = this.#page;
    const { world } = this;
    switch (action.do) {
      case 'right':
      case 'wrong':
        if (page.stepKind !== 'done') return this.#person.answer(action.n, action.do === 'right');
        this.#count('done');
        return this.#takeAway();
      case 'elsewhere':
        return this.#person.answerElsewhere(action.n);
      case 'press': {
        const buttons = controlsOf(page).filter((one) => one.matches('button, a'));
        const button = buttons[action.n % buttons.length];
        button?.focus();
        button?.click();
        return;
      }
      case 'radio':
        controlsOf(page)
          .filter((one) => one.matches('[type=radio]'))
          .at(action.n % 3)
          ?.click();
        return;
      case 'type':
        return this.#person.typeAnywhere(action.n);
      case 'send':
        if (action.how === 'enter') page.form.requestSubmit();
        else page.form.querySelector<HTMLElement>('.button')?.click();
        if (action.how === 'twice') page.form.querySelector<HTMLElement>('.button')?.click();
        return;
      case 'key':
        return press(action.key);
      case 'fault':
        world.wire.faults.next('any', faults[action.n % faults.length] ?? { kind: 'offline' });
        return;
      case 'wait':
        world.clock.advance({ seconds: action.seconds });
        return;
      case 'offline':
        world.wire.faults.always('any', { kind: 'offline' });
        return;
      case 'online':
        world.wire.faults.clear();
        return;
      case 'speak':
        this.#element.lang = action.lang;
        return;
      case 'paint':
        document.documentElement.style.colorScheme = action.scheme;
        return;
      case 'move':
        this.#root.firstElementChild?.after(this.#element);
        return;
      case 'take-away':
        return this.#takeAway();
      case 'go-back':
        window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
        return;
      case 'look-elsewhere':
        this.#root.querySelector('button')?.focus();
    }
  }

  /** What was typed stays in the element only, and no longer than its screen. */
  #note(input: HTMLInputElement, text: string): void {
    this.#typed.push({ input, screen: this.#screen });
    if (input.name !== 'username' && text.length > 5) this.#secrets.add(text);
  }

  /** Out of the page: what is typed goes, and nothing is asked while it is away. Then it begins anew. */
  async #takeAway(): Promise<void> {
    await this.#expectSilence();
    expectEmptied(this.#typed, -1);
    this.#root.firstElementChild?.after(this.#element);
    this.#screen += 1;
    this.#count('taken away');
  }

  async #expectSilence(): Promise<void> {
    this.#element.remove();
    const { requests } = this.world.wire;
    const before = requests.length;
    await turn();
    this.world.clock.advance({ seconds: 30 });
    await turn();
    await turn();
    if (requests.length > before)
      throw new Finding('silence', `${requests.at(-1)?.path} was asked by what is not in the page`);
  }

  /** What nobody may read by now: of the tenant, and of what is sent. */
  #gatherSecrets(): void {
    const { tenant, tokens, sent, keys } = this.world;
    for (const token of tokens) this.#secrets.add(token);
    // Where an app is set up, its key is there to be read.
    for (const key of keys)
      if (this.#page.stepKind === 'enrol-app') this.#secrets.delete(key);
      else this.#secrets.add(key);
    for (const { code, to } of tenant.outbox.list()) {
      if (code) this.#secrets.add(code);
      if (to.endsWith('@mail.example')) this.#secrets.add(to);
    }
    const last: Answer | undefined = sent.at(-1)?.answer;
    if (last?.action === 'enter-code' && last.code.length > 5) this.#secrets.add(last.code);
    this.#secrets.add(phone).add(phone.replaceAll(' ', ''));
    if (this.#page.failure !== undefined) this.#count('failure');
    if (this.#page.element.shadowRoot?.querySelector('.question')) this.#count('question');
    if (this.#page.problems.length > 0) this.#count('problem');
  }
}
