import { css, html, type LitElement, render } from 'lit';
import type { LocaleController } from '../localization/locale-controller.js';
import { msg } from '../localization/msg.js';
import { adoptStyles } from './controllers/adopted-styles.js';

const styles = css`
  .question {
    box-sizing: border-box;
    inline-size: 340px;
    max-inline-size: calc(100dvi - 32px);
    padding: 20px;
    border: var(--_border) solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_text);
  }
  .question::backdrop {
    background: oklch(0.2 0.02 250 / 0.46);
  }
  .question strong {
    font-weight: 600;
  }
  .question p {
    margin: 4px 0 16px;
    color: var(--_muted);
  }
  .question div {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .question button {
    flex: 1 1 auto;
    white-space: nowrap;
    min-block-size: 44px;
    padding: 8px 16px;
    border: var(--_border) solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .question .stay {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  @media (forced-colors: active) {
    .question button {
      border-color: ButtonText;
    }
  }
`;

const words = {
  reset: {
    heading: () =>
      msg('Leave the reset?', {
        id: 'reset.leave-question.heading',
        desc: 'Asked before a started reset is given up',
      }),
    more: () =>
      msg('Nothing has been changed yet. Your proofs so far would be lost.', {
        id: 'reset.leave-question.text',
        desc: 'Below “Leave the reset?”',
      }),
  },
  register: {
    heading: () =>
      msg('Leave without finishing?', {
        id: 'register.leave-question.heading',
        desc: 'Asked before a started registration is given up',
      }),
    more: () =>
      msg('What you have saved so far stays. The step that you are in would be lost.', {
        id: 'register.leave-question.text',
        desc: 'Below “Leave without finishing?”',
      }),
  },
};

const content = (flow: keyof typeof words, answer: (leave: boolean) => void) => html`
  <strong id="question">${words[flow].heading()}</strong>
  <p id="question-more">${words[flow].more()}</p>
  <div>
    <button class="stay" autofocus @click=${() => answer(false)}>${msg('Keep going', {
      id: 'reset.leave-question.stay',
      desc: 'Button: does not leave',
    })}</button>
    <button @click=${() => answer(true)}>${msg('Leave', {
      id: 'reset.leave-question.leave',
      desc: 'Button: gives the reset up',
    })}</button>
  </div>
`;

/**
 * Asks in the shell whether a started flow is really given up. Resolves with the answer; Escape stays,
 * and so does the signal, which takes the question back.
 */
export async function askToLeave(
  host: LitElement,
  locale: LocaleController,
  flow: keyof typeof words,
  signal: AbortSignal,
): Promise<boolean> {
  // A dialog that is only now opened again must not come to lie above the question.
  await host.updateComplete;
  const root = host.renderRoot as ShadowRoot;
  // Asked once: the question that is open answers for all who ask.
  if (signal.aborted || root.querySelector('.question')) return false;
  const unadopt = adoptStyles(root, styles);
  const dialog = document.createElement('dialog');
  dialog.className = 'question';
  dialog.role = 'alertdialog';
  dialog.lang = locale.locale;
  dialog.dir = locale.direction;
  dialog.setAttribute('aria-labelledby', 'question');
  dialog.setAttribute('aria-describedby', 'question-more');
  root.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    // Answered at once, not at the event `close`, which comes a task later: who closes again meanwhile
    // is asked anew.
    const end = (leaves: boolean) => {
      dialog.removeEventListener('close', stay);
      signal.removeEventListener('abort', stay);
      // Closing gives the focus back to where it was; removing alone would not.
      dialog.close();
      dialog.remove();
      unadopt();
      resolve(leaves);
    };
    const stay = () => end(false);
    dialog.addEventListener('close', stay);
    signal.addEventListener('abort', stay);
    locale.speak(() => render(content(flow, end), dialog));
    dialog.querySelector<HTMLElement>('.stay')?.focus();
  });
}
