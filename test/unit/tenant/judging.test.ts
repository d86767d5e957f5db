import { expect } from 'chai';
import {
  createTenants,
  type OnPremisesFacts,
  type Overrides,
  onPremises,
  type Person,
  passwordProfiles,
} from '../../../src/tenant/index.js';
import { adele, adeleWith, contoso, newPassword, Visitor } from './visitor.js';

async function atPassword(
  settings: Overrides = {},
  known: Partial<Person> = {},
  facts?: OnPremisesFacts,
) {
  const world = contoso(settings, {
    people: [
      adeleWith({
        firstName: 'Adele',
        lastName: 'Vance',
        password: 'Old-Saucer-11',
        ...(facts && { onPremises: facts }),
        ...known,
      }),
    ],
    ...(facts && {
      onPremises: onPremises({ agents: [{ domains: ['contoso.example'] }] }),
    }),
  });
  const visitor = world.visit();
  await visitor.start();
  await visitor.choose('email');
  await visitor.enter(await world.tenant.outbox.codeFor(adele));
  visitor.at('new-password');
  const judge = (password: string, token = visitor.token) =>
    world.tenant.reset.checkPassword?.(token, password, { locale: 'en' });
  const codes = async (password: string) => (await judge(password))?.map(({ code }) => code);
  return { ...world, visitor, judge, codes };
}

describe('a password that is judged while it is typed', () => {
  it('BANNED-1, BANNED-3, BANNED-4: is told to be too common, beside its field', async () => {
    const { visitor, judge } = await atPassword();
    expect(visitor.at('new-password').checks).to.equal(true);
    expect(await judge('P@ssword1')).to.deep.equal([
      { code: 'password-too-common', rule: 'BANNED-4', field: 'password' },
    ]);
  });

  it('BANNED-2: is told to hold the name of the person or of the organisation', async () => {
    const { codes } = await atPassword();
    for (const password of ['My-Vance-Teapot-77', 'C0ntoso-Teapot-77', 'ａｄｅｌｅ-Teapot-77'])
      expect(await codes(password), password).to.deep.equal(['password-has-name']);
  });

  it('BANNED-4: has nothing against it where the rest is for the page to tell', async () => {
    const { codes } = await atPassword();
    for (const password of ['', newPassword, 'xkqvzj', 'x'.repeat(1_000)])
      expect(await codes(password)).to.deep.equal([]);
  });

  it('SESSION-1: spends no token, and what is judged well is taken', async () => {
    const { visitor, judge, tenant } = await atPassword();
    for (let times = 0; times < 3; times += 1) await judge('P@ssword1');
    await visitor.setPassword();
    visitor.at('done');
    expect(await tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
  });

  it('AUDIT-3: leaves no trace: no row, no verdict, no message', async () => {
    const { tenant, judge } = await atPassword();
    const traces = () =>
      JSON.stringify([tenant.audit.list(), tenant.verdicts.list(), tenant.outbox.list()]);
    const before = traces();
    await judge('P@ssword1');
    await judge('My-Vance-Teapot-77');
    expect(traces()).to.equal(before);
  });

  it('is judged sixty times in a flow, and no more', async () => {
    const { codes, visitor } = await atPassword();
    for (let times = 0; times < 60; times += 1) expect(await codes('P@ssword1')).to.have.length(1);
    expect(await codes('P@ssword1')).to.deep.equal([]);
    await visitor.setPassword('P@ssword1');
    expect(visitor.problems).to.deep.equal(['password-too-common']);
    expect(await codes('P@ssword1')).to.deep.equal([]);
  });

  it('SESSION-1: is judged under the newest token of its step only', async () => {
    const { visitor, judge, clock, visit } = await atPassword();
    const old = visitor.token;
    await visitor.setPassword('P@ssword1');
    for (const token of [old, 'made-up', '']) expect(await judge('P@ssword1', token)).to.be.empty;
    expect(await judge('P@ssword1')).to.have.length(1);
    const other = visit();
    await other.start();
    expect(await judge('P@ssword1', other.token)).to.be.empty;
    clock.advance({ minutes: 15 });
    expect(await judge('P@ssword1')).to.be.empty;
  });

  it('SESSION-1: is judged no more once the flow is given up', async () => {
    const { visitor, judge, tenant } = await atPassword();
    await tenant.reset.cancel(visitor.token, { locale: 'en' });
    expect(await judge('P@ssword1')).to.be.empty;
  });

  it('BANNED: is not judged where the policy does not have it', async () => {
    const { visitor, codes } = await atPassword({ password: { checksWhileTyping: false } });
    expect(visitor.at('new-password')).not.to.have.property('checks');
    expect(await codes('P@ssword1')).to.deep.equal([]);
  });

  it('WRITEBACK-2: is not judged where only the domain could', async () => {
    const { visitor, codes } = await atPassword({ writeback: { enabled: true } }, {}, {});
    expect(visitor.at('new-password')).not.to.have.property('checks');
    expect(await codes('P@ssword1')).to.deep.equal([]);
  });

  it('TENANT-1: is judged by its own tenant', async () => {
    const { tenant } = contoso();
    const other = contoso({}, { name: 'Fabrikam', people: [] });
    const tenants = createTenants(other.tenant, tenant);
    const visitor = new Visitor(tenants);
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    const judged = await tenants.reset.checkPassword?.(visitor.token, 'Contoso-Tea-77', {
      locale: 'en',
    });
    expect(judged?.map(({ code }) => code)).to.deep.equal(['password-has-name']);
  });

  it('ends a call with the reason of its signal', async () => {
    const { visitor, tenant } = await atPassword();
    const call = { locale: 'en', signal: AbortSignal.abort('gone') };
    const judging = tenant.reset.checkPassword?.(visitor.token, newPassword, call);
    expect(await judging?.catch((reason: unknown) => reason)).to.equal('gone');
  });
});

describe('a password that is typed once', () => {
  const set = (visitor: Visitor, password: string, confirmation?: string) =>
    visitor.answer({
      action: 'set-password',
      password,
      ...(confirmation !== undefined && { confirmation }),
    });

  it('PASSWORD-6: is typed twice unless the policy says otherwise', async () => {
    const { visitor } = await atPassword();
    expect(visitor.at('new-password')).not.to.have.property('confirm');
    await set(visitor, newPassword);
    expect(visitor.at('new-password').problems).to.deep.equal([
      { code: 'confirmation-required', rule: 'PASSWORD-6', field: 'confirmation' },
    ]);
  });

  it('PASSWORD-6: needs no confirmation, and the step says so', async () => {
    const { visitor } = await atPassword({ password: { confirmation: 'once' } });
    expect(visitor.at('new-password').confirm).to.equal(false);
    await set(visitor, newPassword);
    visitor.at('done');
  });

  it('PASSWORD-6: has to agree with a confirmation that is sent all the same', async () => {
    const { visitor } = await atPassword({ password: { confirmation: 'once' } });
    await set(visitor, newPassword, 'Blue-Teapot-78');
    expect(visitor.problems).to.deep.equal(['confirmation-differs']);
    await set(visitor, newPassword, newPassword);
    visitor.at('done');
  });

  it('PASSWORD-6: is typed once in the profile nist', async () => {
    const { visitor } = await atPassword(passwordProfiles.nist);
    expect(visitor.at('new-password')).to.include({ confirm: false, checks: true });
    await set(visitor, 'fifteen small letters');
    visitor.at('done');
  });
});
