import type { RegistrationStepKind } from '../contract/index.js';
import { FlowPage, visible } from './flow-page.js';

/** A row of a list of what is registered, as it can be read. */
export interface RegisteredRow {
  /** Such as “Email”. */
  readonly name: string;
  /** The line below: a mask, when it was added, who keeps it. */
  readonly about: string;
  readonly tags: readonly string[];
  /** The words of its buttons. */
  readonly controls: readonly string[];
}

/** A row of a list of what can be registered. */
export interface RegistrableRow {
  readonly name: string;
  /** What it is, or why it cannot be added. */
  readonly about: string;
  readonly tags: readonly string[];
  readonly canBeAdded: boolean;
}

/**
 * One `<sspr-register>` as a person has it before them: what it says, and what can be done with it. For
 * the tests of pages that embed it.
 *
 * ```ts
 * const page = new RegisterPage(document.querySelector('sspr-register'));
 * await page.step('manage');
 * page.row('Email', 'Delete').click();
 * await page.step('choose-method');
 * ```
 */
export class RegisterPage extends FlowPage<RegistrationStepKind | 'begin'> {
  /** What is registered. */
  get registered(): readonly RegisteredRow[] {
    return this.#rows.map((row) => ({
      name: visible(row.querySelector('strong')),
      about: visible(row.querySelector('.title + .about')),
      tags: [...row.querySelectorAll('.tag')].map(visible),
      controls: [...row.querySelectorAll('button')].map(visible),
    }));
  }

  /** What can be registered, as far as the list of it is open. */
  get registrable(): readonly RegistrableRow[] {
    return [...this.form.querySelectorAll('.pick')].map((pick) => ({
      name: visible(pick.querySelector('strong')),
      about: visible(pick.querySelector('.about')),
      tags: [...pick.querySelectorAll('.tag')].map(visible),
      canBeAdded: pick instanceof HTMLButtonElement,
    }));
  }

  /** What is said about the loss of something that is registered. */
  get recoverability(): string {
    return visible(this.form.querySelector('.notice:is(.ok, .warn) p'));
  }

  /** The button that adds something, by its name. */
  adder(name: string): HTMLElement {
    const picks = [...this.form.querySelectorAll<HTMLElement>('button.pick')];
    const found = picks.find((pick) => visible(pick.querySelector('strong')) === name);
    if (!found) throw new Error(`Nothing to add called “${name}”: ${this}`);
    return found;
  }

  /** Chooses a line of a list, such as a country or a question, by its words or its value. */
  async choose(list: string, line: string): Promise<void> {
    const select = this.form.querySelector<HTMLSelectElement>(`select[name="${list}"]`);
    const option = [...(select?.options ?? [])].find(
      (one) => one.value === line || visible(one) === line,
    );
    if (!select || !option || option.disabled)
      throw new Error(`Nothing to choose called “${line}” in the list ${list}: ${this}`);
    select.value = option.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await this.element.updateComplete;
  }

  /** Chooses one of a few that stand beside one another, such as “Call”, by its words. */
  async pick(words: string): Promise<void> {
    const choices = this.form.querySelectorAll<HTMLElement>('.choices label');
    const choice = [...choices].find((one) => visible(one) === words);
    if (!choice) throw new Error(`Nothing to choose called “${words}”: ${this}`);
    choice.click();
    await this.element.updateComplete;
  }

  /** A button in a row, by the row’s name and the button’s words; of several, in the row with this index. */
  row(name: string, button: string, index = 0): HTMLElement {
    const rows = this.#rows.filter((row) => visible(row.querySelector('strong')) === name);
    const found = [...(rows[index]?.querySelectorAll('button') ?? [])].find(
      (one) => visible(one) === button,
    );
    if (!found) throw new Error(`No “${button}” beside “${name}”: ${this}`);
    return found;
  }

  get #rows(): readonly Element[] {
    return [...this.form.querySelectorAll('.rows > .entry')];
  }
}
