import type { Problem } from '../../contract/parts.js';

/** The name of the field, in the form's data and in problems. */
export const captchaField = 'captcha';

/** A backend need not name the field of a problem with the captcha: there is only this one. */
export const withCaptchaField = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((problem) =>
    problem.code.startsWith('captcha-') ? { field: captchaField, ...problem } : problem,
  );
