/** A captcha that a person has to see: a picture with its recording, or that of another maker. */

import type { ResetIntent } from '../../contract/answer.js';
import type { Captcha } from '../../contract/discovery.js';
import type { Problem } from '../../contract/parts.js';
import { textOf } from '../parts/field.js';
import type { ViewContext } from '../view.js';
import { captchaField } from './about.js';
import { externalCaptcha } from './external.js';
import { pictureCaptcha } from './picture.js';

export { withCaptchaField } from './about.js';
export { captchaStyles } from './styles.js';

/** What stands below the username field; nothing for a captcha that nobody sees. */
export function captchaBody(captcha: Captcha, context: ViewContext): unknown {
  if (captcha.kind === 'picture') return pictureCaptcha(captcha, context);
  if (captcha.kind === 'external') return externalCaptcha(captcha, context);
  return undefined;
}

/**
 * What a form says about its captcha: what `start` brings along, or what to correct. No answer stands
 * for the work, which the flow does unseen: for a captcha of that kind, and where the person wants no
 * puzzle.
 */
export function readCaptcha(
  data: FormData,
  captcha: Captcha,
): { readonly answer: ResetIntent['captcha'] } | { readonly problems: readonly Problem[] } {
  const { kind } = captcha;
  const isWork = kind === 'picture' && !data.has(captchaField);
  if (isWork || (kind !== 'picture' && kind !== 'external')) return { answer: undefined };
  const answer = textOf(data, captchaField).trim();
  if (answer === '')
    return { problems: [{ code: 'captcha-required', field: captchaField, params: { kind } }] };
  return { answer: kind === 'picture' ? { answer, challenge: captcha.challenge } : { answer } };
}
