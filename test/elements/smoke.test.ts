import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  accessibilityTree,
  canEmulate,
  click,
  emulate,
  engine,
  press,
  resize,
  supports,
  typeKeys,
} from '../runner/commands.js';

@customElement('smoke-counter')
class SmokeCounter extends LitElement {
  @property() label = 'Count';
  @state() private count = 0;

  protected override render() {
    return html`<button @click=${() => {
      this.count += 1;
    }}>${this.label} ${this.count}</button>`;
  }
}

describe(`the test runner in ${engine}`, () => {
  it('renders a decorated Lit element again when its state changes', async () => {
    const element = await fixture<SmokeCounter>(html`<smoke-counter label="Taps"></smoke-counter>`);
    const button = element.shadowRoot?.querySelector('button');
    if (!button) throw new Error('no button');
    expect(button.textContent).to.equal('Taps 0');
    await click(button);
    await element.updateComplete;
    expect(button.textContent).to.equal('Taps 1');
    await expect(element).to.be.accessible();
  });

  it('types into the focused input and moves on by Tab and back by Shift+Tab', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><input aria-label="one" /><input aria-label="two" /></form>`,
    );
    const [one, two] = form.querySelectorAll('input');
    one?.focus();
    await typeKeys('Ab1 é@');
    expect(one?.value).to.equal('Ab1 é@');
    expect(document.hasFocus()).to.equal(true);
    await press('Tab');
    expect(document.activeElement).to.equal(two);
    expect(two?.matches(':focus-visible')).to.equal(true);
    await press('Shift+Tab');
    expect(document.activeElement).to.equal(one);
    await press('Backspace');
    expect(one?.value.length).to.be.below(6);
  });

  it('submits a form by Enter and follows arrow keys through radios', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form><input type="radio" name="r" value="a" checked /><input type="radio" name="r" value="b" /><button>Go</button></form>`,
    );
    let submitted = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submitted += 1;
    });
    form.querySelector('input')?.focus();
    await press('ArrowDown');
    expect(new FormData(form).get('r')).to.equal('b');
    await press('Enter');
    expect(submitted).to.equal(1);
  });

  it('takes the size a test asks for, down to a narrow phone and back', async () => {
    await resize(320, 640);
    expect([innerWidth, innerHeight]).to.deep.equal([320, 640]);
    expect(matchMedia('(width <= 320px)').matches).to.equal(true);
    await resize(1280, 800);
    expect([innerWidth, innerHeight]).to.deep.equal([1280, 800]);
  });

  if (canEmulate({ colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' })) {
    it('shows every medium', async () => {
      await emulate({ colorScheme: 'dark', reducedMotion: 'reduce', forcedColors: 'active' });
      expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
      expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      await emulate({});
      expect(matchMedia('(forced-colors: active)').matches).to.equal(false);
    });
  } else {
    it('says which engine cannot show a medium', async () => {
      const refused = await emulate({ forcedColors: 'active' }).catch(String);
      expect(refused).to.contain(`not supported in ${engine}`);
    });
  }

  if (supports.accessibilityTree) {
    it('reads the accessibility tree', async () => {
      await fixture(html`<main><h1>Forgot?</h1></main>`);
      expect(JSON.stringify(await accessibilityTree())).to.contain('Forgot?');
    });
  }

  it('answers a request from a service worker', async function () {
    this.timeout(20_000);
    const { setupWorker } = await import('msw/browser');
    const { http, HttpResponse } = await import('msw');
    const worker = setupWorker(http.get('/api/hello', () => HttpResponse.json({ hello: 'you' })));
    await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
    try {
      const answer = await fetch('/api/hello');
      expect(await answer.json()).to.deep.equal({ hello: 'you' });
    } finally {
      worker.stop();
    }
  });
});
