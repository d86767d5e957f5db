import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LocaleLoader, type LocaleModules } from '../../src/localization/load.js';
import { LocaleController } from '../../src/localization/locale-controller.js';
import { msg, str, type Templates } from '../../src/localization/msg.js';
import type { OwnWords } from '../../src/localization/own-words.js';

const german: Templates = {
  'reset.greeting': 'Guten Tag',
  'reset.tries': str`Verbleibende Versuche: ${0}`,
};
const arabic: Templates = { 'reset.greeting': 'مرحبا', 'reset.tries': str`المحاولات: ${0}` };

/** The loader that elements made from now on will use; each test has its own. */
let loader: LocaleLoader;

@customElement('test-speaker')
class Speaker extends LitElement {
  readonly language = new LocaleController(this, loader);
  /** Every text it ever showed, in order. */
  readonly shown: string[] = [];
  waits = false;

  set messages(own: OwnWords) {
    this.language.messages = own;
  }

  get text() {
    return this.renderRoot.querySelector('p')?.textContent ?? '';
  }

  protected override async scheduleUpdate() {
    if (this.waits && this.language.pending) await this.language.ready;
    return super.scheduleUpdate();
  }

  protected override performUpdate() {
    this.language.speak(() => super.performUpdate());
  }

  protected override render() {
    return html`<p>${msg('Hello', { id: 'reset.greeting', desc: 'A greeting' })}</p>
      <em>${msg(str`Tries left: ${3}`, { id: 'reset.tries', desc: 'How many' })}</em>
      <input /><slot></slot>`;
  }

  protected override updated() {
    this.shown.push(this.text);
  }
}

/** Waits for mutation observers and the locale, then for the update that they asked for. */
async function settled(...speakers: Speaker[]) {
  await new Promise((resolve) => setTimeout(resolve));
  for (const speaker of speakers) {
    await speaker.language.ready;
    await speaker.updateComplete;
  }
}

const there: LocaleModules = {
  de: async () => ({ templates: german }),
  ar: async () => ({ templates: arabic }),
};

/** A loader whose locales come when the test says so. */
function slowLoader() {
  const answers: Record<string, () => void> = {};
  const coming = (locale: string, templates: Templates) => () =>
    new Promise<{ templates: Templates }>((resolve) => {
      answers[locale] = () => resolve({ templates });
    });
  loader = new LocaleLoader({ de: coming('de', german), ar: coming('ar', arabic) });
  return answers;
}

async function speak(template: ReturnType<typeof html>) {
  const root = await fixture<HTMLElement>(template);
  const speakers = [root, ...root.querySelectorAll('*')].filter((e) => e instanceof Speaker);
  await settled(...speakers);
  const [first] = speakers;
  if (!first) throw new Error('no speaker');
  return { root, speaker: first, speakers };
}

describe('an element’s language', () => {
  beforeEach(() => {
    loader = new LocaleLoader(there);
  });

  it('is its own lang attribute', async () => {
    const { speaker } = await speak(html`<test-speaker lang="de-AT"></test-speaker>`);
    expect(speaker.text).to.equal('Guten Tag');
    expect(speaker.language.locale).to.equal('de');
    expect(speaker.renderRoot.querySelector('em')?.textContent).to.equal(
      'Verbleibende Versuche: 3',
    );
  });

  it('is the nearest ancestor’s otherwise', async () => {
    const { speaker } = await speak(
      html`<div lang="ar"><div lang="de"><test-speaker></test-speaker></div></div>`,
    );
    expect(speaker.language.locale).to.equal('de');
  });

  it('is found through the shadow roots around it', async () => {
    const { root } = await speak(html`<div lang="ar"><test-speaker></test-speaker></div>`);
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    root.append(outer);
    outer.attachShadow({ mode: 'closed' }).append(inner);
    const speaker = new Speaker();
    inner.attachShadow({ mode: 'open' }).append(speaker);
    await settled(speaker);
    expect(speaker.language.locale).to.equal('ar');
    inner.lang = 'de';
    await settled(speaker);
    expect(speaker.language.locale).to.equal('de');
  });

  it('is one that its reader’s browser asks for where the page’s is not shipped', async () => {
    const { speaker } = await speak(html`<test-speaker lang="tlh"></test-speaker>`);
    const first = navigator.languages.find((tag) => /^(en|de|ar)\b/.test(tag)) ?? 'en';
    expect(speaker.language.locale).to.equal(first.slice(0, 2));
  });

  it('sets the direction', async () => {
    const { speaker } = await speak(html`<test-speaker lang="ar"></test-speaker>`);
    expect(speaker.language.direction).to.equal('rtl');
  });

  it('is its own beside an element in another', async () => {
    const { speakers } = await speak(
      html`<div>
        <test-speaker lang="de"></test-speaker>
        <test-speaker lang="ar"></test-speaker>
        <test-speaker lang="en"></test-speaker>
      </div>`,
    );
    expect(speakers.map(({ text }) => text)).to.deep.equal(['Guten Tag', 'مرحبا', 'Hello']);
    for (const speaker of speakers) speaker.requestUpdate();
    await settled(...speakers);
    expect(speakers.map(({ text }) => text)).to.deep.equal(['Guten Tag', 'مرحبا', 'Hello']);
  });

  it('is its own inside an element in another', async () => {
    const { speakers } = await speak(
      html`<test-speaker lang="de"><test-speaker lang="ar"></test-speaker></test-speaker>`,
    );
    expect(speakers.map(({ text }) => text)).to.deep.equal(['Guten Tag', 'مرحبا']);
  });
});

describe('a change of language', () => {
  beforeEach(() => {
    loader = new LocaleLoader(there);
  });

  it('shows at once, and keeps what was typed', async () => {
    const { speaker } = await speak(html`<test-speaker lang="de"></test-speaker>`);
    const input = speaker.renderRoot.querySelector('input');
    if (!input) throw new Error('no input');
    input.value = 'jonas';
    speaker.lang = 'ar';
    await settled(speaker);
    expect(speaker.text).to.equal('مرحبا');
    expect(speaker.renderRoot.querySelector('input')).to.equal(input);
    expect(input.value).to.equal('jonas');
  });

  it('is followed on an ancestor and on the document', async () => {
    const { root, speaker } = await speak(html`<div lang="de"><test-speaker></test-speaker></div>`);
    root.lang = 'ar';
    await settled(speaker);
    expect(speaker.text).to.equal('مرحبا');

    const before = document.documentElement.lang;
    root.removeAttribute('lang');
    document.documentElement.lang = 'de';
    try {
      await settled(speaker);
      expect(speaker.text).to.equal('Guten Tag');
    } finally {
      document.documentElement.lang = before;
    }
  });

  it('is followed when the element moves to another place', async () => {
    const { root, speaker } = await speak(
      html`<div><p lang="de"><test-speaker></test-speaker></p><p lang="ar"></p></div>`,
    );
    root.querySelector('[lang=ar]')?.append(speaker);
    await settled(speaker);
    expect(speaker.text).to.equal('مرحبا');
  });

  it('is not followed while the element is out of the page, and made up for on its return', async () => {
    const { root, speaker } = await speak(html`<div lang="de"><test-speaker></test-speaker></div>`);
    const updates = speaker.shown.length;
    speaker.remove();
    root.lang = 'ar';
    await settled(speaker);
    expect(speaker.shown).to.have.length(updates);
    root.append(speaker);
    await settled(speaker);
    expect(speaker.text).to.equal('مرحبا');
  });

  it('to the same locale in another spelling renders nothing', async () => {
    const { speaker } = await speak(html`<test-speaker lang="de"></test-speaker>`);
    const updates = speaker.shown.length;
    speaker.lang = 'de-CH';
    await settled(speaker);
    expect(speaker.shown).to.have.length(updates);
  });
});

describe('words on their way', () => {
  it('are waited for by an element that would rather show nothing than another language', async () => {
    const answers = slowLoader();
    const speaker = new Speaker();
    speaker.waits = true;
    speaker.lang = 'de';
    (await fixture(html`<div></div>`)).append(speaker);
    await new Promise((resolve) => setTimeout(resolve));
    expect(speaker.language.pending).to.equal(true);
    expect(speaker.shown).to.deep.equal([]);
    answers.de?.();
    await settled(speaker);
    expect(speaker.shown).to.deep.equal(['Guten Tag']);
  });

  it('let the source language stand, in its own direction, until they are there', async () => {
    const answers = slowLoader();
    const speaker = new Speaker();
    speaker.lang = 'ar';
    (await fixture(html`<div></div>`)).append(speaker);
    await speaker.updateComplete;
    expect([speaker.text, speaker.language.direction]).to.deep.equal(['Hello', 'ltr']);
    answers.ar?.();
    await settled(speaker);
    expect([speaker.text, speaker.language.direction]).to.deep.equal(['مرحبا', 'rtl']);
  });

  it('leave the language before them in place', async () => {
    const answers = slowLoader();
    const speaker = new Speaker();
    speaker.waits = true;
    speaker.lang = 'de';
    (await fixture(html`<div></div>`)).append(speaker);
    answers.de?.();
    await settled(speaker);
    speaker.lang = 'ar';
    await new Promise((resolve) => setTimeout(resolve));
    expect(speaker.text).to.equal('Guten Tag');
    answers.ar?.();
    await settled(speaker);
    expect(speaker.shown).to.deep.equal(['Guten Tag', 'مرحبا']);
  });

  it('are there at once for an element that comes later', async () => {
    loader = new LocaleLoader(there);
    await speak(html`<test-speaker lang="de"></test-speaker>`);
    const { speaker } = await speak(html`<test-speaker lang="de"></test-speaker>`);
    expect(speaker.shown).to.deep.equal(['Guten Tag']);
  });

  it('come too late for a language that is no longer wanted', async () => {
    const answers = slowLoader();
    const speaker = new Speaker();
    speaker.lang = 'de';
    (await fixture(html`<div></div>`)).append(speaker);
    await speaker.updateComplete;
    speaker.lang = 'ar';
    await new Promise((resolve) => setTimeout(resolve));
    answers.ar?.();
    await settled(speaker);
    answers.de?.();
    await settled(speaker);
    expect(speaker.shown).to.deep.equal(['Hello', 'مرحبا']);
  });

  it('that never come leave the source language, and are asked for again next time', async () => {
    let tries = 0;
    loader = new LocaleLoader({
      de: async () => {
        tries += 1;
        if (tries === 1) throw new TypeError('Failed to fetch');
        return { templates: german };
      },
    });
    const { speaker } = await speak(html`<test-speaker lang="de"></test-speaker>`);
    expect([speaker.text, speaker.language.locale]).to.deep.equal(['Hello', 'en']);
    expect(speaker.language.pending).to.equal(false);
    speaker.lang = 'de-AT';
    await settled(speaker);
    expect(speaker.text).to.equal('Guten Tag');
  });
});

describe('a page’s own words', () => {
  beforeEach(() => {
    loader = new LocaleLoader(there);
  });

  it('replace a message, with its values, and give way when they are taken back', async () => {
    const { speaker } = await speak(html`<test-speaker lang="de"></test-speaker>`);
    speaker.messages = { 'reset.greeting': 'Grüezi', 'reset.tries': 'noch {0}' } as OwnWords;
    await settled(speaker);
    expect(speaker.text).to.equal('Grüezi');
    expect(speaker.renderRoot.querySelector('em')?.textContent).to.equal('noch 3');
    speaker.messages = {};
    await settled(speaker);
    expect(speaker.text).to.equal('Guten Tag');
  });

  it('set before the element is in the page are there from the first render', async () => {
    const speaker = new Speaker();
    speaker.lang = 'en';
    speaker.messages = { 'reset.greeting': 'Hi' } as OwnWords;
    (await fixture(html`<div></div>`)).append(speaker);
    await settled(speaker);
    expect(speaker.shown).to.deep.equal(['Hi']);
  });

  it('follow the language where they are given per locale', async () => {
    const { speaker } = await speak(html`<test-speaker lang="en"></test-speaker>`);
    speaker.messages = {
      en: { 'reset.greeting': 'Hi' },
      de: { 'reset.greeting': 'Grüezi' },
    } as OwnWords;
    await settled(speaker);
    expect(speaker.text).to.equal('Hi');
    speaker.lang = 'de';
    await settled(speaker);
    expect(speaker.text).to.equal('Grüezi');
  });

  it('bring a language that is not shipped', async () => {
    const { speaker } = await speak(html`<test-speaker lang="he-IL"></test-speaker>`);
    speaker.messages = { he: { 'reset.greeting': 'שלום' } } as OwnWords;
    await settled(speaker);
    expect([speaker.text, speaker.language.locale, speaker.language.direction]).to.deep.equal([
      'שלום',
      'he',
      'rtl',
    ]);
  });
});
