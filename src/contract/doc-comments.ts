/** Doc comments by what they stand beside: `code` of `const problemSchema` is `problemSchema.code`. */
export type DocComments = ReadonlyMap<string, string>;

const tokens =
  /\/\*\*(?<doc>[\s\S]*?)\*\/|\/\*[\s\S]*?\*\/|\/\/.*|(?:\b(?<declared>const|type)\s+(?<name>\w+)[^=;]*?=(?!>))|(?:(?<key>[\w$]+|'[^'\n]*')\s*\??:)|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<imports>\bimport\b)|(?<open>[{([])|(?<close>[})\]])|(?<end>[,;])/g;

/**
 * Reads the doc comments of a module that consists of constants and types, such as those of the
 * contract: a key's path is made of the constant and the keys whose brackets it stands in. A type
 * is found as `type Name`.
 */
export function readDocComments(source: string): DocComments {
  const comments = new Map<string, string>();
  const path: (string | undefined)[] = [];
  let doc: string | undefined;
  let pending: string | undefined;
  for (const { groups = {} } of source.matchAll(tokens)) {
    const name = groups.key?.replaceAll("'", '') ?? groups.name;
    if (groups.doc !== undefined) {
      doc = groups.doc
        .replace(/^\s*\* ?/gm, '')
        .replace(/\s+/g, ' ')
        .trim();
    } else if (name !== undefined) {
      const declared = groups.declared === 'type' ? `type ${name}` : name;
      const place = [...path, declared].filter((part) => part !== undefined).join('.');
      if (doc !== undefined) comments.set(place, doc);
      doc = undefined;
      pending = declared;
    } else if (groups.imports) {
      // What stands above the imports is about the module.
      doc = undefined;
    } else if (groups.open) {
      path.push(pending);
      pending = undefined;
    } else if (groups.close) {
      path.pop();
      pending = undefined;
    } else if (groups.end) {
      pending = undefined;
    }
  }
  return comments;
}
