import { expect } from '@open-wc/testing';
import { createHttpAdapter } from '../../src/adapters/http.js';
import type { SsprFailedEvent } from '../../src/elements/index.js';
import { clientOf, createFetch, createRequestHandler } from '../../src/mock/index.js';
import { amira, register, signedIn } from './register-world.js';
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

describe('a registration in a page with a session', () => {
  it('is that of whoever the page’s headers vouch for', async () => {
    const { page: shown } = await page();
    await shown.step('manage');
    expect(shown.text).to.contain('Security info');
  });

  it('says so where the session has ended on the way, loses nothing that was typed, and goes on', async () => {
    const { page: shown, lose, renew } = await page();
    await shown.step('manage');
    shown.adder('Email').click();
    await shown.step('enrol-email');
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
