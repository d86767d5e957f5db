import { html } from 'lit';
import type { Problem } from '../../contract/parts.js';
import { msg } from '../../localization/msg.js';
import { field, textOf } from '../parts/field.js';
import type { View } from '../view.js';
import { captchaPart } from '../views.js';

/** Who are you: the first screen, drawn before the backend has said anything. */
export const identifyView: View<'identify'> = {
  heading: () =>
    msg('Get back into your account', {
      id: 'reset.identify.heading',
      desc: 'Heading of the first screen',
    }),
  lead: () =>
    msg('Tell us which account it is. You can prove it’s yours in the next step.', {
      id: 'reset.identify.lead',
      desc: 'Below the heading of the first screen',
    }),
  body: (_step, context) =>
    html`${field(context, {
      name: 'username',
      label: msg('Username', { id: 'reset.identify.username', desc: 'Label of a field' }),
      hint: msg('Usually your work email address', {
        id: 'reset.identify.username-hint',
        desc: 'Below the username field',
      }),
      autocomplete: 'username',
      inputmode: 'email',
      maxLength: 320,
      ltr: true,
      value: context.username,
    })}${context.captcha && captchaPart()?.captchaBody(context.captcha, context)}`,
  submit: () => msg('Continue', { id: 'common.continue', desc: 'Button: on to the next step' }),
  read(data, _step, context) {
    const username = textOf(data, 'username').trim();
    const solved = context.captcha && captchaPart()?.readCaptcha(data, context.captcha);
    const problems: Problem[] = [
      ...(username ? [] : [{ code: 'username-required', field: 'username' } as const]),
      ...(solved && 'problems' in solved ? solved.problems : []),
    ];
    if (problems.length) return { problems };
    const captcha = solved && 'answer' in solved ? solved.answer : undefined;
    return { start: { username, ...(captcha && { captcha }) } };
  },
  onlyField: 'username',
};
