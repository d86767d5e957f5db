import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { LitElement } from 'lit';
import { SsprMethodPicker, SsprRegister, SsprReset } from '../../src/elements/index.js';
import { laterTokens } from '../../src/elements/styles/later-tokens.js';
import { tokens } from '../../src/elements/styles/tokens.js';
import { root } from '../runner/command.js';
import { policyHeader } from './embedded-page.js';

const read = (path: string) => readFile(join(root, path), 'utf8');

const elements: readonly (typeof LitElement)[] = [SsprReset, SsprRegister, SsprMethodPicker];
const files = ['flow-element', 'sspr-reset', 'sspr-register', 'sspr-method-picker'];

/** What the comments of the elements say they have: `@slot logo`, `@fires {Event} close`. */
async function declared(tag: 'slot' | 'fires' | 'csspart' | 'cssprop'): Promise<readonly string[]> {
  const sources = await Promise.all(files.map((file) => read(`src/elements/${file}.ts`)));
  const pattern = new RegExp(`^ \\* @${tag} (?:\\{\\w+\\} )?([\\w-]+)`, 'gm');
  return sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name = '']) => name));
}

describe('the README', () => {
  let tables = '';

  before(async () => {
    const lines = (await read('README.md')).split('\n');
    tables = lines.filter((line) => line.startsWith('|') || line.includes('parts are')).join('\n');
  });

  const tells = (names: Iterable<string>) => {
    const missing = [...names].filter((name) => !tables.includes(`\`${name}\``));
    expect(missing).to.deep.equal([]);
  };

  it('has each attribute and property of each element in a table', () => {
    for (const element of elements) {
      expect(element.observedAttributes.length).to.be.greaterThan(4);
      tells(element.observedAttributes);
      tells([...element.elementProperties.keys()].map(String));
    }
  });

  for (const tag of ['slot', 'fires', 'csspart'] as const)
    it(`has each name in a table that the elements declare by @${tag}`, async () => {
      const names = await declared(tag);
      expect(names.length).to.be.greaterThan(4);
      tells(names.filter((name) => name !== 'input' && name !== 'change'));
    });

  it('has each token in a table that the sheets of the elements read', async () => {
    const all = `${tokens}${laterTokens}`.matchAll(/var\(\s*(--sspr-[\w-]+)/g);
    const names = new Set([...all].map(([, name = '']) => name));
    expect(names.size).to.be.greaterThan(30);
    tells(names);
    expect(new Set(await declared('cssprop'))).to.deep.equal(names);
  });

  it('promises the content security policy that the built files are tested under', async () => {
    const promised = (await read('README.md')).replaceAll('\n', ' ');
    expect(promised).to.include(policyHeader);
  });
});
