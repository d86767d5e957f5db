import { expect } from '@open-wc/testing';
import { supports } from '../runner/commands.js';
import type { AnyPage } from './on-screen.js';
import { allNames, stage, walk } from './scenario-steps.js';
import { unheardOf } from './spoken.js';
import { type Aspect, everyScenario, mount } from './tour.js';

const aspects: readonly Aspect[] = [
  {
    holds: 'is told as it is shown: heading, words, fields with their states, choices, buttons',
    ofLooks: true,
    find: unheardOf,
  },
];

/** What could be told otherwise than it is shown. */
const breaks: readonly (readonly [what: string, how: (page: AnyPage) => void])[] = [
  ['a heading that is none', (page) => page.headingElement.removeAttribute('role')],
  ['a field with another name', (page) => page.field('code').setAttribute('aria-label', 'Field')],
  [
    'a problem apart from its field',
    (page) => page.field('code').removeAttribute('aria-describedby'),
  ],
  [
    'a field that is not marked',
    (page) => page.field('code').setAttribute('aria-invalid', 'false'),
  ],
  [
    'a button without a name',
    (page) => {
      for (const node of page.primary.childNodes) if (node instanceof Text) node.data = '';
    },
  ],
];

if (supports.accessibilityTree) {
  describe('to those who cannot see it, every screen of', () => everyScenario(allNames, aspects));

  describe('the ear of these tests', () => {
    for (const [what, how] of breaks)
      it(`hears ${what}`, async () => {
        const where = await stage('email/wrong');
        const { page, unmount } = await mount(where);
        try {
          await walk(page, where);
          expect(await unheardOf(page)).to.deep.equal([]);
          how(page);
          expect(await unheardOf(page)).not.to.deep.equal([]);
        } finally {
          unmount();
        }
      });
  });
} else {
  it('this driver does not tell what assistive technology is told', () => {
    expect(supports.accessibilityTree).to.equal(false);
  });
}
