import { createHttpAdapter } from '../src/adapters/http.js';
import { startMockBackend } from '../src/mock/browser.js';
import { browserOf, clientOf } from '../src/mock/index.js';
import type { SignIn, Tenant } from '../src/tenant/index.js';
import { type Choices, dress, type Language, options, readChoices } from './choices.js';
import { createContoso } from './contoso.js';
import { ContosoReadyEvent } from './contoso-ready-event.js';
import { element } from './element.js';
import { visitors } from './staff.js';
import { inWords, type WordId, words } from './words.js';

const form = element<HTMLFormElement>('#sign-in');
const email = element<HTMLInputElement>('#email');
const password = element<HTMLInputElement>('#password');
const problem = element('#problem');
const signedIn = element('#signed-in');
const signedInHeading = element('#signed-in h1');
const link = element<HTMLAnchorElement>('#cant-access');
const reset = element<HTMLElementTagNameMap['sspr-reset']>('sspr-reset');
/** In the page while somebody is signed in. */
const register = document.createElement('sspr-register');

/** The session of whoever is signed in; in memory only, as in a page that keeps no cookie for it. */
let session: string | undefined;
const sessionHeader = 'x-contoso-session';

/** What the page says: of a try that came to nothing, or who is in. */
type Outcome =
  | Exclude<SignIn, { outcome: 'signed-in' }>
  | { readonly outcome: 'missing' }
  | { readonly outcome: 'signed-in'; readonly name: string };
let shown: Outcome | undefined;

const language = (): Language =>
  options.language.find((one) => one === document.documentElement.lang) ?? 'en';

/** Says everything in the language that the page has now. */
function speak(): void {
  const say = words[language()];
  document.title = say['page-title'];
  // Every data-words of sign-in.html is an id of the table.
  for (const node of document.querySelectorAll<HTMLElement>('[data-words]'))
    node.textContent = say[node.dataset.words as WordId];
  const isIn = shown?.outcome === 'signed-in';
  const wait = shown?.outcome === 'locked' ? inWords(shown.retryInMs, language()) : '';
  const name = shown?.outcome === 'signed-in' ? shown.name : '';
  const told = shown ? say[shown.outcome].replace('{wait}', wait).replace('{name}', name) : '';
  signedInHeading.textContent = isIn ? told : '';
  problem.textContent = isIn ? '' : told;
}

function show(outcome: Outcome | undefined): void {
  shown = outcome;
  const isIn = outcome?.outcome === 'signed-in';
  form.hidden = isIn;
  signedIn.hidden = !isIn;
  // Out of the page, it keeps nothing of whom it showed.
  if (isIn) signedIn.insertBefore(register, element('#sign-out'));
  else register.remove();
  const wrong = outcome?.outcome === 'wrong' || outcome?.outcome === 'missing';
  for (const input of [email, password]) input.ariaInvalid = String(wrong);
  speak();
}

async function signIn(contoso: Tenant): Promise<void> {
  const username = email.value.trim();
  if (!username || !password.value) {
    show({ outcome: 'missing' });
    (username ? password : email).focus();
    return;
  }
  const result = await contoso.signIn(username, password.value);
  if (result.outcome !== 'signed-in') {
    show(result);
    password.select();
    return;
  }
  password.value = '';
  session = result.session;
  // Another person, another adapter: what was shown to one before is not shown to the next.
  register.adapter = createHttpAdapter({
    endpoint: reset.endpoint,
    headers: (): HeadersInit => (session === undefined ? {} : { [sessionHeader]: session }),
  });
  const account = contoso.people.find((one) => one.username === username.toLowerCase());
  show({ ...result, name: account ? `${account.firstName} ${account.lastName}` : username });
  signedInHeading.focus();
}

/** Puts Contoso on the wire of this page alone: nothing leaves the browser. */
async function start(choices: Choices): Promise<Tenant> {
  const contoso = await createContoso(choices, language);
  await startMockBackend(
    (request) => {
      const known = request.headers.get(sessionHeader);
      const browser = browserOf(request);
      return contoso.forClient(clientOf(request), {
        ...(browser !== undefined && { browser }),
        ...(known !== null && { session: known }),
      });
    },
    { endpoint: reset.endpoint },
  );
  return contoso;
}

const choices = readChoices(new URLSearchParams(location.search));
dress(document, choices);
// Whoever changes the language of the page, as the bar around it does, changes its words.
new MutationObserver(speak).observe(document.documentElement, { attributeFilter: ['lang'] });
email.value = visitors[choices.person].username;
speak();

let running: Tenant | undefined;
const starting = start(choices);
starting.then(
  (contoso) => {
    running = contoso;
    window.frameElement?.dispatchEvent(new ContosoReadyEvent(contoso));
  },
  (error: unknown) => {
    console.error(error);
    const notice = element('#unavailable');
    notice.dataset.words = 'unavailable' satisfies WordId;
    notice.hidden = false;
    speak();
  },
);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  await signIn(await starting);
});

element('#sign-out').addEventListener('click', () => {
  session = undefined;
  show(undefined);
  password.focus();
});

link.addEventListener('click', async (event) => {
  reset.username = email.value.trim();
  // The link by itself opens the dialog; only here it has to wait for a server to start first.
  if (running) return;
  event.preventDefault();
  await starting.then(
    () => reset.show(),
    () => location.assign(link.href),
  );
});

/** The session has ended elsewhere, as by “Sign out everywhere” or a reset: the page asks to sign in again. */
register.addEventListener('sspr-failed', ({ code }) => {
  if (code !== 'unauthorized') return;
  session = undefined;
  show(undefined);
  password.focus();
});

reset.addEventListener('sspr-succeeded', () => {
  show(undefined);
  password.value = '';
});
