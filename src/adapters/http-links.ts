import type { Discovery } from '../contract/discovery.js';
import { SsprError } from '../contract/error.js';
import type { Branding, Rung } from '../contract/parts.js';
import type { RegistrationStep, Step } from '../contract/step.js';
import type { Source } from './http-body.js';

/** Refuses a step that leads off, and makes its addresses absolute. */
export function withSafeLinks<S extends Step | RegistrationStep>(step: S, source: Source): S {
  const branded: S = withSafeBranding(step, source);
  if (branded.kind === 'leave')
    return { ...branded, url: continuation(branded.url, '$.url', source) };
  if (branded.kind === 'refused' && branded.ladder)
    return { ...branded, ladder: branded.ladder.map((rung) => withSafeUrl(rung, source)) };
  if (branded.kind === 'done' && branded.signInUrl !== undefined)
    return { ...branded, signInUrl: continuation(branded.signInUrl, '$.signInUrl', source) };
  if (branded.kind === 'enrol-app')
    requireForm(/^otpauth:\/\//i, branded.uri, '$.uri: expected an otpauth: address', source);
  return branded;
}

/** Throws where a captcha's picture or recording is anything but one, within the answer itself. */
export function requireCaptchaMedia({ captcha }: Discovery, source: Source): void {
  if (captcha.kind !== 'picture') return;
  requireForm(
    /^data:image\/(svg\+xml|png|jpeg|webp)(;[\w=-]+)*,/i,
    captcha.picture,
    '$.captcha.picture: expected a data: URL of SVG, PNG, JPEG or WebP',
    source,
  );
  requireForm(
    /^data:audio\/(wav|mpeg|ogg)(;[\w=-]+)*,/i,
    captcha.audio,
    '$.captcha.audio: expected a data: URL of WAV, MPEG or Ogg',
    source,
  );
}

function requireForm(form: RegExp, url: string, expected: string, { path }: Source) {
  if (!form.test(url)) throw new SsprError('malformed-answer', `${path}: ${expected}.`);
}

/** Leaves out a logo and a helpdesk address that a page must not show; the rest is kept. */
export function withSafeBranding<T extends { readonly branding?: Branding | undefined }>(
  value: T,
  source: Source,
): T {
  const { branding } = value;
  if (!branding) return value;
  const { logo, helpdesk, ...rest } = branding;
  const image = logo === undefined ? undefined : resolve(logo, source);
  const page = helpdesk?.url === undefined ? undefined : resolve(helpdesk.url, source);
  const { url: _, ...desk } = helpdesk ?? {};
  return {
    ...value,
    branding: {
      ...rest,
      ...(image && isImage(image, source) && { logo: image.href }),
      ...(helpdesk && { helpdesk: { ...desk, ...(page && isWeb(page) && { url: page.href }) } }),
    },
  };
}

/** Leaves out an address that a page must not link to; what the rung says is kept. */
function withSafeUrl({ url, ...rung }: Rung, source: Source): Rung {
  const target = url === undefined ? undefined : resolve(url, source);
  return target && (isWeb(target) || target.protocol === 'mailto:')
    ? { ...rung, url: target.href }
    : rung;
}

/** Where a person may be sent: the endpoint's own origin, or one that the page allowed. */
function continuation(url: string, place: string, source: Source): string {
  const target = resolve(url, source);
  const allowed = [source.endpoint, ...source.allowedOrigins].map(
    (one) => resolve(one, source)?.origin,
  );
  if (!target || !isWeb(target) || !allowed.includes(target.origin))
    throw new SsprError(
      'off-origin',
      `${source.path}: ${place}: expected an address on the endpoint's origin or in allowedOrigins.`,
    );
  return target.href;
}

/** A name before the host is none of the host's, and misleads whoever reads the address (RFC 9110, 4.2.4). */
const isWeb = ({ protocol, username, password }: URL) =>
  (protocol === 'https:' || protocol === 'http:') && !username && !password;

const isImage = ({ protocol, pathname, origin }: URL, source: Source) =>
  protocol === 'https:' ||
  (protocol === 'data:' && /^image\//i.test(pathname)) ||
  (protocol === 'http:' && origin === resolve(source.endpoint, source)?.origin);

/** Addresses are relative to the endpoint, and the endpoint to the page or worker, if there is one. */
function resolve(url: string, { endpoint }: Source): URL | undefined {
  const page = globalThis.document?.baseURI ?? globalThis.location?.href;
  const base = URL.canParse(endpoint, page) ? new URL(endpoint, page).href : page;
  return URL.canParse(url, base) ? new URL(url, base) : undefined;
}
