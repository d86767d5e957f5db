import { expect } from 'chai';
import { mismatch } from '../../../../src/contract/schema.js';
import { registrationStepSchema } from '../../../../src/contract/step.js';
import { minute } from '../../../../src/policy/index.js';
import { person } from '../../../../src/tenant/index.js';
import { adele, adeleWith, contoso, otherThan, signedIn } from '../visitor.js';

/** What the walks have found, each as the shortest way that shows it. */
describe('what walks have found', () => {
  const password = 'Old-Saucer-11';
  const phone = '+49 15112345101';
  const everything = {
    methodsRequired: 2,
    methods: { text: { retiresAt: undefined }, call: { retiresAt: undefined } },
  } as const;
  const worldOf = () => contoso(everything, { people: [adeleWith({ password, phone })] });

  /** Somebody who has just proven who they are, and is about to change their number. */
  async function changing({ tenant }: ReturnType<typeof worldOf>) {
    const registrant = await signedIn(tenant);
    await registrant.start('manage');
    const { registered } = registrant.at('manage');
    const id = registered.find(({ type }) => type === 'phone')?.id ?? '';
    await registrant.answer({ action: 'change', id });
    await registrant.choose('email');
    await registrant.enter(lastCode(tenant));
    return { registrant, id };
  }

  const lastCode = (tenant: ReturnType<typeof worldOf>['tenant']): string =>
    tenant.outbox.list().findLast(({ code }) => code !== undefined)?.code ?? '';

  it('REGISTER-6: a call that is accepted after the sign-out rejects whoever asks, and nobody else', async () => {
    const world = worldOf();
    const { tenant } = world;
    const signIn = await tenant.signIn(adele, password);
    const session = signIn.outcome === 'signed-in' ? signIn.session : '';
    const { register } = tenant.forClient('local', { session });
    const call = (attemptId: string) => ({ attemptId, locale: 'en' });
    const unhandled: unknown[] = [];
    const note = (event: { readonly reason?: unknown }) => unhandled.push(event);
    const stop = onUnhandled(note);
    const list = await register?.start({ mode: 'manage' }, call('1'));
    if (list?.kind !== 'manage') throw new Error('no list');
    const chosen = await register?.advance(list.token, { action: 'add', type: 'app' }, call('2'));
    if (chosen?.kind !== 'choose-method') throw new Error('no methods');
    const method = chosen.methods.find(({ type }) => type === 'call')?.id ?? '';
    const wait = await register?.advance(
      chosen.token,
      { action: 'choose-method', method },
      call('3'),
    );
    if (wait?.kind !== 'wait') throw new Error('nothing rings');
    tenant.signOut(session);
    tenant.phoneOf(adele).press('#');
    // Platforms tell of a rejection when all that is under way is done.
    await new Promise((resolve) => setTimeout(resolve));
    stop();
    expect(unhandled).to.deep.equal([]);
    const answered = await register
      ?.advance(wait.token, { action: 'back' }, call('4'))
      .catch((error: unknown) => error);
    expect(answered).to.have.property('code', 'unauthorized');
  });

  it('REGISTER-4: a number that was removed meanwhile is not changed into a second one', async () => {
    const world = worldOf();
    const { registrant, id } = await changing(world);
    const other = await signedIn(world.tenant);
    await other.start('manage');
    world.clock.advance({ seconds: 31 });
    await other.answer({ action: 'remove', id });
    await other.choose('email');
    await other.enter(lastCode(world.tenant));
    await other.answer({ action: 'confirm' });
    await other.answer({ action: 'add', type: 'phone' });
    await other.answer({ action: 'enrol-phone', number: '+49 15112345102', channel: 'text' });
    await other.enter(lastCode(world.tenant));

    const number = '+49 15112345103';
    await registrant.answer({ action: 'enrol-phone', number, channel: 'text' });
    await registrant.enter(lastCode(world.tenant));

    expect(registrant.problems).to.deep.equal(['action-unavailable']);
    const phones = world.tenant.people[0]?.registered.filter(({ type }) => type === 'phone');
    expect(phones?.map(({ address }) => address)).to.deep.equal(['+49 15112345102']);
  });

  it('EMAIL-1, METHOD-7: an address whose mask would be longer than a hint is none', async () => {
    const { tenant } = contoso({}, { people: [person({ username: adele, password })] });
    const registrant = await signedIn(tenant);
    await registrant.start('manage');
    await registrant.answer({ action: 'add', type: 'email' });
    const enrol = (label: string) =>
      registrant.answer({ action: 'enrol-email', address: `a@mail.${label}` });
    await enrol('c'.repeat(64));
    expect(registrant.problems).to.deep.equal(['address-malformed']);
    const step = await enrol('c'.repeat(63));
    expect(step.kind).to.equal('enter-code');
    expect(mismatch(registrationStepSchema, step, true)).to.equal(undefined);
  });

  it('GATE-5: what is no longer offered is not stored, however far its proof has come', async () => {
    const world = worldOf();
    const { registrant } = await changing(world);
    await registrant.answer({ action: 'back' });
    await registrant.answer({ action: 'add', type: 'alternate-phone' });
    const number = '+49 15112345104';
    await registrant.answer({ action: 'enrol-phone', number, channel: 'text' });
    const { policy } = world.tenant;
    const off = { ...policy.methods.text, state: 'disabled' as const };
    const methods = { ...policy.methods, text: off, call: off, whatsapp: off };
    world.tenant.setPolicy({ ...policy, methodsRequired: 1, methods });
    await registrant.enter(lastCode(world.tenant));
    expect(registrant.problems).to.deep.equal(['method-unavailable']);
  });

  it('SESSION-1: what was removed elsewhere leads from its confirmation back to the list', async () => {
    const world = worldOf();
    const { registrant, id } = await changing(world);
    await registrant.answer({ action: 'back' });
    await registrant.answer({ action: 'remove', id });
    const other = await signedIn(world.tenant);
    await other.start('manage');
    world.clock.advance({ seconds: 31 });
    await other.answer({ action: 'remove', id });
    await other.choose('email');
    await other.enter(lastCode(world.tenant));
    await other.answer({ action: 'confirm' });

    const step = await registrant.answer({ action: 'skip' });
    expect(step.kind).to.equal('manage');
  });

  it('GATE-5: whoever asks for more time or for help is told at once that another proof is needed', async () => {
    const { tenant, visit } = contoso();
    for (const action of ['extend', 'contact'] as const) {
      tenant.setPolicy({ ...tenant.policy, methodsRequired: 1 });
      const visitor = visit();
      await visitor.start();
      await visitor.choose('email');
      await visitor.enter(lastCode(tenant));
      expect(visitor.at('new-password').progress).to.deep.equal({ index: 3, total: 3 });
      tenant.setPolicy({ ...tenant.policy, methodsRequired: 2 });
      await visitor.answer({ action });
      expect(visitor.at('choose-method').gate).to.deep.equal({ index: 2, total: 2 });
    }
  });

  it('THROTTLE-1: a call that was under way passes no gate of an account that is blocked meanwhile', async () => {
    const { tenant, visit } = worldOf();
    const called = visit();
    await called.start();
    await called.choose('call');
    await called.confirmTarget(phone);
    const wrong = visit();
    await wrong.start();
    await wrong.choose('app-code');
    const code = tenant.appCodeOf(adele)?.code ?? '';
    for (let tries = 0; tries < 5; tries++) await wrong.enter(otherThan(code));
    expect(wrong.at('refused').code).to.equal('blocked-until');

    expect(tenant.phoneOf(adele).press('#')).to.equal('accepted');
    await called.watch();
    expect(called.at('refused').rule).to.equal('THROTTLE-1');
    expect(called.at('refused').retryInMs).to.equal(24 * 60 * minute);
  });
});

/** Listens for rejections that nobody handles, wherever the file runs. */
function onUnhandled(note: (event: { readonly reason?: unknown }) => void): () => void {
  if (typeof process === 'object') {
    const listener = (reason: unknown) => note({ reason });
    process.on('unhandledRejection', listener);
    return () => process.off('unhandledRejection', listener);
  }
  const listener = (event: PromiseRejectionEvent) => note(event);
  addEventListener('unhandledrejection', listener);
  return () => removeEventListener('unhandledrejection', listener);
}
