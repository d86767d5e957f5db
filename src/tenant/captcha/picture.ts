import { type Random, randomBelow } from '../random.js';
import { glyphs, type Point, type Stroke, traced } from './glyphs.js';

/** CSS pixels. */
const height = 96;
const advance = 43;
const margin = 20;
const glyphHeight = 40;
const noiseStrokes = 5;
/** Both are said, since the page around may be light or dark. Contrast 13 to 1. */
const paper = '#eef1f6';
const ink = '#1d2738';

const between = (random: Random, low: number, high: number): number =>
  low + ((high - low) * randomBelow(random, 1_001)) / 1_000;

type Bend = (point: Point) => Point;

/** Turns, slants and stretches a glyph, and puts it at its place. */
function leaning(random: Random, place: number): Bend {
  const angle = between(random, -0.28, 0.28);
  const slant = between(random, -0.22, 0.22);
  const wide = glyphHeight * between(random, 0.78, 0.98);
  const high = glyphHeight * between(random, 0.88, 1.15);
  const left = margin + advance * (place + 0.5) + between(random, -4, 4);
  const top = height / 2 + between(random, -7, 7);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return ([x, y]) => {
    const down = (y - 0.5) * high;
    const right = (x - 0.35) * wide - down * slant;
    return [left + right * cos - down * sin, top + right * sin + down * cos];
  };
}

/** Bends the whole picture like paper in water. */
function waving(random: Random): Bend {
  const [across, along] = [between(random, 45, 75), between(random, 40, 70)];
  const [deep, wide] = [between(random, 2.5, 5), between(random, 1.5, 3.5)];
  const [early, late] = [between(random, 0, 6.28), between(random, 0, 6.28)];
  return ([x, y]) => [
    x + wide * Math.sin((y / along) * Math.PI + early),
    y + deep * Math.sin((x / across) * Math.PI + late),
  ];
}

/** What the pen leaves of a stroke: both its sides and its round ends, as one closed outline. */
function outline(stroke: Stroke, radius: number): string {
  const last = stroke.length - 1;
  const angleAt = (index: number): number => {
    const [x1, y1] = stroke[Math.max(index - 1, 0)] ?? [0, 0];
    const [x2, y2] = stroke[Math.min(index + 1, last)] ?? [0, 0];
    return Math.atan2(y2 - y1, x2 - x1);
  };
  const beside = ([x, y]: Point, angle: number): string =>
    `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`;
  const quarter = Math.PI / 2;
  const side = stroke.map((point, index) => beside(point, angleAt(index) - quarter));
  const back = stroke.map((point, index) => beside(point, angleAt(index) + quarter)).reverse();
  const cap = (index: number, turned: number): string[] => {
    const [x, y] = stroke[index] ?? [0, 0];
    return [-0.6, 0, 0.6].map((part) => beside([x, y], angleAt(index) + turned + part * quarter));
  };
  return `M${[...side, ...cap(last, 0), ...back, ...cap(0, Math.PI)].join('L')}Z`;
}

/** Spread over the width, so that no character drowns. */
function noise(random: Random, width: number, index: number): Stroke {
  const [from, to] = [between(random, 22, height - 22), between(random, 22, height - 22)];
  const start = 6 + (0.68 * width * (index + between(random, 0, 1))) / noiseStrokes;
  const length = between(random, width * 0.18, width * 0.28);
  const swing = between(random, -14, 14);
  return traced((part) => [
    start + length * part,
    from + (to - from) * part + swing * Math.sin(part * Math.PI * 2),
  ]);
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(randomBelow(random, rest.length), 1));
}

/**
 * Draws the characters as one SVG without text: bent outlines in no order, of characters and of noise
 * alike, so that whoever reads the source still has to recognise shapes (rule CAPTCHA-1).
 * @param characters of `pictureAlphabet`; any other leaves a gap
 */
export function drawPicture(characters: string, random: Random): string {
  const width = 2 * margin + advance * characters.length;
  const wave = waving(random);
  const drawn = (stroke: Stroke, radius: number): string => outline(stroke.map(wave), radius);
  const shapes = [...characters].flatMap((character, place) => {
    const lean = leaning(random, place);
    const radius = between(random, 2, 2.8);
    return (glyphs[character] ?? []).map((stroke) => drawn(stroke.map(lean), radius));
  });
  for (let index = 0; index < noiseStrokes; index++)
    shapes.push(drawn(noise(random, width, index), between(random, 0.6, 1.1)));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<path fill="${paper}" d="M0 0H${width}V${height}H0Z"/>` +
    `<path fill="${ink}" d="${shuffled(random, shapes).join('')}"/></svg>`
  );
}
