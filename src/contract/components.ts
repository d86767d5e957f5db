import type { DocComments } from './doc-comments.js';
import type { JsonSchema } from './schema.js';

/** JSON Schema as it is written to a file: with references and words. */
export type SchemaDocument = { readonly [keyword: string]: unknown };

/** A module of the contract: what it exports, and the comments in its source. */
export interface ContractModule {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly comments: DocComments;
}

interface Component {
  readonly name: string;
  readonly schema: JsonSchema;
  /** The path of its comments: that of the constant which describes it. */
  readonly path: string;
  readonly comments: DocComments;
  /** The union that it is a variant of; says what it is where it does not say so itself. */
  readonly union?: string;
}

/** The constant with the steps that both kinds of flow have; each is one component for both. */
const sharedSteps = 'commonSchemas';

/** No backend sends it: the adapter makes it. */
const madeByAdapters = 'UnknownStep';

const pascal = (name: string) =>
  name.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());

/**
 * Every exported `…Schema` as a named component, and every variant of a union as one of its own.
 * @param prefix what a reference starts with, such as `#/$defs/`
 * @param strict the components that take no properties but their own: requests
 */
export function buildComponents(
  modules: readonly ContractModule[],
  prefix: string,
  strict: (name: string) => boolean,
): Record<string, SchemaDocument> {
  const named = modules.flatMap(namedSchemas);
  const all = named.flatMap((one) => [one, ...variantsOf(one)]);
  const refer = (name: string) => ({ $ref: `${prefix}${name}` });

  const write = (
    schema: JsonSchema,
    { comments, path, name }: Component,
    isRoot = false,
  ): SchemaDocument => {
    const known = isRoot ? undefined : named.find((one) => one.schema === schema);
    if (known) return refer(known.name);
    const { oneOf, discriminator, items, properties, additionalProperties, ...rest } = schema;
    const inner = (key: string) => ({ name, comments, path: `${path}.${key}`, schema });
    if (oneOf && discriminator) {
      const key = discriminator.propertyName;
      if (!isRoot)
        return {
          oneOf: oneOf.map((one) => write(one, inner(`${one.properties?.[key]?.const}`))),
        };
      const variants = variantsOf({ name, schema, path, comments });
      return {
        oneOf: variants.map((variant) => refer(variant.name)),
        discriminator: {
          propertyName: key,
          mapping: Object.fromEntries(
            variants.map((variant) => [
              variant.schema.properties?.[key]?.const,
              `${prefix}${variant.name}`,
            ]),
          ),
        },
      };
    }
    return {
      ...rest,
      ...(items && { items: write(items, { name, comments, path, schema }) }),
      ...(properties && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([key, value]) => [
            key,
            {
              ...write(value, inner(key)),
              ...described(commentOn(key, path, comments)),
            },
          ]),
        ),
      }),
      ...(additionalProperties
        ? { additionalProperties: write(additionalProperties, inner('*')) }
        : properties && strict(name) && { additionalProperties: false }),
    };
  };

  return Object.fromEntries(
    all.map((one) => [
      one.name,
      {
        ...described(
          one.comments.get(`type ${one.name}`) ??
            one.comments.get(one.path) ??
            one.comments.get(`type ${one.union}`),
        ),
        ...write(one.schema, one, true),
      },
    ]),
  );
}

const described = (description: string | undefined) => (description ? { description } : {});

function namedSchemas({ exports, comments }: ContractModule): Component[] {
  return Object.entries(exports).flatMap(([constant, schema]) =>
    constant.endsWith('Schema')
      ? [
          {
            name: pascal(constant.slice(0, -'Schema'.length)),
            schema: schema as JsonSchema,
            path: constant,
            comments,
          },
        ]
      : [],
  );
}

function variantsOf({ name, schema, path, comments }: Component): Component[] {
  const key = schema.discriminator?.propertyName;
  if (key === undefined) return [];
  // The map of steps is a constant of its own, beside the union that is made of it.
  const map = comments.has(`${path}s`) ? `${path}s` : path;
  return (schema.oneOf ?? []).flatMap((variant) => {
    const value = `${variant.properties?.[key]?.const}`;
    const isShared = comments.has(`${sharedSteps}.${value}`);
    const component = {
      name: pascal(value) + (isShared ? 'Step' : name),
      schema: variant,
      path: `${isShared ? sharedSteps : map}.${value}`,
      comments,
      union: name,
    };
    return component.name === madeByAdapters ? [] : [component];
  });
}

/** A comment beside the property itself, or beside the constant or the part that it came from. */
function commentOn(key: string, path: string, comments: DocComments): string | undefined {
  const shared = ['inFlow', 'always', 'sometimes'].map((part) => `${part}.${key}`);
  return [`${path}.${key}`, key, ...shared]
    .map((place) => comments.get(place))
    .find((comment) => comment !== undefined);
}
