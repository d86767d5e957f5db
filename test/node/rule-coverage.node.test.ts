import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { rules } from '../../src/policy/index.js';
import { idsIn, testTitles } from './test-titles.js';

const test = fileURLToPath(new URL('../', import.meta.url));
const ids = Object.keys(rules);

const named = globSync('{unit,elements,mock,node}/**/*.test.ts', { cwd: test })
  // This file has a sample of titles in it.
  .filter((file) => !file.endsWith('rule-coverage.node.test.ts'))
  .flatMap((file) => testTitles(readFileSync(join(test, file), 'utf8')))
  .flatMap(idsIn);

describe('the rules and their tests', () => {
  it('has a test for each rule that names it', () => {
    expect(ids.filter((id) => !named.includes(id))).to.deep.equal([]);
  });

  it('has no test that names a rule which there is not', () => {
    const families = new Set(ids.map((id) => id.replace(/-\d+$/, '')));
    const numbered = named.filter((id) => families.has(id.replace(/-\d+$/, '')) && /\d$/.test(id));
    expect(numbered).to.have.length.above(100);
    expect(numbered.filter((id) => !ids.includes(id))).to.deep.equal([]);
  });
});

describe('the titles of a file of tests', () => {
  const source = `
describe('CODE-1, of codes', () => {
  it('lives five minutes', () => {});
  describe("in groups", () => {
    it(
      'SESSION-1: is told \\'expired\\'',
      () => {},
    );
  });
  for (const one of [1])
    it(\`BANNED: takes \${one}\`, async () => {
      expect(1).to.equal(1);
    });
});

describe('CODE-9, empty', () => {});
// it('METHOD-9: is left out', () => {});
it.skip('METHOD-8: is passed over', () => {});
it('NOTIFY-1: stands alone', () => {});
`;

  it('are found with those of the groups around them', () => {
    expect(testTitles(source)).to.deep.equal([
      'CODE-1, of codes lives five minutes',
      "CODE-1, of codes in groups SESSION-1: is told \\'expired\\'",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the title as it stands in the file
      'CODE-1, of codes BANNED: takes ${one}',
      'NOTIFY-1: stands alone',
    ]);
  });

  it('name rules by their whole id', () => {
    expect(testTitles(source).flatMap(idsIn)).to.deep.equal([
      ...['CODE-1', 'CODE-1', 'SESSION-1', 'CODE-1', 'BANNED', 'NOTIFY-1'],
    ]);
    expect(idsIn('BANNED-1, SCOPE-12 and HTTP')).to.deep.equal(['BANNED-1', 'SCOPE-12', 'HTTP']);
  });
});
