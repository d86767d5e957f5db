import type { ViewContext } from '../view.js';

/** The name of the field, in the form's data and in problems. */
export const captchaField = 'captcha';

/** A backend need not name the field of a problem with the captcha: there is only this one. */
export const aboutCaptcha = (context: ViewContext): ViewContext => ({
  ...context,
  problems: context.problems.map((problem) =>
    problem.code.startsWith('captcha-') ? { field: captchaField, ...problem } : problem,
  ),
});
