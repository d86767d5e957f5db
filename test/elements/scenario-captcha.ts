import type { Captcha } from '../../src/contract/index.js';
import { type CaptchaUse, registerCaptcha } from '../../src/elements/captcha/registry.js';
import { scenarios } from '../../src/mock/scenarios/index.js';
import type { AnyPage } from './on-screen.js';
import type { Stage } from './scenario-steps.js';

/** The newest widget that the maker has drawn. */
let drawn: { readonly button: HTMLElement; readonly use: CaptchaUse } | undefined;

// The maker of the scenarios, as small as a maker can be: a button that a person presses.
registerCaptcha('turnstile', {
  mount(container, use) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'I am a person';
    button.style.cssText = 'min-block-size: 44px; background: white; color: black';
    container.append(button);
    drawn = { button, use };
  },
});

/** What keeps robots out of a scenario. */
export const captchaKindOf = ({ name }: Stage): Captcha['kind'] =>
  scenarios[name].policy?.captcha?.kind ?? 'none';

/** Resolves when what keeps robots out is drawn, where anything is. */
export async function captchaDrawn(page: AnyPage, where: Stage): Promise<void> {
  const kind = captchaKindOf(where);
  const isThere = (): boolean =>
    kind === 'picture'
      ? page.form.querySelector('[name=captcha]') !== null
      : kind !== 'external' || drawn?.button.isConnected === true;
  await page.until(isThere, `a captcha (${kind})`);
}

/** Does what the captcha of the scenario asks for: rightly, wrongly or late, as the scenario says. */
export async function solveCaptcha(page: AnyPage, where: Stage): Promise<void> {
  const captcha = where.captcha();
  const kind = captchaKindOf(where);
  if (!captcha || kind === 'none' || kind === 'proof-of-work') return;
  const solved = await where.opened.answerCaptcha(captcha);
  if (kind === 'picture') page.type('captcha', solved?.answer ?? '');
  else drawn?.use.solved(solved?.answer ?? '');
}
