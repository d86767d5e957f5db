import { type AnyPage, controlsOf } from '../on-screen.js';
import { turn } from '../reset-world.js';
import { enrolment } from './enrolment.js';
import { answersByText, phone, type WalkWorld } from './world.js';

/** Who sits before an element, and what they do with each screen. */
export class Person {
  readonly #page: AnyPage;
  readonly #world: WalkWorld;
  readonly #username: string;
  readonly #typed: (input: HTMLInputElement, text: string) => void;

  /** @param typed told of all that is typed */
  constructor(
    page: AnyPage,
    world: WalkWorld,
    username: string,
    typed: (input: HTMLInputElement, text: string) => void,
  ) {
    this.#page = page;
    this.#world = world;
    this.#username = username;
    this.#typed = typed;
  }

  #fields(): HTMLInputElement[] {
    return controlsOf(this.#page).filter(
      (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.type !== 'radio',
    );
  }

  /** Types, or pastes: either way it is there, and the element hears of it. */
  #type(input: HTMLInputElement, text: string): void {
    if (input.readOnly) return;
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    this.#typed(input, text);
  }

  /** Types something that fits nowhere into one of the fields. */
  typeAnywhere(n: number): void {
    const fields = this.#fields();
    const field = fields[n % fields.length];
    if (field) this.#type(field, `zgarbage-${n}`);
  }

  /** What a person does next who knows everything, or nothing. */
  async answer(n: number, rightly: boolean): Promise<void> {
    const page = this.#page;
    const { tenant } = this.#world;
    const send = () => page.form.querySelector<HTMLElement>('[type=submit]')?.click();
    const fill = (values: Readonly<Record<string, string>>) => {
      for (const field of this.#fields()) {
        const value = values[field.name];
        if (value !== undefined) this.#type(field, value);
      }
      send();
    };
    switch (page.stepKind) {
      case 'identify':
        return fill({ username: rightly ? this.#username : `nobody.${n}@contoso.example` });
      case 'enter-code': {
        const last = tenant.outbox.list().findLast(({ code }) => code !== undefined);
        const shown = tenant.appCodeOf(this.#username)?.code ?? '';
        const isNew = this.#world.scanned !== '' && n % 3 === 0;
        const right = isNew
          ? enrolment.codeOf(this.#world.scanned, this.#world.clock.now())
          : n % 2 && shown
            ? shown
            : (last?.code ?? shown);
        return fill({ code: rightly ? right : String(100_000 + n) });
      }
      case 'confirm-target':
        return fill({
          target: rightly ? (n % 4 ? phone : '+49 30 1234567') : `+49 171 7654${n}`,
        });
      case 'answer-questions':
        for (const field of this.#fields()) {
          const words = (field.labels?.[0]?.textContent ?? '')
            .replace(/[\u2066-\u2069]/g, '')
            .trim();
          this.#type(field, rightly ? (answersByText[words] ?? 'zanswer-none') : `zwrong-${n}`);
        }
        return send();
      case 'new-password': {
        const password = rightly ? `Blue-Teapot-${n}-Zz` : `My-Contoso-${n}`;
        return fill({ password, confirmation: rightly || n % 2 ? password : 'Other-Kettle-1' });
      }
      case 'wait':
        return this.answerElsewhere(rightly ? 0 : 1 + (n % 3));
      case 'enrol-email':
        return fill({ address: rightly ? `box.${n}@mail.example` : `no address ${n}` });
      case 'enrol-phone':
        return fill({ number: rightly ? `+49 171 555${1000 + n}` : `${n}`, extension: '12' });
      case 'enrol-questions':
        enrolment.choose(page.form, n);
        await this.#page.element.updateComplete;
        for (const field of this.#fields())
          this.#type(field, rightly ? `zanswer-${field.name}` : 'z');
        return send();
      case 'enrol-app':
        return send();
      case 'choose-goal':
      case 'choose-method': {
        const radios = controlsOf(page).filter((one) => one.matches('[type=radio]'));
        radios[n % radios.length]?.click();
        return send();
      }
      default: {
        const buttons = controlsOf(page).filter((one) => one.matches('button'));
        buttons[n % buttons.length]?.focus();
        buttons[n % buttons.length]?.click();
      }
    }
  }

  /** Takes a call or a notification, rightly or wrongly, or does not. */
  async answerElsewhere(n: number): Promise<void> {
    const { tenant } = this.#world;
    const number = this.#page.number ?? '';
    const phone = tenant.phoneOf(this.#username);
    const app = tenant.appOf(this.#username);
    if (n % 4 < 2) {
      if (this.#page.number === undefined) phone.press(n % 4 ? '1' : '#');
      else app.approve(n % 4 ? (Number(number) + 1) % 100 : number);
    } else {
      phone.hangUp();
      app.deny();
    }
    // What comes of it comes by itself, or does not where the network is gone.
    for (let turns = 0; this.#page.stepKind === 'wait' && turns < 50; turns += 1) await turn();
  }
}
