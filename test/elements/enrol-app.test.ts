import { expect } from '@open-wc/testing';
import { TOTP, URI } from 'otpauth';
import type { RegistrationSteps } from '../../src/contract/index.js';
import type { Overrides } from '../../src/tenant/index.js';
import { type Enrolling, enrolling, everything, names } from './enrol-steps.js';
import { scan } from './qr-camera.js';
import { amira } from './register-world.js';
import { turn } from './reset-world.js';

describe('registering an app', function () {
  this.timeout(30_000);

  const app = (policy: Overrides = {}) =>
    enrolling('app', 'enrol-app', { policy: { ...everything, ...policy } });

  const shown = ({ step }: Enrolling): RegistrationSteps['enrol-app'] => {
    const now = step();
    if (now.kind !== 'enrol-app') throw new Error(`There is ${now.kind}.`);
    return now;
  };

  /** What an app shows that was set up with an address. */
  const codeBy = (uri: string, { where }: Enrolling): string => {
    const otp = URI.parse(uri);
    if (!(otp instanceof TOTP)) throw new Error('not by time');
    return otp.generate({ timestamp: where.clock.now() });
  };

  const pictureOf = async ({ page }: Enrolling): Promise<SVGSVGElement> => {
    await page.until(() => page.form.querySelector('.qr svg') !== null, 'a picture');
    const svg = page.form.querySelector<SVGSVGElement>('.qr svg');
    if (!svg) throw new Error('no picture');
    return svg;
  };

  it('REGISTER-5: with what a camera reads from the screen, and the first code', async () => {
    const one = await app();
    const { page } = one;
    expect(page.heading).to.equal('Connect your app');
    expect(page.lead).to.contain('Use any authenticator app that you trust.');
    const { uri } = shown(one);
    const scanned = await scan(await pictureOf(one), 'white');
    expect(scanned).to.equal(uri);
    await page.submit();
    await page.step('enter-code');
    expect(page.heading).to.equal('Type the code from your app');
    const right = codeBy(scanned ?? '', one);
    await page.enterCode(right === '000000' ? '000001' : '000000');
    expect(page.problem('code')).to.contain('not the one your app shows now');
    await page.enterCode(right);
    await page.step('manage');
    expect(names(one)).to.deep.equal(['Authenticator app']);
  });

  it('REGISTER-5: with a key that is typed, and an account name', async () => {
    const one = await app();
    const { page } = one;
    const { uri, key } = shown(one);
    expect(page.form.querySelector('code')?.textContent).to.equal(key);
    expect(key).to.match(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/);
    expect(new URL(uri).searchParams.get('secret')).to.equal(key.replaceAll(' ', ''));
    expect(page.text).to.contain(`Account name ${amira}`);
  });

  it('METHOD-1: by a notification, where two proofs are asked for', async () => {
    const one = await app({ methodsRequired: 2 });
    const { page, where } = one;
    await page.pick('By notification');
    await page.submit();
    await page.step('wait');
    expect(page.lead).to.equal('We sent a test to your app. Open it and type this number.');
    where.tenant.appOf(amira).approve(page.number ?? '');
    await page.step('manage');
    expect(names(one)).to.deep.equal(['Authenticator app']);
  });

  it('METHOD-1: by a code, where that is chosen', async () => {
    const one = await app({ methodsRequired: 2 });
    await one.page.pick('By code');
    await one.page.submit();
    await one.page.step('enter-code');
    expect(one.answers.at(-1)).to.deep.equal({ action: 'enrol-app', proof: 'code' });
  });

  it('has the same picture after a look at the test and back', async () => {
    const one = await app();
    const before = await scan(await pictureOf(one), 'white');
    await one.page.submit();
    await one.page.step('enter-code');
    await one.page.press('Back to the picture');
    await one.page.step('enrol-app');
    expect(await scan(await pictureOf(one), 'white')).to.equal(before);
    expect(before).to.equal(shown(one).uri);
  });

  it('copies the key without its spaces, and says so', async () => {
    const one = await app();
    const { page } = one;
    const copied: string[] = [];
    const { writeText } = Clipboard.prototype;
    Clipboard.prototype.writeText = async (text) => {
      copied.push(text);
    };
    try {
      const button = page.control('Copy');
      expect(button.getBoundingClientRect().height).to.be.at.least(44);
      button.click();
      await page.until(() => page.announced.polite !== '', 'that it is said');
    } finally {
      Clipboard.prototype.writeText = writeText;
    }
    expect(copied).to.deep.equal([shown(one).key.replaceAll(' ', '')]);
    expect(page.announced.polite).to.equal('Key copied');
  });

  it('hands the secret to an app of the device when somebody asks for that, and only then', async () => {
    const one = await app();
    const { page } = one;
    const asksBeforeLeaving = () => {
      const event = new Event('beforeunload', { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    };
    for (let turns = 0; turns < 1_000 && !asksBeforeLeaving(); turns += 1) await turn();
    expect(asksBeforeLeaving()).to.equal(true);
    const { click } = HTMLAnchorElement.prototype;
    const opened: string[] = [];
    HTMLAnchorElement.prototype.click = function () {
      opened.push(this.href);
      expect(this.isConnected).to.equal(false);
      expect(asksBeforeLeaving(), 'the page stays where it is').to.equal(false);
    };
    try {
      expect(opened).to.deep.equal([]);
      await page.press('Open in an app on this device');
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    expect(opened).to.deep.equal([new URL(shown(one).uri).href]);
    expect(document.documentElement.outerHTML).not.to.contain('otpauth');
  });

  it('keeps the secret out of attributes, events and addresses', async () => {
    const told: string[] = [];
    const note = (event: Event) =>
      told.push(JSON.stringify(event, Object.keys(Object.getPrototypeOf(event))));
    addEventListener('sspr-step', note);
    const one = await app();
    await pictureOf(one);
    removeEventListener('sspr-step', note);
    const { key, uri } = shown(one);
    const secrets = [key, key.replaceAll(' ', ''), uri, 'otpauth'];
    const { shadowRoot } = one.page.element;
    const trees = [document, ...(shadowRoot ? [shadowRoot] : [])];
    const attributes = trees
      .flatMap((tree) => [...tree.querySelectorAll('*')])
      .flatMap((element) => [...element.attributes].map(({ value }) => value));
    const seen = [
      ...attributes,
      ...told,
      location.href,
      JSON.stringify(history.state),
      document.title,
    ];
    expect(seen.filter((text) => secrets.some((secret) => text?.includes(secret)))).to.deep.equal(
      [],
    );
  });
});
