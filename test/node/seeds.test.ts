import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const test = fileURLToPath(new URL('../', import.meta.url));

/** How many properties a file has fast-check try, and how many seeds it names for them. */
function countsOf(source: string): { readonly tried: number; readonly seeds: number } {
  const shared = /const runs = \{[^}]*\bseed: \d+/.test(source);
  const count = (pattern: RegExp): number => [...source.matchAll(pattern)].length;
  return {
    tried: count(/\bfc\.(?:assert|check)\(/g),
    seeds: count(/\bseed: \d+/g) + (shared ? count(/^ +runs,$/gm) - 1 : 0),
  };
}

describe('the random tries of the tests', () => {
  it('are the same each time: what one change has not broken does not fail with the next', () => {
    const files = globSync('**/*.ts', { cwd: test });
    const counts = files.map((file) => ({
      file,
      ...countsOf(readFileSync(`${test}${file}`, 'utf8')),
    }));
    expect(counts.filter(({ tried }) => tried > 0)).not.to.deep.equal([]);
    expect(counts.filter(({ tried, seeds }) => seeds < tried)).to.deep.equal([]);
  });

  for (const call of ['assert', 'check'])
    it(`are found without a seed: ${call}`, () => {
      expect(countsOf(`fc.${call}(fc.property(a, () => {}));`)).to.deep.equal({
        tried: 1,
        seeds: 0,
      });
    });
});
