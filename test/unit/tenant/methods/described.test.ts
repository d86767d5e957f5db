import { expect } from 'chai';
import {
  createTenant,
  type DescribedMethod,
  type Overrides,
  type PublicPerson,
  person,
} from '../../../../src/tenant/index.js';
import {
  adele,
  adeleWith,
  attempt,
  contoso,
  newPassword,
  nobody,
  shape,
  signedIn,
} from '../visitor.js';

const right = { badge: '4711', pin: '9' };

/** A badge with a PIN that is in no rule of ours; everybody has the same one here. */
function badge(more: Partial<DescribedMethod> = {}) {
  const asked: (readonly [PublicPerson | undefined, Readonly<Record<string, string>>])[] = [];
  const method: DescribedMethod = {
    type: 'badge',
    label: { en: 'Your badge', de: 'Ihr Ausweis' },
    lead: 'Hold it ready.',
    fields: [
      { name: 'badge', type: 'numeric', label: { en: 'Number', de: 'Nummer' }, maxLength: 8 },
      { name: 'pin', type: 'password', label: 'PIN', hint: { en: 'On the back' } },
      { name: 'site', type: 'text', label: 'Site', required: false },
    ],
    verify: (who, values) => {
      asked.push([who, values]);
      return values.badge === right.badge && values.pin === right.pin;
    },
    ...more,
  };
  return { method, asked };
}

function world(settings: Overrides = {}, more: Partial<DescribedMethod> = {}, known = {}) {
  const { method, asked } = badge(more);
  const people = [adeleWith({ password: 'Old-Saucer-11', ...known })];
  return { ...contoso(settings, { people, describedMethods: [method] }), asked };
}

async function atForm(one = world()) {
  const visitor = one.visit();
  await visitor.start();
  await visitor.choose('badge');
  const fill = (values: Readonly<Record<string, string>>) =>
    visitor.answer({ action: 'fill-form', values });
  return { ...one, visitor, fill };
}

describe('a method that an organisation describes', () => {
  it('METHOD-5: is offered with its label, after the known ones', async () => {
    const visitor = world().visit();
    await visitor.start();
    const { methods } = visitor.at('choose-method');
    expect(methods.map(({ type, label }) => [type, label])).to.deep.equal([
      ['app-code', undefined],
      ['email', undefined],
      ['badge', 'Your badge'],
    ]);
  });

  it('GATE-1: is proven by its fields, in the language of the flow', async () => {
    const { tenant } = world();
    const call = () => ({ ...attempt(), locale: 'de' });
    const first = await tenant.reset.start({ username: adele }, call());
    if (first.kind !== 'choose-method') throw new Error(first.kind);
    const method = first.methods.find(({ type }) => type === 'badge');
    const step = await tenant.reset.advance(
      first.token,
      { action: 'choose-method', method: method?.id ?? '' },
      call(),
    );
    if (step.kind !== 'form') throw new Error(step.kind);
    expect(step).to.deep.include({
      title: 'Ihr Ausweis',
      lead: 'Hold it ready.',
      method: { id: method?.id, type: 'badge', label: 'Ihr Ausweis' },
      gate: { index: 1, total: 1 },
    });
    expect(step.fields).to.deep.equal([
      { name: 'badge', type: 'numeric', label: 'Nummer', required: true, maxLength: 8 },
      { name: 'pin', type: 'password', label: 'PIN', required: true, hint: 'On the back' },
      { name: 'site', type: 'text', label: 'Site', required: false },
    ]);
    expect(step.actions.map(({ name }) => name)).to.include.members(['other-method', 'back']);
  });

  it('GATE-1: leads to a new password, and its judge is told who it is and what was typed', async () => {
    const { visitor, fill, asked, tenant } = await atForm();
    await fill({ ...right, site: 'Berlin', more: 'than was asked' });
    await visitor.setPassword();
    visitor.at('done');
    expect(await tenant.signIn(adele, newPassword)).to.include({ outcome: 'signed-in' });
    expect(asked.map(([who, values]) => [who?.username, values])).to.deep.equal([
      [adele, { ...right, site: 'Berlin' }],
    ]);
    expect(asked[0]?.[0]).not.to.have.any.keys('password', 'email', 'app');
  });

  it('GATE-4: is a family of its own', async () => {
    const { visitor, fill, tenant } = await atForm(world({ methodsRequired: 2 }));
    await fill(right);
    expect(visitor.notices).to.deep.equal(['proof-accepted']);
    expect(visitor.at('choose-method').methods.map(({ type }) => type)).not.to.include('badge');
    await visitor.choose('app-code');
    await visitor.enter(tenant.appCodeOf(adele)?.code ?? '');
    visitor.at('new-password');
  });

  it('GATE-3: counts for who has nothing else, and keeps them from no sign-in', async () => {
    const only = world({ voice: 'detailed' }, {}, { email: undefined, app: false });
    const { visitor, fill, tenant } = await atForm(only);
    expect(visitor.actions).not.to.include('other-method');
    await fill(right);
    visitor.at('new-password');
    expect(await tenant.signIn(adele, 'Old-Saucer-11')).to.include({ due: undefined });
  });

  it('GATE-3: is there for those who have it only', async () => {
    const visitor = world({}, { isFor: ({ username }) => username !== adele }).visit();
    await visitor.start();
    expect(visitor.at('choose-method').methods.map(({ type }) => type)).not.to.include('badge');
  });

  it('ADMIN-2: is not there for administrators', async () => {
    const visitor = world({}, {}, { roles: ['User Administrator'] }).visit();
    await visitor.start();
    expect(visitor.at('choose-method').methods.map(({ type }) => type)).not.to.include('badge');
  });

  it('REGISTER-6: gives a fresh proof', async () => {
    const one = await signedIn(world().tenant);
    await one.start('manage');
    await one.answer({ action: 'add', type: 'phone' });
    await one.choose('badge');
    expect(one.at('form').purpose).to.equal('fresh-proof');
    await one.answer({ action: 'fill-form', values: right });
    one.at('enrol-phone');
  });

  it('AUDIT-2: is written down by its name, and nothing that was typed is', async () => {
    const { fill, tenant } = await atForm();
    await fill({ badge: '12345', pin: 'secret' });
    await fill(right);
    const rows = tenant.audit.list().filter(({ method }) => method === 'badge');
    expect(rows.map(({ reason }) => reason)).to.deep.equal([
      'Verification option started',
      'Verification option failed',
      'Verification option completed',
    ]);
    expect(JSON.stringify([tenant.audit.list(), tenant.verdicts.list()])).not.to.match(
      /12345|secret|4711/,
    );
    expect(tenant.usage().resets['24h'].byMethod).to.deep.equal({});
  });
});

describe('what is wrong with its fields', () => {
  it('GATE-1: a field that is empty is told beside it, and asks nobody', async () => {
    const { visitor, fill, asked } = await atForm();
    await fill({ badge: ' ' });
    expect(visitor.at('form').problems).to.deep.equal([
      { code: 'field-required', rule: 'GATE-1', field: 'badge' },
      { code: 'field-required', rule: 'GATE-1', field: 'pin' },
    ]);
    await fill(JSON.parse('{"__proto__": {"badge": "4711", "pin": "9"}}'));
    expect(visitor.problems).to.deep.equal(['field-required', 'field-required']);
    expect(asked).to.deep.equal([]);
  });

  it('GATE-1: a field is empty that was not sent, whatever it is called', async () => {
    const fields = [{ name: 'constructor', type: 'text', label: 'Constructor' }];
    const { visitor, fill, asked } = await atForm(world({}, { fields }));
    await fill({});
    expect(visitor.problems).to.deep.equal(['field-required']);
    await fill({ constructor: 'Ada' });
    expect(asked.map(([, values]) => values)).to.deep.equal([{ constructor: 'Ada' }]);
  });

  it('GATE-1: what is longer than its field proves nothing, whatever the judge says', async () => {
    const { visitor, fill } = await atForm(world({}, { verify: () => true }));
    await fill({ badge: '123456789', pin: '1' });
    expect(visitor.problems).to.deep.equal(['values-wrong']);
    await fill({ badge: '12345678', pin: '1' });
    visitor.at('new-password');
  });

  it('GATE-1: what does not match is told of the whole', async () => {
    const { visitor, fill } = await atForm();
    await fill({ ...right, pin: '8' });
    expect(visitor.at('form').problems).to.deep.equal([{ code: 'values-wrong', rule: 'GATE-1' }]);
  });

  it('THROTTLE-1: five wrong ones block the account', async () => {
    const { visitor, fill } = await atForm();
    for (let times = 0; times < 4; times += 1) await fill({ ...right, pin: '8' });
    visitor.at('form');
    await fill({ ...right, pin: '8' });
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-1' });
  });

  it('THROTTLE-1: is counted before it is judged, so that many at once gain nothing', async () => {
    const one = world();
    const visitors = await Promise.all(
      Array.from({ length: 8 }, async () => (await atForm(one)).visitor),
    );
    await Promise.all(
      visitors.map((visitor) =>
        visitor.answer({ action: 'fill-form', values: { ...right, pin: '8' } }),
      ),
    );
    expect(one.asked).to.have.length(5);
    for (const visitor of visitors) expect(visitor.at('refused').code).to.equal('blocked-until');
  });

  it('THROTTLE-1: a guess under a spent token is a guess, and is shown to nobody', async () => {
    const { visitor, fill, tenant, asked } = await atForm();
    const { token } = visitor;
    await fill({ ...right, pin: '8' });
    for (let times = 0; times < 4; times += 1)
      await tenant.reset.advance(token, { action: 'fill-form', values: right }, attempt());
    expect(asked).to.have.length(1);
    await fill(right);
    expect(visitor.at('refused').code).to.equal('blocked-until');
  });

  it('SESSION-1: of several right ones at once one wins', async () => {
    const { visitor, tenant } = await atForm(world({ methodsRequired: 2 }));
    const { token } = visitor;
    const steps = await Promise.all(
      [1, 2, 3].map(() =>
        tenant.reset.advance(token, { action: 'fill-form', values: right }, attempt()),
      ),
    );
    expect(steps.map(({ kind }) => kind)).to.deep.equal(['choose-method', 'refused', 'refused']);
  });

  for (const [what, verify] of [
    [
      'throws',
      () => {
        throw new Error('The reader is off.');
      },
    ],
    ['rejects', async () => Promise.reject(new Error('The reader is off.'))],
    ['answers something else than yes', () => 'yes' as never],
  ] satisfies [string, DescribedMethod['verify']][])
    it(`GATE-1: a judge that ${what} proves nothing`, async () => {
      const { visitor, fill } = await atForm(world({}, { verify }));
      await fill(right);
      expect(visitor.problems).to.deep.equal(['values-wrong']);
    });

  it('SESSION-1: other answers are none of a form', async () => {
    const { visitor } = await atForm();
    await visitor.enter('4711');
    expect(visitor.at('form').problems[0]?.code).to.equal('action-unavailable');
    await visitor.answer({ action: 'other-method' });
    await visitor.answer({ action: 'fill-form', values: right });
    expect(visitor.at('choose-method').problems[0]?.code).to.equal('action-unavailable');
  });
});

describe('the decoy of a described method', () => {
  it('REFUSAL-2: reads like that of a person, and nothing is ever right', async () => {
    const seen = [];
    for (const name of [adele, nobody]) {
      const { visit, asked } = world();
      const visitor = visit();
      const steps = [await visitor.start(name), await visitor.choose('badge')];
      for (const pin of ['', '8', '7', '6', '5', '4'])
        steps.push(await visitor.answer({ action: 'fill-form', values: { ...right, pin } }));
      seen.push(steps.map((step) => shape(step, [adele, nobody])));
      expect(asked).to.have.length(5);
    }
    expect(seen[1]).to.deep.equal(seen[0]);
    const { visit, asked } = world();
    const visitor = visit();
    await visitor.start(nobody);
    await visitor.choose('badge');
    await visitor.answer({ action: 'fill-form', values: right });
    expect(visitor.problems).to.deep.equal(['values-wrong']);
    expect(asked[0]?.[0]).to.equal(undefined);
  });
});

describe('a description that cannot be', () => {
  const fault =
    (...methods: readonly DescribedMethod[]) =>
    () =>
      createTenant({
        name: 'Contoso',
        people: [person({ username: adele })],
        describedMethods: methods,
      });
  const { method } = badge();

  for (const [what, methods] of [
    ['a name that is none', [{ ...method, type: '<b>' }]],
    ['the name of a known method', [{ ...method, type: 'email' }]],
    ['one name for two', [method, method]],
    ['no fields', [{ ...method, fields: [] }]],
    ['two fields of one name', [{ ...method, fields: [...method.fields, ...method.fields] }]],
  ] satisfies [string, DescribedMethod[]][])
    it(`is refused with ${what}`, () => {
      expect(fault(...methods)).to.throw(TypeError);
    });
});
