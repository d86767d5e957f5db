import { html, type TemplateResult } from 'lit';

/** How long a button says that it has done it. */
const saidForMs = 2_000;

const copyIcon =
  'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2zM4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2';
const checkIcon = 'M20 6 9 17l-5-5';

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  const icon = button.querySelector('path');
  const label = button.querySelector('span');
  if (!icon || !label || button.dataset.copied !== undefined) return;
  const said = label.textContent;
  button.dataset.copied = '';
  icon.setAttribute('d', checkIcon);
  label.textContent = 'Copied';
  setTimeout(() => {
    delete button.dataset.copied;
    icon.setAttribute('d', copyIcon);
    label.textContent = said;
  }, saidForMs);
}

/** A button that puts a text on the clipboard, and says so. */
export const copyButton = (text: () => string, label = 'Copy'): TemplateResult =>
  html`<button class="small copy" type="button" @click=${(event: Event) =>
    copy(event.currentTarget as HTMLButtonElement, text())}>
    <svg viewBox="0 0 24 24" aria-hidden="true"><path d=${copyIcon}></path></svg>
    <span role="status">${label}</span>
  </button>`;
