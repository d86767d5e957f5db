import { encode } from 'uqr';

/** A QR code (ISO/IEC 18004) to draw as one path of an SVG, a module for a unit. */
export interface QrPath {
  /** Its width and height with the quiet zone, in modules. */
  readonly size: number;
  /** The dark modules, as the `d` of a path. */
  readonly d: string;
}

/** What ISO/IEC 18004 asks for on each side, in modules. */
const quietZone = 4;

/** A text as a QR code. Throws where it is too long for one. */
export function qrPath(text: string): QrPath {
  // As few modules as will do, so that they are large; what they leave over goes into the correction of errors.
  const { data, size } = encode(text, { ecc: 'L', boostEcc: true, border: 0 });
  const d = data.flatMap((row, y) =>
    [...runsOf(row)].map(
      ([x, length]) => `M${x + quietZone} ${y + quietZone}h${length}v1h-${length}z`,
    ),
  );
  return { size: size + 2 * quietZone, d: d.join('') };
}

/** Where dark modules stand beside one another in a row, and how many; drawn one by one, they would show gaps. */
function* runsOf(row: readonly boolean[]): Generator<readonly [start: number, length: number]> {
  let start = 0;
  while (start < row.length) {
    const end = row.findIndex((dark, x) => x > start && dark !== row[start]);
    const next = end < 0 ? row.length : end;
    if (row[start]) yield [start, next - start];
    start = next;
  }
}
