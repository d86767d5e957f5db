import { TOTP, URI } from 'otpauth';

/** What a person does with a screen that registers something. */
export const enrolment = {
  /** What an app shows that has scanned this, at this time. */
  codeOf(uri: string, now: number): string {
    const app = URI.parse(uri);
    return app instanceof TOTP ? app.generate({ timestamp: now }) : '';
  },

  /** Chooses a question in each list, each another one. */
  choose(form: HTMLFormElement, n: number): void {
    for (const [index, list] of [...form.querySelectorAll('select')].entries()) {
      const lines = [...list.options].filter(({ value, disabled }) => value && !disabled);
      const line = lines[(n + index) % lines.length];
      if (!line) continue;
      list.value = line.value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }
  },
};
