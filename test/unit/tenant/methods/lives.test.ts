import { expect } from 'chai';
import { group, type Overrides, type Person, policy } from '../../../../src/tenant/index.js';
import { adele, contoso } from '../visitor.js';
import { allMethods, mobile, off, on, reaching, type World, wellKnown, world } from './world.js';

async function offered(at: World) {
  const visitor = at.visit();
  await visitor.start();
  return visitor.at('choose-method').methods;
}
const typesOf = async (at: World) => (await offered(at)).map(({ type }) => type);
const codeOf = async (at: World) => {
  const visitor = at.visit();
  await visitor.start();
  return visitor.at('refused').code;
};

const administrator = { roles: ['Helpdesk Administrator'] } satisfies Partial<Person>;
const noneForMembers: Overrides['methods'] = {
  'app-notification': off,
  'app-code': off,
  email: on,
  text: off,
  whatsapp: off,
  call: off,
  'office-call': off,
  questions: off,
};

describe('the methods that are offered', () => {
  it('METHOD-5: from most to least secure', async () => {
    expect(await typesOf(world({}, { methodsRequired: 2 }))).to.deep.equal([
      'app-notification',
      'app-code',
      'email',
      'text',
      'whatsapp',
      'call',
      'office-call',
      'questions',
    ]);
  });

  it('METHOD: never an alternate mobile, a passkey, Windows Hello, a temporary pass or a certificate', async () => {
    const at = world({
      apps: [],
      email: 'adele.v@mail.example',
      phone: undefined,
      officePhone: undefined,
      questions: [],
      alternatePhone: mobile,
      others: ['passkey', 'windows-hello', 'temporary-pass', 'certificate'],
    });
    expect(await typesOf(at)).to.deep.equal(['email']);
  });

  for (const [what, settings] of [
    ['a trial tenant', { trialStartedAt: Date.parse('2026-11-01T00:00:00Z') }],
    ['a free tenant', { freeTenant: true }],
  ] satisfies readonly [string, Overrides][])
    it(`METHOD-3: no calls in ${what}, for administrators neither`, async () => {
      for (const person of [{}, administrator]) {
        const types = await typesOf(world(person, settings));
        expect(types).to.include('text').and.not.include.members(['call']);
        expect(types).not.to.include('office-call');
      }
    });

  it('METHOD-4: a retiring one works until its date and says how long', async () => {
    const at = world();
    const end = Date.parse('2027-02-01T00:00:00Z');
    const left = end - at.clock.now();
    for (const { type, retiresInMs } of await offered(at))
      if (['text', 'call', 'office-call'].includes(type)) expect(retiresInMs).to.equal(left);
      else if (type !== 'questions') expect(retiresInMs, type).to.equal(undefined);
    at.clock.advance({ milliseconds: left - 1 });
    expect(await typesOf(at)).to.include.members(['text', 'call', 'office-call']);
    at.clock.advance({ milliseconds: 1 });
    expect(await typesOf(at)).to.deep.equal(['app-code', 'email', 'whatsapp', 'questions']);
    at.clock.advance({ milliseconds: Date.parse('2027-03-01T00:00:00Z') - end });
    expect(await typesOf(at)).to.deep.equal(['app-code', 'email', 'whatsapp']);
  });

  it('METHOD-4: the step of a retiring one says how long too', async () => {
    const visitor = await reaching(world(), 'text');
    expect(visitor.at('enter-code').method.retiresInMs).to.be.greaterThan(0);
  });

  it('METHOD-4, GATE-5: what retires under way proves nothing any more', async () => {
    const at = world();
    at.clock.advance({ milliseconds: Date.parse('2027-01-31T23:58:00Z') - at.clock.now() });
    const [texted, called] = [await reaching(at, 'text'), await reaching(at, 'call')];
    const code = await at.tenant.outbox.codeFor(adele);
    at.clock.advance({ seconds: 59 });
    at.tenant.phoneOf(adele).press('#');
    at.clock.advance({ seconds: 61 });
    await texted.enter(code);
    expect(texted.at('choose-method').problems).to.deep.equal([
      { code: 'method-unavailable', rule: 'GATE-5' },
    ]);
    expect(texted.at('choose-method').methods.map(({ type }) => type)).not.to.include('text');
    // Answered in time is proven in time.
    await called.watch();
    called.at('new-password');
  });

  it('METHOD-4, GATE-5: more time or another code does not outlive the end of a method', async () => {
    for (const action of ['extend', 'resend', 'back'] as const) {
      const at = world();
      at.clock.advance({ milliseconds: Date.parse('2027-01-31T23:58:00Z') - at.clock.now() });
      const visitor = await reaching(at, 'text');
      expect(visitor.at('enter-code').method?.retiresInMs).to.equal(120_000);
      at.clock.advance({ minutes: 2 });
      await visitor.answer({ action });
      const left = visitor.at('choose-method').methods.map(({ type }) => type);
      expect(left).to.deep.equal(['app-code', 'email', 'whatsapp', 'questions']);
      expect(at.tenant.outbox.list()).to.have.length(1);
    }
  });

  it('METHOD-4: administrators are told of the end too, whatever is set for members', async () => {
    const at = world(administrator, { methods: noneForMembers });
    const call = (await offered(at)).find(({ type }) => type === 'office-call');
    expect(call?.retiresInMs).to.equal(Date.parse('2027-02-01T00:00:00Z') - at.clock.now());
    at.clock.advance({ hours: 24 * 70 });
    expect(await typesOf(at)).not.to.include('office-call');
  });

  it('METHOD-4: a blocked one is for nobody', async () => {
    const methods = { text: { state: 'blocked' }, email: { state: 'blocked' } } as const;
    for (const person of [{}, administrator]) {
      const types = await typesOf(world(person, { methods }));
      expect(types).to.include('whatsapp').and.not.include('text');
      expect(types).not.to.include('email');
    }
  });

  it('METHOD-6: each for its groups, nested ones too, and for none that is excluded', async () => {
    const groups = [
      group({ id: 'staff', groups: ['sales'] }),
      group({ id: 'sales', members: [adele] }),
      group({ id: 'other' }),
    ];
    const methods = {
      ...allMethods,
      'app-code': { include: ['other'] },
      email: { include: ['staff'] },
      text: { include: ['staff'], exclude: ['sales'] },
      whatsapp: { state: 'enabled', exclude: ['other'] },
      call: { exclude: ['staff'] },
    } as const;
    const at = contoso({ methods }, { people: [wellKnown()], groups });
    expect(await typesOf(at)).to.deep.equal(['email', 'whatsapp', 'office-call', 'questions']);
  });

  it('METHOD-2: a policy with too little beside the app is refused when it is saved, with the reason', () => {
    const { tenant } = world();
    const before = tenant.policy;
    const app = { ...noneForMembers, email: off, 'app-code': on };
    for (const [methodsRequired, methods] of [
      [1, app],
      [2, { ...app, email: on }],
    ] as const) {
      const verdict = tenant.setPolicy(policy({ scope: 'all', methodsRequired, methods }));
      expect(verdict).to.include({ allowed: false, code: 'policy-refused', rule: 'METHOD-2' });
      expect(verdict).to.have.nested.property('params.why').that.is.a('string');
      expect(tenant.policy).to.equal(before);
    }
  });

  it('ADMIN-2: all but questions for administrators, whatever is set for members', async () => {
    expect(await typesOf(world(administrator, { methods: noneForMembers }))).to.deep.equal([
      'app-notification',
      'app-code',
      'email',
      'text',
      'whatsapp',
      'call',
      'office-call',
    ]);
  });

  it('GATE-3: no address of the organisation, whoever filled it in', async () => {
    const at = world({ email: 'adele@fabrikam.example' }, { domains: ['FABRIKAM.example'] });
    expect(await typesOf(at)).not.to.include('email');
    const directory = { email: 'adele.v@mail.example' };
    expect(await typesOf(world({ email: undefined, directory }))).to.include('email');
  });
});

describe('the gates', () => {
  it('GATE-4: a second number and a second way to it fill no second gate', async () => {
    const only = { apps: [], email: undefined, officePhone: undefined, questions: [] };
    const at = world(
      { ...only, directory: { phone: '+49 15187654321' } },
      { methodsRequired: 2, voice: 'detailed' },
    );
    expect(await codeOf(at)).to.equal('SSPR_0014');
  });

  it('GATE-4: the app fills one gate, however it is asked and however many there are', async () => {
    const only = { phone: undefined, email: undefined, officePhone: undefined, questions: [] };
    const apps = [{ notifications: true }, {}, { stepMs: 60_000, algorithm: 'SHA256' as const }];
    const at = world({ ...only, apps }, { methodsRequired: 2, voice: 'detailed' });
    expect(await codeOf(at)).to.equal('SSPR_0014');
  });

  it('GATE-1, GATE-4: a text and questions are two', async () => {
    const at = world({}, { methodsRequired: 2 });
    const visitor = await reaching(at, 'text');
    await visitor.enter(await at.tenant.outbox.codeFor(adele));
    const left = visitor.at('choose-method');
    expect(left.gate).to.deep.equal({ index: 2, total: 2 });
    expect(left.methods.map(({ type }) => type)).to.deep.equal([
      'app-notification',
      'app-code',
      'email',
      'office-call',
      'questions',
    ]);
  });

  for (const [what, settings, gates] of [
    ['ever', {}, 2],
    ['in the first 30 days of a trial', { trialStartedAt: Date.parse('2026-11-10T00:00Z') }, 1],
    ['after 30 days of a trial', { trialStartedAt: Date.parse('2026-10-25T00:00Z') }, 2],
    ['with neither domain nor sync', { customDomain: false }, 1],
    ['with sync only', { customDomain: false, onPremisesSync: true }, 2],
  ] satisfies readonly [string, Overrides, number][])
    it(`GATE-2: an administrator ${what} passes ${gates}`, async () => {
      const visitor = world(administrator, settings).visit();
      await visitor.start();
      expect(visitor.at('choose-method').gate?.total).to.equal(gates);
    });

  it('GATE-2, GATE-5: the 30 days end for flows under way too', async () => {
    const at = world(administrator, { trialStartedAt: Date.parse('2026-10-25T14:35:00Z') });
    const visitor = await reaching(at, 'text');
    const code = await at.tenant.outbox.codeFor(adele);
    at.clock.advance({ minutes: 4 });
    await visitor.enter(code);
    visitor.at('new-password');
    at.clock.advance({ minutes: 2 });
    await visitor.setPassword();
    expect(visitor.at('choose-method').gate).to.deep.equal({ index: 2, total: 2 });
  });

  it('GATE-5: a number that is being asked for is asked for no more once its method is disabled', async () => {
    const at = world();
    const visitor = at.visit();
    await visitor.start();
    await visitor.choose('text');
    at.tenant.setPolicy(policy({ scope: 'all', methods: { ...allMethods, text: off } }));
    await visitor.confirmTarget(mobile);
    expect(visitor.at('choose-method').problems).to.deep.equal([
      { code: 'method-unavailable', rule: 'GATE-5' },
    ]);
    expect(at.tenant.outbox.list()).to.deep.equal([]);
  });

  it('GATE-5: who has too few methods left cannot reset from then on', async () => {
    const at = world({ apps: [], email: undefined, officePhone: undefined, questions: [] });
    const visitor = await reaching(at, 'text');
    at.tenant.setPolicy(policy({ scope: 'all', methodsRequired: 2, methods: allMethods }));
    await visitor.enter(await at.tenant.outbox.codeFor(adele));
    expect(visitor.at('refused').code).to.equal('not-proven');
  });

  it('GATE-5: moving from a group to all asks nobody to register again', async () => {
    const groups = [group({ id: 'staff', members: [adele] })];
    const at = contoso(
      { scope: 'selected', scopeGroup: 'staff', methods: allMethods },
      { people: [wellKnown()], groups },
    );
    const before = await typesOf(at);
    const captcha = { kind: 'none' } as const;
    at.tenant.setPolicy(policy({ scope: 'all', methods: allMethods, captcha }));
    expect(await typesOf(at)).to.deep.equal(before);
  });
});
