import { expect } from '@open-wc/testing';
import type { RegisterPage } from '../../src/testing/index.js';
import { press, resize } from '../runner/commands.js';
import { sidewaysBy } from './measures.js';
import { elementAt, short } from './on-screen.js';
import { nameOf, proveByMail } from './register-steps.js';
import { manage, register, signedIn } from './register-world.js';
import { focused } from './reset-world.js';
import { expectAccessible, inWindow } from './window.js';

const email = 'amira.h@fineartschool.example';
const phone = '+49 171 1234567';
const two = { methodsRequired: 2 } as const;
const many = {
  app: true,
  email,
  phone,
  alternatePhone: '+49 171 2345678',
  others: ['passkey'],
  directory: { officePhone: '+49 30 1234567x89' },
} as const;

type Look = NonNullable<Parameters<typeof register>[1]>;

async function due(setting: Parameters<typeof signedIn>[0], look: Look, days = 0) {
  const where = await signedIn(setting, days);
  return { where, page: await register(where, look) };
}

/** Every screen that these views draw, and the way there. */
const screens: Readonly<Record<string, (look: Look) => Promise<RegisterPage>>> = {
  'what is missing': async (look) => {
    const { page } = await due({ policy: two }, look);
    await page.step('registration-needed');
    return page;
  },
  'another method': async (look) => {
    const { page } = await due({}, look);
    await page.step('registration-needed');
    page.form.querySelector<HTMLElement>('.ways button')?.click();
    await page.step('choose-registration');
    return page;
  },
  'a long list': async (look) => {
    const { page } = await manage({ person: many }, look);
    return page;
  },
  'a long list and what could be added': async (look) => {
    const { page } = await manage({ person: many }, look);
    page.element.shadowRoot?.querySelector<HTMLElement>('[aria-expanded]')?.click();
    await page.until(() => page.registrable.length > 0);
    return page;
  },
  'a list that locks out': async (look) => {
    const { page } = await manage({ person: { email, app: true }, policy: two }, look);
    return page;
  },
  'an empty list': async (look) => {
    const { page } = await manage({}, look);
    return page;
  },
  'what a deletion costs': async (look) => {
    const { where, page } = await manage({ person: { app: true, email }, policy: two }, look);
    page.form.querySelector<HTMLElement>('.bin')?.click();
    await proveByMail(page, where);
    await page.step('confirm-removal');
    return page;
  },
  'what may have changed, one confirmed': async (look) => {
    const { page } = await due({ person: many }, look, 180);
    await page.step('reconfirm');
    page.form.querySelector<HTMLElement>('.chip')?.click();
    await page.until(() => page.registered[0]?.controls.length === 0);
    return page;
  },
  'the end': async (look) => {
    const { page } = await due({ person: { app: true, email } }, look, 180);
    await page.step('reconfirm');
    await page.submit();
    await page.step('done');
    return page;
  },
};

/** Ends what moves: nothing is measured in passing. */
function still({ element, form }: RegisterPage): void {
  for (const root of [document, element.shadowRoot])
    for (const animation of root?.getAnimations() ?? []) animation.cancel();
  form.scrollIntoView({ behavior: 'instant' });
}

/** Controls that cannot be hit 22 pixels above and below their middle, or at the sides of it (WCAG 2.5.5). */
const smallTargets = ({ element, form }: RegisterPage): string[] =>
  [form, element.shadowRoot]
    .flatMap((tree) => [...(tree?.querySelectorAll<HTMLElement>('button') ?? [])])
    .filter((button) => {
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = button.getBoundingClientRect();
      const hits = (dx: number, dy: number): boolean => {
        const hit = elementAt(left + width / 2 + dx, top + height / 2 + dy);
        return hit !== null && button.contains(hit);
      };
      const side = Math.min(width / 2 - 1, 21.5);
      return !(hits(0, -21.5) && hits(0, 21.5) && hits(-side, 0) && hits(side, 0));
    })
    .map(short);

describe('the screens of a registration', function () {
  this.timeout(30_000);

  for (const width of [320, 1280])
    describe(`at ${width} pixels`, () => {
      inWindow({ width, margin: '0' });

      for (const [name, open] of Object.entries(screens))
        for (const lang of ['en', 'ar'])
          it(`${name} in ${lang}: axe in light and dark, no sideways scrolling, targets of 44 pixels`, async () => {
            const page = await open({ lang });
            still(page);
            expect(sidewaysBy()).to.equal(0);
            expect(smallTargets(page).join('\n')).to.equal('');
            for (const scheme of ['light', 'dark'] as const) await expectAccessible(page, scheme);
          });
    });

  it('are 416 pixels wide, but for the list, which has room for its rows', async () => {
    const { where, page } = await manage({ person: { email } });
    const width = () => page.element.shadowRoot?.querySelector('.card')?.clientWidth;
    await resize(1280, 800);
    expect(width()).to.equal(598);
    page.row('Email', 'Change').click();
    await proveByMail(page, where);
    await page.step('enrol-email');
    expect(width()).to.equal(414);
  });
});

describe('security info in a dialog', function () {
  this.timeout(20_000);

  let size: readonly [number, number];
  before(() => {
    size = [innerWidth, innerHeight];
  });
  after(() => resize(...size));

  for (const width of [320, 390, 520, 1280])
    it(`has room for its rows, and is no wider than a screen of ${width} pixels`, async () => {
      await resize(width, 800);
      const { page } = await manage(
        { person: { email } },
        { presentation: 'dialog', open: true, lang: 'ar' },
      );
      still(page);
      const dialog = page.element.shadowRoot?.querySelector('dialog');
      expect(dialog?.clientWidth).to.be.within(Math.min(width - 32, 600), Math.min(width, 600));
      expect(dialog?.scrollWidth).to.equal(dialog?.clientWidth);
    });
});

describe('“Add method”', function () {
  this.timeout(20_000);

  const boxOf = ({ element }: RegisterPage, selector: string): DOMRect => {
    const found = element.shadowRoot?.querySelector(selector);
    if (!found) throw new Error(`Nothing matches ${selector}.`);
    return found.getBoundingClientRect();
  };
  const middle = ({ top, bottom }: DOMRect): number => (top + bottom) / 2;
  let size: readonly [number, number];
  before(() => {
    size = [innerWidth, innerHeight];
  });
  after(() => resize(...size));

  for (const lang of ['en', 'de', 'ar'])
    it(`stands in the row of the heading in ${lang}, at its end`, async () => {
      await resize(1280, 800);
      const { page } = await manage({ person: { email } }, { lang });
      still(page);
      const [heading, button] = [boxOf(page, '.heading'), boxOf(page, '.beside')];
      const lead = boxOf(page, '.lead');
      expect(middle(button)).to.be.closeTo(middle(heading), 1);
      const rest = lang === 'ar' ? button.left - lead.left : lead.right - button.right;
      expect(rest).to.be.closeTo(0, 0.1);
      expect(lead.top).to.be.at.least(button.bottom);
    });

  it('stands below the lead where both have no room in a row', async () => {
    await resize(320, 800);
    const { page } = await manage({ person: { email } }, { lang: 'de' });
    still(page);
    const [lead, button] = [boxOf(page, '.lead'), boxOf(page, '.beside')];
    expect(button.top).to.be.at.least(lead.bottom + 8);
    expect(button.left).to.be.closeTo(lead.left, 0.1);
  });

  it('is not there while all there is to do is to add', async () => {
    const { page } = await manage();
    expect(page.controls).not.to.include('Add method');
  });
});

describe('with the keyboard alone', function () {
  this.timeout(20_000);

  const focus = (): string => {
    const at = focused();
    return at ? nameOf(at) : '';
  };
  const tab = async (): Promise<string> => {
    await press('Tab');
    return focus();
  };

  it('a person adds to the list, and comes to what could be added right after the button', async () => {
    const { where, page } = await manage({ person: { email } });
    page.headingElement.focus();
    expect(await tab()).to.equal('Add method');
    expect(await tab()).to.equal('Add your authenticator app to stay safe');
    await press('Shift+Tab');
    await press('Enter');
    await page.until(() => page.registrable.length > 0);
    expect(focus()).to.equal('Add method');
    expect(focused()?.ariaExpanded).to.equal('true');
    expect(await tab()).to.include('Authenticator app');
    await press('Enter');
    await proveByMail(page, where);
    await page.step('enrol-app');
  });

  it('a person goes along the rows, and is at the heading after what they did', async () => {
    const { where, page } = await manage({ person: { email, phone } });
    page.control('Add method').focus();
    expect(await tab()).to.equal('Change Email am•••••@f••••l.example');
    expect(await tab()).to.equal('Delete Email am•••••@f••••l.example');
    expect(await tab()).to.equal('Make default Mobile phone ••• ••• ••67');
    await press('Enter');
    await proveByMail(page, where);
    await page.step('manage');
    expect(focused()).to.equal(page.headingElement);
  });

  it('a person who only presses Enter deletes nothing', async () => {
    const { where, page } = await manage({ person: { email } });
    page.row('Email', 'Delete').focus();
    await press('Enter');
    await proveByMail(page, where);
    await page.step('confirm-removal');
    await page.until(() => focused() !== page.headingElement, 'the focus beyond the heading');
    expect(focus()).to.equal('Keep it');
    await press('Enter');
    await page.step('manage');
    expect(page.registered.map(({ name }) => name)).to.deep.equal(['Email']);
    expect(focused()).to.equal(page.headingElement);
  });

  it('a person confirms one after the other without losing their place', async () => {
    const where = await signedIn({ person: { app: true, email } }, 180);
    const page = await register(where);
    await page.step('reconfirm');
    page.headingElement.focus();
    expect(await tab()).to.equal('Looks good Authenticator app On your phone, the safest way');
    await press('Enter');
    await page.until(() => page.registered[0]?.tags.includes('Confirmed') ?? false);
    expect(focused()).to.equal(page.headingElement);
    expect(page.announced.polite).to.equal('Confirmed');
    expect(await tab()).to.equal('Looks good Email am•••••@f••••l.example');
  });
});
