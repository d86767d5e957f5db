import { render } from 'lit';
import { showAuthenticator } from './authenticator.js';
import { dress, queryOf, readChoices } from './choices.js';
import { copyButton } from './copy-button.js';
import { element } from './element.js';
import { showMailbox } from './mailbox.js';
import { visitors } from './staff.js';

const form = element<HTMLFormElement>('#choices');
const frame = element<HTMLIFrameElement>('#page');
const announcement = element('#announcement');
const count = element('#count');
const toggle = element('.toggle');
const outbox = element('#outbox');
const mailbox = element('#mailbox');

let choices = readChoices(new URLSearchParams(location.search));
/** Ends what shows the phone and the mailbox of one visit. */
let visit = new AbortController();
/** The sign-in page, once its tenant is on the wire. */
let page: Document | null = null;
/** Mails that came while there was nothing open to see them in. */
let unread = 0;

/** Opens the sign-in page anew, with a tenant that knows nothing of earlier visits. */
async function restart(): Promise<void> {
  visit.abort();
  // Whoever starts over here need not be asked whether to leave a reset half way.
  for (const one of page?.querySelectorAll('sspr-reset, sspr-register') ?? []) one.remove();
  await Promise.resolve();
  page = null;
  visit = new AbortController();
  announcement.textContent = '';
  unread = 0;
  showUnread();
  frame.contentWindow?.location.replace(
    new URL(`sign-in.html${queryOf(choices)}`, document.baseURI),
  );
  describe();
}

/** Whose phone and mailbox these are, and what there is to see. */
function describe(): void {
  const { person, story } = visitors[choices.person];
  const name = person?.firstName;
  element('#phone-title').textContent = name ? `${name}’s phone` : 'Phone';
  element('#mailbox-title').textContent = name ? `${name}’s messages` : 'Messages';
  element('#story').textContent = typeof story === 'string' ? story : story[choices.voice];
}

/** The language is that of the sign-in page; the colours are those of both. */
function dressPages(): void {
  dress(document, { ...choices, language: 'en' });
  if (page) dress(page, choices);
}

function takeChoices(): void {
  const before = choices;
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  choices = readChoices(new URLSearchParams(entries));
  history.replaceState(null, '', queryOf(choices) || location.pathname);
  // Another language or colour changes what is there, without losing what was typed.
  if (before.person === choices.person && before.voice === choices.voice) dressPages();
  else restart();
}

/** A button that shows and hides what it controls, where that is not shown anyway. */
function disclose(button: HTMLElement): void {
  button.addEventListener('click', () => {
    button.ariaExpanded = String(button.ariaExpanded !== 'true');
  });
}

/** Brings the newest mail into view where the mailbox has a part of a small screen only. */
function showNewest(): void {
  if (!toggle.checkVisibility()) return;
  outbox.scrollTop = mailbox.offsetTop - outbox.offsetTop;
}

/** Says how many mails have come unseen, or shows the newest. */
function showUnread(): void {
  const isOpen = toggle.ariaExpanded === 'true';
  if (isOpen && unread > 0) showNewest();
  if (isOpen) unread = 0;
  count.textContent = unread > 0 ? `${unread} new` : '';
}

for (const [name, value] of Object.entries(choices)) {
  const select = form.elements.namedItem(name);
  if (select instanceof HTMLSelectElement) select.value = value;
}
form.addEventListener('change', takeChoices);
element('#restart').addEventListener('click', restart);
for (const button of document.querySelectorAll<HTMLElement>('[aria-controls]')) disclose(button);
toggle.addEventListener('click', showUnread);
render(
  copyButton(() => element('#snippet').textContent ?? '', 'Copy the code'),
  element('#copy-snippet'),
);

frame.addEventListener('contoso-ready', ({ tenant }) => {
  const { username, person } = visitors[choices.person];
  const name = person?.firstName ?? 'nobody';
  const { signal } = visit;
  page = frame.contentDocument;
  dressPages();
  showAuthenticator(element('#phone'), { tenant, username, signal });
  showMailbox(mailbox, {
    tenant,
    username,
    signal,
    language: () => choices.language,
    arrived(title) {
      announcement.textContent = `New message for ${name}: ${title}`;
      unread += 1;
      showUnread();
    },
  });
});

dressPages();
restart();
