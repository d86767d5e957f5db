/**
 * A page of schema combinators. Each schema IS a JSON Schema (so the committed JSON Schema and
 * OpenAPI files need no translation) and carries, for TypeScript only, the type it describes.
 * Kept this small because the embed carries it: a schema library costs more than a whole view.
 */

type JsonType = 'string' | 'integer' | 'boolean' | 'array' | 'object';

/** The part of JSON Schema 2020-12 that the contract uses. */
export interface JsonSchema {
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: string | number | boolean;
  readonly enum?: readonly string[];
  /** Known values of an open string; others are allowed. */
  readonly examples?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly discriminator?: { readonly propertyName: string };
}

declare const described: unique symbol;

/** A JSON Schema of the values of type `T`. */
export interface Schema<T> extends JsonSchema {
  readonly [described]?: T;
}

/** The type that a schema describes. */
export type Infer<S> = S extends Schema<infer T> ? T : never;

type Shape = Readonly<Record<string, Schema<unknown>>>;
type Simplify<T> = { [K in keyof T]: T[K] };
type ObjectOf<R extends Shape, O extends Shape> = Simplify<
  { readonly [K in keyof R]: Infer<R[K]> } & { readonly [K in keyof O]?: Infer<O[K]> | undefined }
>;

/** A string of at most `maxLength` UTF-16 units (default 2,000: nothing in the contract is longer). */
export const string = (maxLength = 2_000): Schema<string> => ({ type: 'string', maxLength });

/** A whole number of at least `minimum` (default 0), and of at most `maximum` where so much is drawn of something. */
export const integer = (minimum = 0, maximum?: number): Schema<number> => ({
  type: 'integer',
  minimum,
  ...(maximum !== undefined && { maximum }),
});

export const boolean: Schema<boolean> = { type: 'boolean' };

/** A string or a whole number. */
export const scalar: Schema<string | number> = { type: ['string', 'integer'], maxLength: 2_000 };

/** Exactly this value. */
export const literal = <const V extends string | number>(value: V): Schema<V> => ({ const: value });

/** One of these strings and no other. */
export const choice = <const V extends string>(...values: V[]): Schema<V> => ({
  type: 'string',
  enum: values,
});

/** A string with known values that a backend may extend: a reader must have an answer for the rest. */
export const open = <const V extends string>(...known: V[]): Schema<V | (string & {})> => ({
  type: 'string',
  maxLength: 100,
  examples: known,
});

/** A list of at most `maxItems` (default 100). */
export const array = <T>(items: Schema<T>, maxItems = 100): Schema<readonly T[]> => ({
  type: 'array',
  maxItems,
  items,
});

/** An object whose every value fits `values`. */
export const record = <T>(values: Schema<T>): Schema<Readonly<Record<string, T>>> => ({
  type: 'object',
  additionalProperties: values,
});

/** An object with these properties, those of `optional` being absent at will. */
export const object = <R extends Shape, O extends Shape = Record<never, never>>(
  required: R,
  optional = {} as O,
): Schema<ObjectOf<R, O>> => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});

/** A union of objects told apart by the value of one property; the keys of `variants` are its values. */
export const variants = <P extends string, V extends Readonly<Record<string, Schema<object>>>>(
  propertyName: P,
  variants: V,
): Schema<{ [K in keyof V]: Simplify<{ readonly [_ in P]: K } & Infer<V[K]>> }[keyof V]> => ({
  discriminator: { propertyName },
  oneOf: Object.entries(variants).map(([value, { properties, required, ...rest }]) => ({
    ...rest,
    properties: { [propertyName]: { const: value }, ...properties },
    required: [propertyName, ...(required ?? [])],
  })),
});

const fits = (type: JsonSchema['type'], value: unknown): boolean =>
  typeof type === 'object'
    ? type.some((one) => fits(one, value))
    : type === undefined ||
      (type === 'integer'
        ? Number.isSafeInteger(value)
        : type === 'array'
          ? Array.isArray(value)
          : type === 'object'
            ? typeof value === 'object' && value !== null && !Array.isArray(value)
            : typeof value === type);

/**
 * What keeps `value` from fitting `schema`, in words that name the place and what was expected
 * there (never the value itself: it may be a secret), or `undefined` where it fits.
 * @param strict refuse properties that the schema does not name. A reader of answers leaves it off,
 *   so that a newer backend may say more; a server reading requests turns it on.
 */
export function mismatch(
  schema: JsonSchema,
  value: unknown,
  strict = false,
  path = '$',
): string | undefined {
  const { oneOf, discriminator } = schema;
  if (oneOf && discriminator) {
    const key = discriminator.propertyName;
    const found = fits('object', value)
      ? oneOf.find(
          (one) => one.properties?.[key]?.const === (value as Record<string, unknown>)[key],
        )
      : undefined;
    return found
      ? mismatch(found, value, strict, path)
      : `${path}.${key}: expected one of ${oneOf.map((one) => one.properties?.[key]?.const).join(', ')}`;
  }
  if (!fits(schema.type, value)) return `${path}: expected ${schema.type}`;
  if (schema.const !== undefined && value !== schema.const)
    return `${path}: expected ${schema.const}`;
  if (schema.enum && !schema.enum.includes(value as string))
    return `${path}: expected one of ${schema.enum.join(', ')}`;
  if ((value as number) < (schema.minimum ?? -Infinity))
    return `${path}: expected at least ${schema.minimum}`;
  if ((value as number) > (schema.maximum ?? Infinity))
    return `${path}: expected at most ${schema.maximum}`;
  if ((value as string).length > (schema.maxLength ?? schema.maxItems ?? Infinity))
    return `${path}: expected a length of at most ${schema.maxLength ?? schema.maxItems}`;
  if (schema.items) {
    for (const [index, item] of (value as unknown[]).entries()) {
      const wrong = mismatch(schema.items, item, strict, `${path}[${index}]`);
      if (wrong) return wrong;
    }
  }
  const { properties, additionalProperties, required = [] } = schema;
  if (properties ?? additionalProperties) {
    const entries = value as Record<string, unknown>;
    for (const key of required)
      if (entries[key] === undefined) return `${path}.${key}: expected, but missing`;
    for (const [key, item] of Object.entries(entries)) {
      const inner =
        properties && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
      if (!inner && strict) return `${path}: expected no property '${key.slice(0, 40)}'`;
      if (!inner || item === undefined) continue;
      const wrong = mismatch(inner, item, strict, `${path}.${key.slice(0, 40)}`);
      if (wrong) return wrong;
    }
  }
  return undefined;
}
