import { expect } from '@open-wc/testing';
import { type RegisterPage, ResetPage } from '../../src/testing/index.js';
import { press, typeKeys } from '../runner/commands.js';
import { countries, enrolling, everything } from './enrol-steps.js';
import { clippedIn, scrollersIn, sidewaysBy, smallTargets, spaced } from './measures.js';
import { still } from './on-screen.js';
import { focused } from './reset-world.js';
import { expectAccessible, inWindow } from './window.js';

const two = { ...everything, methodsRequired: 2 } as const;
const own = { ...everything, questions: { toRegister: 3, toReset: 3, mayWriteOwn: true } } as const;

/** Every look of the screens that register something, and the way there. */
const screens: Readonly<Record<string, (lang: string) => Promise<RegisterPage>>> = {
  'an app': async (lang) => {
    const { page } = await enrolling('app', 'enrol-app', { lang, policy: two });
    await page.until(() => page.form.querySelector('.qr svg') !== null, 'a picture');
    return page;
  },
  'an app, tested by a code': async (lang) => {
    const { page } = await enrolling('app', 'enrol-app', { lang });
    await page.submit();
    await page.step('enter-code');
    return page;
  },
  'a telephone': async (lang) => {
    const { page } = await enrolling('phone', 'enrol-phone', { lang, policy: everything });
    await countries(page);
    return page;
  },
  'a telephone without a number': async (lang) => {
    const { page } = await enrolling('phone', 'enrol-phone', { lang, policy: everything });
    await countries(page);
    await page.submit();
    return page;
  },
  'an office phone': async (lang) => {
    const { page } = await enrolling('office-phone', 'enrol-phone', { lang, policy: everything });
    await countries(page);
    return page;
  },
  'an address of the organisation': async (lang) => {
    const { page } = await enrolling('email', 'enrol-email', { lang });
    page.type('address', 'amira@contoso.example');
    await page.submit();
    return page;
  },
  'questions with all problems': async (lang) => {
    const { page } = await enrolling('questions', 'enrol-questions', { lang, policy: own });
    await page.choose('question-1', 'own');
    await page.submit();
    return page;
  },
};

describe('the screens that register something', function () {
  this.timeout(30_000);

  for (const width of [320, 1280])
    describe(`at ${width} pixels`, () => {
      inWindow({ width, margin: '0' });

      for (const [name, open] of Object.entries(screens))
        for (const lang of ['en', 'ar'])
          it(`${name} in ${lang}: fits, can be hit, and passes every check in light and dark`, async () => {
            const { element } = await open(lang);
            const page = new ResetPage(element);
            await still(page);
            expect(sidewaysBy()).to.equal(0);
            expect(scrollersIn(page).join('\n')).to.equal('');
            expect(clippedIn(page).join('\n')).to.equal('');
            expect(spaced(page, () => clippedIn(page)).join('\n'), 'with wide text').to.equal('');
            expect(smallTargets(page, 24, 44).join('\n')).to.equal('');
            for (const scheme of ['light', 'dark'] as const) await expectAccessible(page, scheme);
          });
    });

  it('are gone through with the keyboard alone: country, number, way, on', async () => {
    const { page } = await enrolling('phone', 'enrol-phone', { policy: everything });
    await countries(page);
    page.headingElement.focus();
    await press('Tab');
    expect(focused()).to.equal(page.form.querySelector('select'));
    await press('Tab');
    expect(focused()).to.equal(page.field('number'));
    await typeKeys('+491711234567');
    await press('Tab');
    await press('ArrowRight');
    expect(focused()).to.have.property('value', 'whatsapp');
    expect(page.field('channel').value).to.equal('whatsapp');
    await press('Tab');
    expect(focused()).to.equal(page.primary);
    await press('Enter');
    await page.step('enter-code');
  });
});
