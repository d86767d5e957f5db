/** Every field of an object, own or inherited, and those of the objects in it. */
function fieldsOf(value: unknown, seen = new Set<unknown>()): string {
  if (value === null || typeof value !== 'object') return String(value);
  // Nodes and windows are the page, which is watched by itself.
  if (seen.has(value) || value instanceof Node || value instanceof Window) return '';
  seen.add(value);
  const texts: string[] = [];
  for (const key in value) {
    const inner: unknown = Reflect.get(value, key);
    if (typeof inner !== 'function') texts.push(`${key}=${fieldsOf(inner, seen)}`);
  }
  return texts.join(' ');
}

/** Writes down all that can be read of a page by whoever looks in from outside. */
export class Sinks {
  readonly #seen: string[] = [];
  readonly #observers: MutationObserver[] = [];
  readonly #watched = new WeakSet<Node>();
  readonly #undo: (() => void)[] = [];

  constructor() {
    const types = ['step', 'captcha', 'succeeded', 'registered', 'skipped', 'refused', 'failed'];
    for (const type of [...types, 'cancelled', 'return']) this.#listen(`sspr-${type}`);
    // Ours are nobody's business, and these would carry what is typed.
    for (const type of ['submit', 'formdata']) this.#listen(type);
    for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const) {
      const original = console[level];
      console[level] = (...words: unknown[]) => {
        this.#note(`console.${level}`, words.map((word) => fieldsOf(word)).join(' '));
      };
      this.#undo.push(() => {
        console[level] = original;
      });
    }
    for (const name of ['pushState', 'replaceState'] as const) {
      const original = history[name];
      history[name] = (...words) => this.#note(name, words.map((word) => fieldsOf(word)).join(' '));
      this.#undo.push(() => {
        history[name] = original;
      });
    }
    this.#follow(document);
  }

  /** Everything seen so far, and what the page holds now. */
  async seen(): Promise<readonly string[]> {
    this.#lookAround();
    const databases = (await indexedDB.databases?.()) ?? [];
    this.#note('indexedDB', databases.map(({ name }) => name).join());
    return this.#seen;
  }

  /** What came since this was asked last, and what the page holds now but for its databases. */
  fresh(): readonly string[] {
    this.#lookAround();
    return this.#seen.splice(0);
  }

  stop(): void {
    for (const observer of this.#observers) observer.disconnect();
    for (const undo of this.#undo) undo();
  }

  #lookAround(): void {
    for (const observer of this.#observers) this.#take(observer.takeRecords());
    this.#note('location', location.href);
    this.#note('history', JSON.stringify(history.state));
    this.#note('title', document.title);
    this.#note('window', window.name);
    this.#note('localStorage', JSON.stringify({ ...localStorage }));
    this.#note('sessionStorage', JSON.stringify({ ...sessionStorage }));
    this.#note('cookies', document.cookie);
  }

  #note(where: string, what: string): void {
    this.#seen.push(`${where}: ${what}`);
  }

  #listen(type: string): void {
    const note = (event: Event): void => {
      const data = event instanceof FormDataEvent ? [...event.formData].join() : '';
      this.#note(type, `${fieldsOf(event)} ${data}`);
    };
    window.addEventListener(type, note);
    this.#undo.push(() => window.removeEventListener(type, note));
  }

  /** Follows the attributes of a tree, and of every shadow root that comes into it. */
  #follow(tree: Document | ShadowRoot): void {
    if (this.#watched.has(tree)) return;
    this.#watched.add(tree);
    const observer = new MutationObserver((records) => this.#take(records));
    observer.observe(tree, { subtree: true, childList: true, attributes: true });
    this.#observers.push(observer);
    this.#look(tree);
  }

  #take(records: readonly MutationRecord[]): void {
    for (const { type, target, attributeName, addedNodes } of records) {
      if (type === 'attributes' && target instanceof Element && attributeName)
        this.#note(
          `${target.localName}@${attributeName}`,
          target.getAttribute(attributeName) ?? '',
        );
      for (const added of addedNodes) if (added instanceof Element) this.#look(added);
    }
  }

  #look(tree: Element | Document | ShadowRoot): void {
    for (const element of [tree, ...tree.querySelectorAll('*')]) {
      if (!(element instanceof Element)) continue;
      for (const { name, value } of element.attributes)
        this.#note(`${element.localName}@${name}`, value);
      if (element.shadowRoot) this.#follow(element.shadowRoot);
    }
  }
}

/** Whether a text holds a secret. A code is digits, and so is much else: it counts where it stands alone. */
export const holds = (text: string, secret: string): boolean =>
  /^\d+$/.test(secret) ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text) : text.includes(secret);

/** Numbers that are no codes: when an event came, and since when the page is there; and what shapes are made of. */
export const withoutTimes = (line: string): string =>
  line.startsWith('path@d')
    ? ''
    : line.replace(/timeStamp=[\d.]+/g, '').replace(/\d-\d{13}[\d.]*/g, '');
