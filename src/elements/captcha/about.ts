import type { Problem } from '../../contract/parts.js';

/** The name of the field, in the form's data and in problems. */
export const captchaField = 'captcha';

/** Of a way that the person has left: they do not hold for the next. */
const leftBehind = new WeakSet<Problem>();

/** Takes a problem back with the way that it was about. */
export const leaveBehind = (problem: Problem | undefined): unknown =>
  problem && leftBehind.add(problem);

/** A backend need not name the field of a problem with the captcha: there is only this one. */
export const withCaptchaField = (problems: readonly Problem[]): readonly Problem[] =>
  problems
    .filter((problem) => !leftBehind.has(problem))
    .map((problem) =>
      problem.code.startsWith('captcha-') && !problem.field
        ? { ...problem, field: captchaField }
        : problem,
    );
