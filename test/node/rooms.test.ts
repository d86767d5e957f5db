import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { wrongArrows } from './rooms.js';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

describe('the rooms of src', () => {
  it('import one another only along the arrows', () => {
    const files = globSync('**/*.ts', { cwd: src });
    expect(files).not.to.deep.equal([]);
    const wrong = files.flatMap((file) =>
      wrongArrows(file.split(sep).join('/'), readFileSync(join(src, file), 'utf8')),
    );
    expect(wrong).to.deep.equal([]);
  });

  const refused: [why: string, file: string, source: string][] = [
    ['a room against the arrow', 'policy/rule.ts', "import { a } from '../tenant/index.js';"],
    ['a type against the arrow', 'flow/a.ts', "import type { A } from '../elements/a.js';"],
    ['a re-export', 'contract/index.ts', "export * from '../policy/index.js';"],
    ['an import of several lines', 'flow/a.ts', "import {\n  a,\n  b,\n} from '../tenant/a.js';"],
    ['an import for effect', 'elements/a.ts', "import '../define/sspr-reset.js';"],
    ['a lazy import', 'elements/a.ts', "const a = await import('../mock/index.js');"],
    ['a type in place', 'flow/a.ts', "let a: import('../tenant/a.js').A;"],
    ['any adapter but http', 'elements/a.ts', "import { a } from '../adapters/other.js';"],
    ['what lies outside of src', 'tenant/a.ts', "import { a } from '../../demo/a.js';"],
    ['msw outside of mock', 'testing/a.ts', "import { http } from 'msw';"],
    ['a part of msw outside of mock', 'tenant/a.ts', "import { a } from 'msw/node';"],
    ['Lit in the headless core', 'flow/a.ts', "import { html } from 'lit';"],
    ['Node in browser code', 'mock/index.ts', "import { a } from 'node:http';"],
    ['a room that nobody named', 'extras/a.ts', "import { a } from '../contract/index.js';"],
  ];
  for (const [why, file, source] of refused) {
    it(`may not import ${why}`, () => {
      expect(wrongArrows(file, source)).to.have.length(1);
    });
  }

  const allowed: [why: string, file: string, source: string][] = [
    ['a room along the arrow', 'policy/rule.ts', "import { a } from '../contract/index.js';"],
    ['its own files', 'flow/deep/a.ts', "import { a } from '../b.js';"],
    ['the http adapter', 'elements/a.ts', "import { a } from '../adapters/http.js';"],
    ['msw in mock', 'mock/browser.ts', "const { a } = await import('msw/browser');"],
    ['Node in the Node server', 'mock/server.ts', "import { a } from 'node:http';"],
    ['the core from the root', 'index.ts', "export * from './flow/index.js';"],
    ['anything in a comment', 'flow/a.ts', "/**\n * import 'msw';\n */\n// from 'lit'"],
  ];
  for (const [why, file, source] of allowed) {
    it(`may import ${why}`, () => {
      expect(wrongArrows(file, source)).to.deep.equal([]);
    });
  }
});
