import { expect } from '@open-wc/testing';
import { createHttpAdapter } from '../../src/adapters/http.js';
import type { SsprFailedEvent } from '../../src/elements/index.js';
import { clientOf, createFetch, createRequestHandler } from '../../src/mock/index.js';
import type { RegisterPage } from '../../src/testing/index.js';
import { amira, manage, register, signedIn } from './register-world.js';
import { oldPassword } from './reset-world.js';

/** A page that tells the backend by a header who is signed in, and can lose and renew that. */
async function page() {
  const where = await signedIn();
  const { tenant } = where;
  const header = 'x-session';
  const signIn = await tenant.signIn(amira, oldPassword);
  if (signIn.outcome !== 'signed-in') throw new Error(signIn.outcome);
  let session: string | undefined = signIn.session;
  const send = createFetch(
    createRequestHandler((request) => {
      const known = request.headers.get(header);
      return tenant.forClient(clientOf(request), known === null ? {} : { session: known });
    }),
  );
  const adapter = createHttpAdapter({
    endpoint: '/api/sspr',
    fetch: send,
    headers: (): HeadersInit => (session === undefined ? {} : { [header]: session }),
    clock: where.environment,
  });
  const shown = await register({ ...where, adapter }, { mode: 'manage' });
  return {
    where,
    page: shown,
    lose: () => {
      session = undefined;
    },
    renew: () => {
      session = signIn.session;
    },
  };
}

/** What can be added is drawn by code that comes when it is wanted. */
async function addEmail(shown: RegisterPage): Promise<void> {
  await shown.until(() => shown.registrable.length > 0, 'the list of what can be added');
  shown.adder('Email').click();
  await shown.step('enrol-email');
}

describe('a registration in a page with a session', () => {
  it('is that of whoever the page’s headers vouch for', async () => {
    const { page: shown } = await page();
    await shown.step('manage');
    expect(shown.text).to.contain('Security info');
  });

  it('says so where the session has ended on the way, loses nothing that was typed, and goes on', async () => {
    const { page: shown, lose, renew } = await page();
    await shown.step('manage');
    await addEmail(shown);
    const codes: string[] = [];
    shown.element.addEventListener('sspr-failed', ({ code }: SsprFailedEvent) => codes.push(code));
    lose();
    shown.type('address', 'amira.h@fineartschool.example');
    await shown.submit();
    await shown.until(() => shown.failure !== undefined, 'a failure');
    expect(codes).to.deep.equal(['unauthorized']);
    expect(shown.stepKind).to.equal('enrol-email');
    expect(shown.field('address').value).to.equal('amira.h@fineartschool.example');
    renew();
    await shown.press('Try again');
    await shown.step('enter-code');
    expect(shown.failure).to.equal(undefined);
  });

  it('SESSION-1: warns before a change runs out and starts over after it, in words of its own', async () => {
    const { page: shown, where } = await manage();
    await addEmail(shown);
    const ofReset = /reset/i;
    where.clock.advance({ minutes: 13 });
    await shown.until(() => shown.notices.join().includes('two minutes'), 'a warning');
    expect(shown.notices.join()).not.to.match(ofReset);
    expect(shown.announced.polite).to.contain('two minutes').and.not.to.match(ofReset);
    where.clock.advance({ minutes: 2 });
    await shown.step('refused');
    expect(shown.heading).to.equal('The time for this is over');
    expect(shown.lead).not.to.match(ofReset);
    await shown.press('Start again');
    await shown.step('manage');
  });

  it('takes any other mode for the backend’s choice, and warns of it once', async () => {
    const warned: unknown[] = [];
    const { warn } = console;
    console.warn = (...words) => warned.push(words.join(' '));
    try {
      const where = await signedIn();
      for (let times = 0; times < 2; times += 1) {
        const shown = await register(where, { mode: 'everything' as 'manage' });
        await shown.until(() => shown.stepKind !== 'begin', 'a step');
      }
    } finally {
      console.warn = warn;
    }
    expect(warned).to.deep.equal([
      '<sspr-register>: mode is one of interrupt, manage, reconfirm; not “everything”.',
    ]);
  });
});
