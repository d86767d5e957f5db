import { expect } from 'chai';
import { createTenants, person } from '../../../src/tenant/index.js';
import { adele, contoso, newPassword, Registrant, Visitor } from './visitor.js';

const pat = 'pat.lee@fabrikam.example';

const both = () => {
  const first = contoso({ domains: ['contoso.example'] }).tenant;
  const second = contoso(
    { methodsRequired: 2 },
    {
      name: 'Fabrikam',
      people: [
        person({ username: pat, email: 'pat@mail.example', app: true, password: 'Old-Saucer-11' }),
      ],
    },
  ).tenant;
  return { first, second, tenants: createTenants(first, second) };
};

const call = { locale: 'en' };

describe('several tenants side by side', () => {
  it('TENANT-1: the domain of a username picks one, for the branding and for the reset', async () => {
    const { tenants, second } = both();
    expect((await tenants.discover({ username: pat }, call)).branding?.name).to.equal('Fabrikam');
    expect((await tenants.discover({ username: adele }, call)).branding?.name).to.equal('Contoso');
    const visitor = new Visitor(tenants);
    await visitor.start(pat);
    expect(visitor.at('choose-method').gate).to.deep.equal({ index: 1, total: 2 });
    await visitor.choose('email');
    await visitor.enter(await second.outbox.codeFor(pat));
    await visitor.choose('app-code');
    await visitor.enter(second.appCodeOf(pat)?.code ?? '');
    await visitor.setPassword();
    expect(visitor.at('done').branding?.name).to.equal('Fabrikam');
    expect(await tenants.signIn(pat, newPassword)).to.include({ outcome: 'signed-in' });
  });

  it('TENANT-1: `whr` picks one before any username is known', async () => {
    const { tenants } = both();
    const { branding } = await tenants.discover({ domain: 'FABRIKAM.example' }, call);
    expect(branding?.name).to.equal('Fabrikam');
  });

  it('TENANT-1: a name of a domain that nobody has is led through the first one', async () => {
    const { tenants } = both();
    const visitor = new Visitor(tenants);
    await visitor.start('no.body@elsewhere.example');
    expect(visitor.at('choose-method').branding?.name).to.equal('Contoso');
  });

  it('SESSION-1: a token of one is useless in the other', async () => {
    const { tenants, first, second } = both();
    const visitor = new Visitor(tenants);
    await visitor.start(pat);
    const { token } = visitor;
    for (const adapter of [first, second]) {
      const other = new Visitor(adapter);
      await other.answer({ action: 'none-of-these' }, token);
      expect(other.at('refused')).to.include({ code: 'flow-expired' });
    }
    const forged = new Visitor(tenants);
    await forged.answer({ action: 'none-of-these' }, token.replace(/^1/, '0'));
    expect(forged.at('refused')).to.include({ code: 'flow-expired' });
    await forged.answer({ action: 'none-of-these' }, 'of nobody');
    expect(forged.at('refused')).to.include({ code: 'flow-expired' });
  });

  it('TENANT-1: a session registers in its own tenant', async () => {
    const { tenants } = both();
    const signIn = await tenants.signIn(pat, 'Old-Saucer-11');
    if (signIn.outcome !== 'signed-in') throw new Error(signIn.outcome);
    const one = new Registrant(tenants.forClient('local', { session: signIn.session }));
    await one.start('manage');
    expect(one.at('manage')).to.include({ username: pat });
    expect(tenants.tenantOf(pat).name).to.equal('Fabrikam');
    await one.adapter.register?.cancel(one.token, call);
    await one.answer({ action: 'add', type: 'phone' });
    expect(one.at('refused')).to.include({ code: 'flow-expired' });
  });

  it('watches a step of whichever tenant it is of', async () => {
    const { tenants } = both();
    const visitor = new Visitor(tenants);
    await visitor.start(pat);
    const stop = new AbortController();
    const steps = tenants.reset.watch?.(visitor.token, { ...call, signal: stop.signal });
    const next = steps?.[Symbol.asyncIterator]().next();
    stop.abort(new Error('enough'));
    expect(await next?.catch((error: unknown) => String(error))).to.equal('Error: enough');
  });
});
