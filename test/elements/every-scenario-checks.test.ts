import { expect } from '@open-wc/testing';
import { scrollersIn } from './measures.js';
import type { AnyPage } from './on-screen.js';
import { astray, nameless, notOnce, unsaid } from './one-screen.js';
import { type Stop, stage, walk } from './scenario-steps.js';
import { lostByTab } from './tab-stops.js';
import { mount } from './tour.js';

interface Break {
  readonly what: string;
  readonly how: (page: AnyPage) => void;
  readonly seenBy: (page: AnyPage, stop: Stop) => readonly string[] | Promise<readonly string[]>;
}

const field = (page: AnyPage) => page.field('code');
const parts = (page: AnyPage): ShadowRoot => {
  if (!page.element.shadowRoot) throw new Error('no shell');
  return page.element.shadowRoot;
};

/** What could be wrong with a screen whose code was wrong, each with who has to see it. */
const breaks: readonly Break[] = [
  {
    what: 'a second card',
    how: (page) => parts(page).append(parts(page).querySelector('.card')?.cloneNode(true) ?? ''),
    seenBy: notOnce,
  },
  {
    what: 'a second filled button',
    how: (page) => page.primary.after(page.primary.cloneNode(true)),
    seenBy: notOnce,
  },
  {
    what: 'an empty heading',
    how: (page) => page.headingElement.replaceChildren(),
    seenBy: notOnce,
  },
  { what: 'the focus at the heading', how: (page) => page.headingElement.focus(), seenBy: astray },
  { what: 'the focus nowhere', how: (page) => field(page).blur(), seenBy: astray },
  {
    what: 'a problem that nobody says',
    how: (page) => page.form.querySelector(':scope > [role=alert]')?.replaceChildren(),
    seenBy: unsaid,
  },
  {
    what: 'a label that is not seen',
    how: (page) => page.form.querySelector('label')?.classList.add('sr'),
    seenBy: nameless,
  },
  {
    what: 'a field that does not know of its problem',
    how: (page) => field(page).removeAttribute('aria-describedby'),
    seenBy: nameless,
  },
  {
    what: 'a field that is not marked',
    how: (page) => field(page).setAttribute('aria-invalid', 'false'),
    seenBy: nameless,
  },
  {
    what: 'a problem in colour alone',
    how: (page) => page.form.querySelector('.error svg')?.remove(),
    seenBy: nameless,
  },
  {
    what: 'a part that scrolls sideways',
    how: ({ form }) => {
      for (const [name, value] of [
        ['inline-size', '40px'],
        ['overflow-x', 'scroll'],
      ] as const)
        form.style.setProperty(name, value, 'important');
    },
    seenBy: scrollersIn,
  },
  {
    what: 'a button that Tab does not reach',
    how: (page) => {
      page.primary.addEventListener('focus', () => page.headingElement.focus());
    },
    seenBy: lostByTab,
  },
  {
    what: 'a stop where there is nothing to do',
    how: (page) => {
      page.headingElement.after(
        Object.assign(document.createElement('p'), { tabIndex: 0, textContent: 'Words' }),
      );
    },
    seenBy: lostByTab,
  },
  {
    what: 'a ring that is not drawn',
    how: (page) => page.primary.style.setProperty('outline', 'none', 'important'),
    seenBy: lostByTab,
  },
  {
    what: 'a ring that is hardly seen',
    how: (page) => page.primary.style.setProperty('outline-color', '#f4f4f4', 'important'),
    seenBy: lostByTab,
  },
  {
    what: 'another order than that of reading',
    how: (page) => page.primary.style.setProperty('order', '-1', 'important'),
    seenBy: async (page) => {
      page.primary.parentElement?.style.setProperty('display', 'flex');
      page.primary.parentElement?.style.setProperty('flex-direction', 'column');
      return lostByTab(page);
    },
  },
  {
    what: 'something in front of what has the focus',
    how: (page) => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; background: white';
      page.element.after(cover);
    },
    seenBy: lostByTab,
  },
];

describe('the checks of every screen', function () {
  this.timeout(30_000);

  for (const { what, how, seenBy } of breaks)
    it(`see ${what}`, async () => {
      const where = await stage('email/wrong');
      const { page, unmount } = await mount(where);
      let last: Stop | undefined;
      try {
        await walk(page, where, {
          visit: (stop) => {
            last = stop;
          },
        });
        if (!last) throw new Error('no screen');
        expect(await seenBy(page, last), 'before').to.deep.equal([]);
        how(page);
        expect(await seenBy(page, last), 'after').not.to.deep.equal([]);
      } finally {
        unmount();
      }
    });
});
