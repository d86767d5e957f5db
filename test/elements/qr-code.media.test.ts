import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { TOTP } from 'otpauth';
import { LateCode } from '../../src/elements/parts/late-code.js';
import { qrCode, qrStyles } from '../../src/elements/parts/qr-code.js';
import * as drawing from '../../src/elements/qr/qr-path.js';
import type { ViewContext } from '../../src/elements/view.js';
import { canEmulate, emulate, type Media } from '../runner/commands.js';
import { alone, drawn } from './part-world.js';
import { scan } from './qr-camera.js';

const example = new TOTP({ issuer: 'Contoso', label: 'adele.vance@contoso.example' }).toString();

const arrived = new LateCode(async () => drawing);

/** An element with the picture of a text, and then of others. */
async function pictures(lang = 'en') {
  let text = example;
  const draw = (context: ViewContext) => qrCode(context, text, 'QR code', arrived);
  const { element, form } = await alone(draw, qrStyles, lang);
  return async (next: string): Promise<SVGSVGElement> => {
    text = next;
    element.requestUpdate();
    await drawn(element);
    const svg = form.querySelector<SVGSVGElement>('.qr svg');
    if (!svg) throw new Error(`no picture: ${form.textContent}`);
    return svg;
  };
}

const pictureOf = async (text: string, lang = 'en') => (await pictures(lang))(text);

describe('a QR code', function () {
  this.timeout(60_000);

  const media: Readonly<Record<string, Media>> = {
    'in light': { colorScheme: 'light' },
    'in the dark': { colorScheme: 'dark' },
    'in forced colours': { forcedColors: 'active' },
  };
  for (const [where, medium] of Object.entries(media)) {
    if (!canEmulate(medium)) continue;
    describe(where, () => {
      before(async () => {
        document.documentElement.style.colorScheme = 'light dark';
        await emulate(medium);
      });
      after(async () => {
        document.documentElement.style.colorScheme = '';
        await emulate({});
      });

      for (const lang of ['en', 'ar'])
        for (const around of ['white', 'black'])
          it(`is read by a camera, on ${around} (${lang})`, async () => {
            expect(await scan(await pictureOf(example, lang), around)).to.equal(example);
          });
    });
  }

  it('is read whatever the names of person and organisation are', async () => {
    const show = await pictures();
    const issuers = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    // Rule TENANT-2.
    const usernames = fc.stringMatching(/^[a-z.'_!#^~-]{1,64}@[a-z-]{1,44}\.[a-z]{2,3}$/);
    await fc.assert(
      fc.asyncProperty(issuers, usernames, async (issuer, label) => {
        const text = new TOTP({ issuer, label }).toString();
        expect(await scan(await show(text), 'black'), `${text.length}`).to.equal(text);
      }),
      { numRuns: 60, seed: 7, endOnFailure: true },
    );
  });

  it('has a quiet zone of four modules and 12 pixels at least', async () => {
    const svg = await pictureOf(example);
    const { data, size } = {
      data: svg.querySelector('path')?.getAttribute('d') ?? '',
      size: svg.viewBox.baseVal.width,
    };
    const columns = [...data.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(Math.min(...columns)).to.equal(4);
    expect(Math.max(...columns)).to.be.lessThan(size - 4);
    const { width } = svg.getBoundingClientRect();
    const padding = Number.parseFloat(getComputedStyle(svg).padding);
    expect(padding + (4 * (width - 2 * padding)) / size).to.be.at.least(12);
  });

  it('is one picture with a name', async () => {
    const svg = await pictureOf(example);
    expect(svg.getAttribute('role')).to.equal('img');
    expect(svg.getAttribute('aria-label')).to.equal('QR code');
    await expect(svg).to.be.accessible();
  });

  it('keeps its place until it has come, and says what to do where it does not', async () => {
    const { promise, reject } = Promise.withResolvers<typeof drawing>();
    const late = new LateCode(() => promise);
    const { element, form } = await alone(
      (context) => qrCode(context, example, 'QR code', late),
      qrStyles,
    );
    const box = () => form.querySelector('.qr')?.getBoundingClientRect();
    const before = box();
    expect(before?.width).to.be.greaterThan(160);
    reject(new Error('offline'));
    await drawn(element);
    expect(form.textContent).to.contain('Type the key below instead.');
    expect(box()).to.deep.equal(before);
  });
});
