import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { generate } from '../../src/contract/generate.js';
import { operations } from '../../src/contract/http.js';
import { registrationStepSchemas, stepSchemas } from '../../src/contract/step.js';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object in a document. */
function* nodes(value: unknown): Generator<Node> {
  if (!isNode(value)) return;
  yield value;
  for (const inner of Object.values(value)) yield* nodes(inner);
}

/** What a reference into a document points at. */
const at = (document: unknown, ref: string) =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((value, key) => (isNode(value) ? value[key] : undefined), document);

const files = generate();

for (const [name, content] of Object.entries(files)) {
  describe(`src/contract/${name}`, () => {
    const document: Node = JSON.parse(content);

    it('is what npm run openapi writes', () => {
      const committed = readFileSync(
        new URL(`../../src/contract/${name}`, import.meta.url),
        'utf8',
      );
      expect(committed === content, 'run npm run openapi and commit what it writes').to.equal(true);
    });

    it('refers to nothing that is not in it', () => {
      const refs = [...nodes(document)].flatMap(({ $ref, discriminator }) => [
        ...(typeof $ref === 'string' ? [$ref] : []),
        ...(isNode(discriminator) && isNode(discriminator.mapping)
          ? Object.values(discriminator.mapping).map(String)
          : []),
      ]);
      expect(refs.length).to.be.greaterThan(50);
      expect(refs.filter((ref) => !isNode(at(document, ref)))).to.deep.equal([]);
    });

    it('describes every step that a backend may send, and no other', () => {
      const kinds = [...nodes(document)]
        .map(({ properties }) => (isNode(properties) ? properties.kind : undefined))
        .flatMap((kind) => (isNode(kind) && typeof kind.const === 'string' ? [kind.const] : []));
      for (const kind of Object.keys({ ...stepSchemas, ...registrationStepSchemas }))
        expect(kinds.includes(kind), kind).to.equal(kind !== 'unknown');
    });

    it('describes a step of both kinds of flow once', () => {
      const kinds = [...nodes(document)].flatMap(({ properties }) =>
        isNode(properties) && isNode(properties.kind) ? [properties.kind.const] : [],
      );
      const shared = Object.keys(stepSchemas).filter((kind) => kind in registrationStepSchemas);
      expect(shared).to.include('enter-code');
      for (const kind of shared)
        expect(kinds.filter((one) => one === kind).length, kind).to.equal(
          kind === 'unknown' ? 0 : 1,
        );
    });

    it('requires no property that it does not describe', () => {
      const wrong = [...nodes(document)].filter(
        ({ required, properties }) =>
          Array.isArray(required) &&
          required.some((one) => !isNode(properties) || !isNode(properties[one])),
      );
      expect(wrong).to.deep.equal([]);
    });
  });
}

describe('src/contract/openapi.json', () => {
  const { paths, components } = JSON.parse(files['openapi.json']);

  it('has every operation, as a POST', () => {
    expect(Object.keys(paths)).to.deep.equal(Object.values(operations).map(({ path }) => path));
    for (const path of Object.values(paths)) expect(path).to.have.all.keys('post');
  });

  it('puts no parameter in an address', () => {
    for (const parameter of Object.values<Node>(components.parameters))
      expect(parameter.in).to.equal('header');
  });

  it('says in words what each component is', () => {
    for (const [name, { description }] of Object.entries<Node>(components.schemas))
      expect(description, name).to.be.a('string').and.not.equal('');
  });

  it('says that a registration needs the session of the host page', () => {
    for (const name of ['registerStart', 'registerAdvance'] as const) {
      const { description, responses } = paths[operations[name].path].post;
      expect(description).to.contain('401');
      expect(responses).to.have.property('401');
    }
  });

  it('answers a registration with its own steps, and may say no content where there is none', () => {
    const { post } = paths[operations.registerWatch.path];
    expect(post.responses[200].content['application/json'].schema.$ref).to.match(
      /\/RegistrationStep$/,
    );
    expect(post.responses).to.have.property('204');
    expect(paths[operations.registerCancel.path].post.responses).not.to.have.property('200');
  });

  it('takes the words from the comments beside the schemas', () => {
    const { EnterCodeStep, Problem, ResetIntent } = components.schemas;
    expect(Problem.properties.rule.description).to.equal(
      'The id of the rule that decided, such as `CODE-2`.',
    );
    expect(EnterCodeStep.properties.token.description).to.contain('opaque');
    expect(ResetIntent.properties.captcha.description).to.contain('CAPTCHA-1');
  });

  it('takes nothing in requests that it does not name, and anything in answers', () => {
    const { AdvanceRequest, ResendAnswer, ResetIntent, EnterCodeStep, Problem } =
      components.schemas;
    for (const request of [AdvanceRequest, ResendAnswer, ResetIntent])
      expect(request.additionalProperties).to.equal(false);
    for (const answer of [EnterCodeStep, Problem])
      expect(answer).not.to.have.property('additionalProperties');
  });
});
