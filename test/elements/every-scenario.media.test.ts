import { expect } from '@open-wc/testing';
import { scenarios } from '../../src/mock/scenarios/index.js';
import { canEmulate, emulate, type Media } from '../runner/commands.js';
import { backdropOf, contrast, painted } from './contrast.js';
import { type AnyPage, drawn, rootsOf, short, still } from './on-screen.js';
import { allNames, stage, walk } from './scenario-steps.js';
import { type Aspect, everyScenario, mount } from './tour.js';

/** One scenario for each step that they end at, and each of its ends. */
const names = [
  ...new Map(
    allNames.map((name) => {
      const { endsAt, tells } = scenarios[name] as { endsAt: string; tells?: string };
      return [`${endsAt} ${tells}`, name] as const;
    }),
  ).values(),
];

/** Controls whose edge says where they are (WCAG 1.4.11), and what they stand on. */
const edged = (page: AnyPage): Element[] =>
  drawn(page).filter((one) =>
    one.matches('.button.secondary:not(.small), .chip, .goals, .notice, .question'),
  );

const inputs = (page: AnyPage): Element[] => [
  ...page.form.querySelectorAll('input:not([type=radio], .sr, .choices input), select'),
];

const edgeOf = (element: Element) => {
  const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
  return borderTopStyle === 'solid' && Number.parseFloat(borderTopWidth) > 0
    ? borderTopColor
    : undefined;
};

/** Edges of fields that are not seen against what they stand on. */
const faintEdges = (page: AnyPage, least: number): string[] =>
  inputs(page).flatMap((input) => {
    const edge = edgeOf(input);
    const ratio = edge ? contrast(edge, backdropOf(input, { own: false })) : 1;
    return ratio < least ? [`the edge of ${short(input)} has ${ratio.toFixed(1)}`] : [];
  });

/** Texts that are not seen against what they stand on (WCAG 1.4.3). */
const faintTexts = (page: AnyPage): string[] =>
  drawn(page)
    .filter(({ childNodes }) =>
      [...childNodes].some((node) => node instanceof Text && node.data.trim()),
    )
    .flatMap((element) => {
      const { color, visibility } = getComputedStyle(element);
      const ratio = contrast(color, backdropOf(element));
      return visibility === 'visible' && ratio < 4.5
        ? [`${short(element)} has ${ratio.toFixed(1)}`]
        : [];
    });

/** What moves. */
const moving = (page: AnyPage): string[] =>
  rootsOf(page).flatMap((root) => root.getAnimations().map((one) => one.constructor.name));

/** In colours of the reader's own, what is told by colour alone is told by nothing. */
function lostInForcedColours(page: AnyPage): string[] {
  const wrong = edged(page)
    .filter((element) => !edgeOf(element))
    .map((element) => `${short(element)} has no edge`);
  const signs = [...page.form.querySelectorAll('svg')];
  for (const { color, fill, stroke } of signs.map((sign) => getComputedStyle(sign)))
    if (painted(color)[3] === 0 || (stroke === 'none' && fill === 'none'))
      wrong.push('a sign is not painted');
  for (const element of drawn(page))
    if (getComputedStyle(element).boxShadow !== 'none')
      wrong.push(`${short(element)} has a shadow`);
  return wrong;
}

const inMedium = (media: Media, aspects: readonly Aspect[], what: string): void => {
  if (!canEmulate(media)) return;
  describe(`${what}, every screen of`, () => {
    before(async () => {
      document.documentElement.style.colorScheme = 'light dark';
      document.documentElement.style.background = 'Canvas';
      await emulate(media);
    });
    after(async () => {
      document.documentElement.removeAttribute('style');
      await emulate({}).catch(() => {});
    });
    everyScenario(names, aspects);
  });
};

inMedium(
  { colorScheme: 'dark' },
  [
    {
      holds: 'has texts that are seen, and fields whose edges are',
      ofLooks: true,
      find: (page) => [...faintTexts(page), ...faintEdges(page, 3)],
    },
    {
      holds: 'passes every check of axe',
      ofLooks: true,
      async find(page) {
        await still(page);
        return expect(page.element)
          .to.be.accessible()
          .then(
            () => [],
            (error: Error) => [error.message],
          );
      },
    },
  ],
  'in the dark',
);

inMedium(
  { forcedColors: 'active' },
  [
    {
      holds: 'has texts, edges and signs that are seen without any colour of ours',
      ofLooks: true,
      find: (page) => [...faintTexts(page), ...faintEdges(page, 3), ...lostInForcedColours(page)],
    },
  ],
  'in the colours of the reader',
);

inMedium(
  { reducedMotion: 'reduce' },
  [{ holds: 'stands still', find: moving }],
  'where motion is reduced',
);

describe('the media of this browser', () => {
  it('show what is wrong in them', async () => {
    const where = await stage('email/wrong');
    const { page, unmount } = await mount(where);
    try {
      await walk(page, where);
      await still(page);
      const all = () =>
        [faintTexts(page), faintEdges(page, 3), moving(page)].map(({ length }) => length);
      expect(all()).to.deep.equal([0, 0, 0]);
      page.field('code').style.setProperty('border-color', 'transparent', 'important');
      page.form.querySelector('label')?.style.setProperty('color', '#bbb', 'important');
      page.primary.animate({ opacity: [0, 1] }, 1_000);
      // Where the reader's colours are in force, the browser paints over ours.
      const forced = matchMedia('(forced-colors: active)').matches;
      expect(all()).to.deep.equal(forced ? [0, 0, 1] : [1, 1, 1]);
      page.field('code').style.setProperty('border', 'none', 'important');
      expect(faintEdges(page, 3)).to.have.length(1);
    } finally {
      unmount();
    }
  });

  it('are all of them, or the one that it was started in at most', () => {
    const known = [
      canEmulate({ colorScheme: 'dark' }),
      canEmulate({ forcedColors: 'active' }),
      canEmulate({ reducedMotion: 'reduce' }),
    ].filter(Boolean);
    expect([0, 1, 3]).to.include(known.length);
  });
});
