/** What the http adapter needs once an answer comes: loaded with the first request, not before it. */
import { captchaSchema, type Discovery, discoverySchema } from '../contract/discovery.js';
import { SsprError } from '../contract/error.js';
import type { Problem } from '../contract/parts.js';
import { type PasswordCheck, passwordCheckSchema } from '../contract/password-check.js';
import { passwordRuleSchema } from '../contract/password-rules.js';
import { type JsonSchema, mismatch } from '../contract/schema.js';
import {
  type RegistrationStep,
  registrationStepSchemas,
  type Step,
  stepSchemas,
} from '../contract/step.js';
import { contractVersion } from '../contract/version.js';
import { readJson, requireSuccess, retryAfterMs, type Source } from './http-body.js';
import { requireCaptchaMedia, withSafeBranding, withSafeLinks } from './http-links.js';

export { pollSteps } from './http-watch.js';

/** Makes a value of the contract of a response, or throws an `SsprError`. */
export type Reader<T> = (response: Response, source: Source) => Promise<T>;

/** A step, or how many milliseconds to wait before asking again. */
export type News<S> = { readonly step: S } | { readonly waitMs: number | undefined };

/** What reads the answers of one kind of flow. */
export interface FlowReaders<S> {
  readonly readStep: Reader<S>;
  readonly readNews: Reader<News<S>>;
  /** Undefined where there is no such flow, or nobody finds flows again. */
  readonly readResumed: Reader<S | undefined>;
}

export const readDiscovery: Reader<Discovery> = async (response, source) => {
  requireSuccess(response, source);
  const json = await readJson(response, source);
  // Before its shape: another version may have another one.
  if (Number.isInteger(json.contract) && json.contract !== contractVersion)
    throw new SsprError(
      'unsupported-contract',
      `${source.path}: expected version ${contractVersion} of the contract.`,
    );
  requireKnownCaptcha(json.captcha, source);
  requireFit(mismatch(discoverySchema, json), source);
  requireCaptchaMedia(json as unknown as Discovery, source);
  return withSafeBranding(json as unknown as Discovery, source);
};

/** The readers of a flow whose steps these are, by kind. */
function readersOf<S extends Step | RegistrationStep>(
  schemas: Readonly<Record<S['kind'], JsonSchema>>,
): FlowReaders<S> {
  const readStep: Reader<S> = async (response, source) => {
    requireSuccess(response, source);
    const step = asStep(await readJson(response, source), schemas, source);
    return withSafeLinks(step as unknown as S, source);
  };
  return {
    readStep,
    async readNews(response, source) {
      requireSuccess(response, source);
      return response.status === 204
        ? { waitMs: retryAfterMs(response.headers, source.now()) }
        : { step: await readStep(response, source) };
    },
    async readResumed(response, source) {
      if (response.status === 404) return undefined;
      requireSuccess(response, source);
      return response.status === 204 ? undefined : readStep(response, source);
    },
  };
}

export const reset = readersOf<Step>(stepSchemas);
export const register = readersOf<RegistrationStep>(registrationStepSchemas);

export const readNothing: Reader<void> = async (response, source) =>
  requireSuccess(response, source);

/** Nothing, where nobody judges: then the password is judged when it is sent. */
export const readPasswordCheck: Reader<readonly Problem[]> = async (response, source) => {
  if (response.status === 404) return [];
  requireSuccess(response, source);
  const json = await readJson(response, source);
  requireFit(mismatch(passwordCheckSchema, json), source);
  return (json as unknown as PasswordCheck).problems;
};

function requireFit(wrong: string | undefined, { path }: Source) {
  if (wrong) throw new SsprError('malformed-answer', `${path}: ${wrong}.`);
}

type Json = Record<string, unknown>;

/**
 * A captcha of a newer backend is not asked for again as a broken answer would be: this version can
 * never show it, and a reset without it would be refused.
 */
function requireKnownCaptcha(captcha: unknown, { path }: Source) {
  const kind = (captcha as Json | null | undefined)?.kind;
  const kinds = captchaSchema.oneOf?.map((one) => one.properties?.kind?.const);
  if (typeof kind === 'string' && !kinds?.includes(kind))
    throw new SsprError(
      'unsupported-contract',
      `${path}: $.captcha.kind: expected one of ${kinds?.join(', ')}.`,
    );
}

/** The step as it came where it is of this flow, else an `unknown` one; throws where it does not fit. */
function asStep(json: Json, schemas: Readonly<Record<string, JsonSchema>>, source: Source): Json {
  const { kind } = json;
  const schema =
    typeof kind === 'string' && kind !== 'unknown' && Object.hasOwn(schemas, kind)
      ? schemas[kind]
      : undefined;
  if (schema) {
    const fitting = kind === 'new-password' ? withKnownRules(json) : json;
    requireFit(mismatch(schema, fitting), source);
    return fitting;
  }
  // A newer backend, or one that mixes its flows up: what the step has in common with all others is kept and must fit; what it
  // calls fields, title and method may mean something else there, and is kept only where it fits.
  const { properties = {} } = stepSchemas.unknown;
  const known: Json = { kind: 'unknown' };
  for (const [name, schema] of Object.entries(properties)) {
    const value = name === 'received' ? kind : json[name];
    const ours = ['fields', 'title', 'method'].includes(name);
    if (value !== undefined && !(ours && mismatch(schema, value))) known[name] = value;
  }
  requireFit(mismatch(stepSchemas.unknown, known)?.replace('$.received', '$.kind'), source);
  return known;
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
