/**
 * Writes the JSON Schema and the OpenAPI file of the contract from its schemas and the comments
 * beside them. Run it by `npm run openapi` after a change; a test holds the files against it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import * as answer from './answer.js';
import { buildComponents, type ContractModule, type SchemaDocument } from './components.js';
import * as discovery from './discovery.js';
import { readDocComments } from './doc-comments.js';
import * as http from './http.js';
import { buildOpenApi } from './openapi.js';
import * as parts from './parts.js';
import * as passwordCheck from './password-check.js';
import * as passwordRules from './password-rules.js';
import * as registration from './registration.js';
import * as step from './step.js';
import { contractVersion } from './version.js';

const files: Readonly<Record<string, ContractModule['exports']>> = {
  'discovery.ts': discovery,
  'answer.ts': answer,
  'step.ts': step,
  'parts.ts': parts,
  'registration.ts': registration,
  'password-rules.ts': passwordRules,
  'password-check.ts': passwordCheck,
  'http.ts': http,
};

const isRequest = (name: string) => /(Request|Intent|Hint|Answer)$/.test(name);

const text = (document: SchemaDocument) => `${JSON.stringify(document, null, 2)}\n`;

/** The generated files by their name in this folder. */
export function generate(): Readonly<Record<'contract.schema.json' | 'openapi.json', string>> {
  const modules = Object.entries(files).map(([name, exports]) => ({
    exports,
    comments: readDocComments(readFileSync(new URL(name, import.meta.url), 'utf8')),
  }));
  return {
    'contract.schema.json': text({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:sspr-elements:contract:${contractVersion}`,
      title: 'The contract between sspr-elements and a backend',
      $defs: buildComponents(modules, '#/$defs/', isRequest),
    }),
    'openapi.json': text(
      buildOpenApi(buildComponents(modules, '#/components/schemas/', isRequest)),
    ),
  };
}

if (argv[1] === fileURLToPath(import.meta.url))
  for (const [name, content] of Object.entries(generate()))
    writeFileSync(new URL(name, import.meta.url), content);
