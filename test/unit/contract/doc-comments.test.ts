import { expect } from 'chai';
import { readDocComments } from '../../../src/contract/doc-comments.js';

describe('reading doc comments', () => {
  const read = (source: string) => Object.fromEntries(readDocComments(source));

  it('names a comment after the constant and the keys it stands under', () => {
    const source = `
      /** About the pet. */
      export const petSchema = object({
        /** What it is called. */
        name: string(),
        owner: object({ /** Where they live. */ 'home-town': string() }, { /** Years. */ age: integer(0) }),
      });`;
    expect(read(source)).to.deep.equal({
      petSchema: 'About the pet.',
      'petSchema.name': 'What it is called.',
      'petSchema.owner.home-town': 'Where they live.',
      'petSchema.owner.age': 'Years.',
    });
  });

  it('joins the lines of a comment', () => {
    const source = `/**\n * One line\n * and another.\n */\nexport type Pet = string;`;
    expect(read(source)).to.deep.equal({ 'type Pet': 'One line and another.' });
  });

  it('takes nothing from strings, other comments, or what is about the module', () => {
    const source = `/** The module. */\nimport { a } from './a.js';\n// /** no */\n/* b: */\nconst c = { d: '/** no */ e: {', f: \`{ g: \` };\n/** Yes. */\nconst h = 1;`;
    expect(read(source)).to.deep.equal({ h: 'Yes.' });
  });
});
