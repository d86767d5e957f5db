/** To the right and down; a glyph is 1 high. */
export type Point = readonly [x: number, y: number];
/** Joined points, drawn with a round pen. */
export type Stroke = readonly Point[];

/** All strokes have as many points, so that their number does not tell a bow from a line. */
export const traced = (at: (part: number) => Point): Stroke =>
  Array.from({ length: 17 }, (_, step) => at(step / 16));

const line = (x1: number, y1: number, x2: number, y2: number): Stroke =>
  traced((part) => [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part]);

/** Degrees clockwise from the right. */
const arc = (cx: number, cy: number, rx: number, ry: number, from: number, to: number): Stroke =>
  traced((part) => {
    const angle = ((from + (to - from) * part) * Math.PI) / 180;
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
  });

const stem = line(0.08, 0, 0.08, 1);
const bowl = [
  line(0.08, 0, 0.34, 0),
  arc(0.34, 0.27, 0.27, 0.27, -90, 90),
  line(0.34, 0.54, 0.08, 0.54),
];

/** The characters of pictures: none of them is taken for another one, however it is bent. */
export const glyphs: Readonly<Record<string, readonly Stroke[]>> = {
  A: [line(0, 1, 0.35, 0), line(0.35, 0, 0.7, 1), line(0.13, 0.64, 0.57, 0.64)],
  C: [arc(0.4, 0.5, 0.38, 0.5, -45, -315)],
  E: [stem, line(0.08, 0, 0.6, 0), line(0.08, 0.5, 0.52, 0.5), line(0.08, 1, 0.6, 1)],
  F: [stem, line(0.08, 0, 0.6, 0), line(0.08, 0.48, 0.5, 0.48)],
  H: [stem, line(0.64, 0, 0.64, 1), line(0.08, 0.5, 0.64, 0.5)],
  J: [line(0.28, 0, 0.64, 0), line(0.5, 0, 0.5, 0.74), arc(0.27, 0.74, 0.23, 0.26, 0, 170)],
  K: [stem, line(0.62, 0, 0.08, 0.58), line(0.27, 0.4, 0.65, 1)],
  M: [
    line(0.05, 1, 0.05, 0),
    line(0.05, 0, 0.4, 0.65),
    line(0.4, 0.65, 0.75, 0),
    line(0.75, 0, 0.75, 1),
  ],
  N: [stem, line(0.08, 0, 0.65, 1), line(0.65, 1, 0.65, 0)],
  P: [stem, ...bowl],
  R: [stem, ...bowl, line(0.3, 0.54, 0.65, 1)],
  T: [line(0, 0, 0.7, 0), line(0.35, 0, 0.35, 1)],
  W: [
    line(0, 0, 0.2, 1),
    line(0.2, 1, 0.42, 0.3),
    line(0.42, 0.3, 0.64, 1),
    line(0.64, 1, 0.84, 0),
  ],
  X: [line(0.02, 0, 0.66, 1), line(0.66, 0, 0.02, 1)],
  Y: [line(0.02, 0, 0.35, 0.5), line(0.68, 0, 0.35, 0.5), line(0.35, 0.5, 0.35, 1)],
  3: [arc(0.3, 0.25, 0.27, 0.25, -155, 90), arc(0.3, 0.75, 0.31, 0.25, -90, 155)],
  4: [line(0.48, 0, 0.02, 0.68), line(0.02, 0.68, 0.7, 0.68), line(0.48, 0, 0.48, 1)],
  9: [arc(0.33, 0.3, 0.29, 0.3, 0, 360), arc(0.02, 0.3, 0.6, 0.72, 0, 75)],
};

export const pictureAlphabet = Object.keys(glyphs).join('');
