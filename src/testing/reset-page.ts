import type { Goal, StepKind } from '../contract/index.js';
import { type FlowElementLike, FlowPage, type FlowPageOptions } from './flow-page.js';

/** What a page object needs of an `<sspr-reset>`; any copy of it will do. */
export type ResetElement = FlowElementLike;
export type ResetPageOptions = FlowPageOptions;

/**
 * One `<sspr-reset>` as a person has it before them: what it says, and what can be done with it. For
 * the tests of pages that embed it; it knows its markup, so that they need not.
 *
 * ```ts
 * const page = new ResetPage(document.querySelector('sspr-reset'));
 * await page.identify('adele.vance@contoso.example');
 * await page.chooseMethod('email');
 * await page.enterCode(await codeFrom(tenant, 'adele.vance@contoso.example'));
 * await page.choosePassword('Blue-Teapot-77');
 * await page.step('done');
 * ```
 */
export class ResetPage extends FlowPage<StepKind> {
  /** Types a username, as soon as it is asked for, and sends it. Resolves when there is an answer. */
  async identify(username: string): Promise<void> {
    await this.step('identify');
    this.type('username', username);
    await this.submit();
  }

  /** Chooses between a new password and an open account, and goes on. Resolves when there is an answer. */
  async chooseGoal(goal: Goal): Promise<void> {
    const radios = this.form.querySelectorAll<HTMLInputElement>('input[type=radio][name=goal]');
    const radio = [...radios].find(({ value }) => value === goal);
    if (!radio) throw new Error(`No radio for the goal ${goal}: ${this}`);
    radio.click();
    await this.submit();
  }

  /** Types a new password, twice where it is asked for twice, and sends it. Resolves when there is an answer. */
  async choosePassword(password: string, confirmation = password): Promise<void> {
    this.type('password', password);
    if (this.form.querySelector('input[name=confirmation]'))
      this.type('confirmation', confirmation);
    await this.submit();
  }
}
