import { expect } from 'chai';
import { pictureAlphabet } from '../../../../src/tenant/captcha/glyphs.js';
import { drawPicture } from '../../../../src/tenant/captcha/picture.js';
import { readingOf } from '../../../../src/tenant/captcha/reading.js';
import { seededRandom } from '../../../../src/tenant/random.js';
import { dataOf, desk } from './captcha-desk.js';

/** The outlines of ink, each its points. */
function outlines(svg: string): [x: number, y: number][][] {
  const ink = svg.match(/ d="([^"]*)"/g)?.at(-1) ?? '';
  return [...ink.matchAll(/M([^Z]*)Z/g)].map(([, points = '']) =>
    points.split('L').map((point) => {
      const [x = Number.NaN, y = Number.NaN] = point.split(' ').map(Number);
      return [x, y];
    }),
  );
}

function extent(points: readonly [x: number, y: number][], axis: 0 | 1) {
  const values = points.map((point) => point[axis]);
  const start = Math.min(...values);
  return { start, size: Math.max(...values) - start };
}

describe('the picture of a captcha', () => {
  it('CAPTCHA-1: is an SVG of paths and nothing else: no text, title, id, role or script', async () => {
    const { picture } = desk({ kind: 'picture' });
    const svg = new TextDecoder().decode(
      Uint8Array.from(dataOf((await picture()).picture, 'image/svg+xml')),
    );
    const elements = [...svg.matchAll(/<([a-z]+)/gi)].map(([, name]) => name);
    expect(new Set(elements)).to.deep.equal(new Set(['svg', 'path']));
    const attributes = [...svg.matchAll(/\s([a-z:-]+)=/gi)].map(([, name]) => name);
    expect(new Set(attributes)).to.deep.equal(
      new Set(['xmlns', 'width', 'height', 'viewBox', 'fill', 'd']),
    );
    expect(svg.replace(/<[^>]*>/g, '')).to.equal('');
  });

  it('CAPTCHA-1: has characters of which no two are read alike', () => {
    const readings = [...pictureAlphabet].map(readingOf);
    expect(new Set(readings)).to.have.property('size', pictureAlphabet.length);
    expect(pictureAlphabet).to.have.length.of.at.least(16);
    expect(pictureAlphabet).not.to.match(/[O0QDIL1S5Z2B8G6UV7]/i);
  });

  it('CAPTCHA-1: draws each character at a size and a slant of its own', () => {
    const stems = outlines(drawPicture('TTTTTT', seededRandom(5)))
      .map((points) => ({ wide: extent(points, 0), high: extent(points, 1) }))
      .filter(({ wide, high }) => high.size > 30 && wide.size < 25);
    expect(stems).to.have.length(6);
    const spread = (sizes: number[]) => Math.max(...sizes) - Math.min(...sizes);
    expect(spread(stems.map(({ high }) => high.size))).to.be.above(4);
    expect(spread(stems.map(({ wide }) => wide.size))).to.be.above(4);
    expect(spread(stems.map(({ high }) => high.start))).to.be.above(4);
  });

  it('CAPTCHA-1: draws in no order, and noise among the characters', () => {
    for (const seed of [1, 2, 3]) {
      const starts = outlines(drawPicture('ACEFHJ', seededRandom(seed))).map(
        (points) => extent(points, 0).start,
      );
      // In order, it would go back by more than two characters once: where the noise begins.
      const jumps = starts.filter((start, index) => start < (starts[index - 1] ?? 0) - 86);
      expect(jumps.length, `seed ${seed}`).to.be.above(2);
    }
    const drawn = (characters: string) => outlines(drawPicture(characters, seededRandom(1))).length;
    // One stroke of C, two of T: the rest is noise.
    expect(drawn('C') - 1).to.be.at.least(3);
    expect(drawn('T')).to.equal(drawn('C') + 1);
  });

  it('CAPTCHA-1: gives all its outlines the same number of points', () => {
    const counts = outlines(drawPicture('3ACJR9', seededRandom(1))).map(({ length }) => length);
    expect(new Set(counts)).to.have.property('size', 1);
  });

  it('CAPTCHA-1: has every character inside, whatever chance does', () => {
    for (let seed = 0; seed < 60; seed++) {
      const svg = drawPicture('WMWMWM', seededRandom(seed));
      const width = Number(/width="(\d+)"/.exec(svg)?.[1]);
      const height = Number(/height="(\d+)"/.exec(svg)?.[1]);
      for (const [x, y] of outlines(svg).flat()) {
        expect(y, `seed ${seed}`).to.be.within(0, height);
        expect(x, `seed ${seed}`).to.be.within(0, width);
      }
    }
  });

  it('CAPTCHA-1: brings its own paper, for light pages and dark ones', () => {
    const svg = drawPicture('A', seededRandom(1));
    const [width, height] = ['width', 'height'].map(
      (name) => new RegExp(`${name}="(\\d+)"`).exec(svg)?.[1],
    );
    expect(svg).to.match(
      new RegExp(`^<svg[^>]*><path fill="#[0-9a-f]{6}" d="M0 0H${width}V${height}H0Z"/>`),
    );
  });

  it('fits into what the contract carries, at twice its usual length too', () => {
    expect(btoa(drawPicture('MWRPEH'.repeat(2), seededRandom(1))).length).to.be.below(200_000 / 4);
  });
});
