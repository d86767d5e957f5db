/** What the http adapter needs once an answer comes: loaded with the first request, not before it. */
import { type Discovery, discoverySchema } from '../contract/discovery.js';
import { SsprError } from '../contract/error.js';
import { passwordRuleSchema } from '../contract/password-rules.js';
import { mismatch } from '../contract/schema.js';
import { type Step, stepSchemas } from '../contract/step.js';
import { contractVersion } from '../contract/version.js';
import { readJson, requireSuccess, retryAfterMs, type Source } from './http-body.js';
import { withSafeBranding, withSafeLinks } from './http-links.js';

export { pollSteps } from './http-watch.js';

/** Makes a value of the contract of a response, or throws an `SsprError`. */
export type Reader<T> = (response: Response, source: Source) => Promise<T>;

/** A step, or how many milliseconds to wait before asking again. */
export type News = { readonly step: Step } | { readonly waitMs: number | undefined };

export const readDiscovery: Reader<Discovery> = async (response, source) => {
  requireSuccess(response, source);
  const json = await readJson(response, source);
  // Before its shape: another version may have another one.
  if (Number.isInteger(json.contract) && json.contract !== contractVersion)
    throw new SsprError(
      'unsupported-contract',
      `${source.path}: expected version ${contractVersion} of the contract.`,
    );
  requireFit(mismatch(discoverySchema, json), source);
  return withSafeBranding(json as unknown as Discovery, source);
};

export const readStep: Reader<Step> = async (response, source) => {
  requireSuccess(response, source);
  return withSafeLinks(asStep(await readJson(response, source), source), source);
};

export const readNews: Reader<News> = async (response, source) => {
  requireSuccess(response, source);
  return response.status === 204
    ? { waitMs: retryAfterMs(response.headers, source.now()) }
    : { step: await readStep(response, source) };
};

export const readNothing: Reader<void> = async (response, source) =>
  requireSuccess(response, source);

function requireFit(wrong: string | undefined, { path }: Source) {
  if (wrong) throw new SsprError('malformed-answer', `${path}: ${wrong}.`);
}

type Json = Record<string, unknown>;

function asStep(json: Json, source: Source): Step {
  const { kind } = json;
  if (typeof kind === 'string' && kind !== 'unknown' && Object.hasOwn(stepSchemas, kind)) {
    const fitting = kind === 'new-password' ? withKnownRules(json) : json;
    requireFit(mismatch(stepSchemas[kind as keyof typeof stepSchemas], fitting), source);
    return fitting as unknown as Step;
  }
  // A newer backend: what the step has in common with all others is kept and must fit; what it
  // calls fields and title may mean something else there, and is kept only where it fits.
  const { properties = {} } = stepSchemas.unknown;
  const known: Json = { kind: 'unknown' };
  for (const [name, schema] of Object.entries(properties)) {
    const value = name === 'received' ? kind : json[name];
    const ours = name === 'fields' || name === 'title';
    if (value !== undefined && !(ours && mismatch(schema, value))) known[name] = value;
  }
  requireFit(mismatch(stepSchemas.unknown, known)?.replace('$.received', '$.kind'), source);
  return known as unknown as Step;
}

/**
 * A password rule of a newer backend is shown in the backend's words, and left out where it has
 * none: the backend still decides, and a person must not be kept from choosing a password.
 */
function withKnownRules(step: Json): Json {
  if (!Array.isArray(step.rules)) return step;
  const kinds = passwordRuleSchema.oneOf?.map((rule) => rule.properties?.kind?.const);
  const rules = step.rules.flatMap((rule: Json | null) =>
    typeof rule?.kind !== 'string' || kinds?.includes(rule.kind)
      ? [rule]
      : typeof rule.label === 'string'
        ? [{ kind: 'other', label: rule.label }]
        : [],
  );
  return { ...step, rules };
}
