import { expect } from 'chai';
import type { KnownMethodType } from '../../../src/contract/index.js';
import {
  administratorRoles,
  day,
  enoughMethods,
  isAdministrator,
  lifeOf,
  methodOrder,
  type Overrides,
  policy,
  type Subject,
  usableMethods,
} from '../../../src/policy/index.js';
import { subject } from './builders.js';

const now = Date.parse('2026-11-24T14:30:00Z');
const enabled = { state: 'enabled' } as const;
const everything = {
  whatsapp: enabled,
  'office-call': enabled,
  questions: enabled,
} as const;

/** Somebody with data for every method. */
const all = (known: Partial<Subject> = {}) =>
  subject({ enrolled: methodOrder.toReversed().map((type) => ({ type })), ...known });
const administrator = all({ roles: ['Helpdesk Administrator'] });

const usable = (overrides: Overrides, who = all(), at = now): readonly KnownMethodType[] =>
  usableMethods(policy({ methods: everything, ...overrides }), who, at).map(({ type }) => type);

describe('what can be used', () => {
  it('METHOD-5: all methods stand from most to least secure', () => {
    expect(usable({ methodsRequired: 2 })).to.deep.equal([
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

  it('METHOD-1: with one proof the app has its code only, with two a notification too', () => {
    expect(usable({ methodsRequired: 1 }))
      .to.include('app-code')
      .and.not.include('app-notification');
    expect(usable({ methodsRequired: 2 })).to.include('app-notification');
  });

  it('METHOD-1, GATE-2: an administrator, who needs two, has notifications whatever members need', () => {
    expect(usable({ methodsRequired: 1 }, administrator)).to.include('app-notification');
    const oneGate = { methodsRequired: 2, customDomain: false } as const;
    expect(usable(oneGate, administrator)).not.to.include('app-notification');
  });

  it('METHOD-3: nobody is called in a trial or a free tenant, not even an administrator', () => {
    for (const silent of [{ trialStartedAt: now - 99 * day }, { freeTenant: true }])
      for (const who of [all(), administrator]) {
        expect(usable(silent, who)).to.include('text');
        for (const voice of ['call', 'office-call'] as const)
          expect(usable(silent, who)).not.to.include(voice);
      }
    expect(usable({})).to.include.members(['call', 'office-call']);
  });

  it('METHOD-4: a method works until its date and not from then on', () => {
    const retiresAt = now + day;
    const methods = { ...everything, email: { retiresAt } };
    expect(usable({ methods }, all(), retiresAt - 1)).to.include('email');
    expect(usable({ methods }, all(), retiresAt)).not.to.include('email');
  });

  it('METHOD-4: texts and calls end with January 2027, questions with February', () => {
    const at = (date: string) => usable({}, all(), Date.parse(date));
    expect(at('2027-01-31T23:59:59Z')).to.include.members(['text', 'call', 'office-call']);
    expect(at('2027-02-01T00:00:00Z')).to.deep.equal([
      'app-code',
      'email',
      'whatsapp',
      'questions',
    ]);
    expect(at('2027-03-01T00:00:00Z')).to.deep.equal(['app-code', 'email', 'whatsapp']);
  });

  it('METHOD-4: a life is enabled, retiring or disabled', () => {
    const setting = {
      state: 'enabled',
      retiresAt: undefined,
      include: 'everyone',
      exclude: [],
    } as const;
    expect(lifeOf(setting, now)).to.equal('enabled');
    expect(lifeOf({ ...setting, retiresAt: now + 1 }, now)).to.equal('retiring');
    expect(lifeOf({ ...setting, retiresAt: now }, now)).to.equal('disabled');
    for (const state of ['disabled', 'blocked'] as const)
      expect(lifeOf({ ...setting, state, retiresAt: now + 1 }, now)).to.equal('disabled');
  });

  it('METHOD-4, ADMIN-2: what is blocked or has ended has ended for administrators too', () => {
    const email = (setting: object) =>
      usable({ methods: { ...everything, email: setting } }, administrator);
    expect(email({ state: 'disabled' })).to.include('email');
    expect(email({ state: 'blocked' })).not.to.include('email');
    expect(email({ retiresAt: now })).not.to.include('email');
  });

  it('ADMIN-2: administrators never use questions', () => {
    expect(usable({})).to.include('questions');
    expect(usable({}, administrator)).not.to.include('questions');
  });

  it('QUESTION-1: questions count from as many on as are asked', () => {
    const answered = (count: number) =>
      usable({}, all({ enrolled: [{ type: 'questions', count }] })).includes('questions');
    expect(answered(2)).to.equal(false);
    expect(answered(3)).to.equal(true);
  });

  it('ADMIN-1: each role of the list makes an administrator, and one is enough', () => {
    expect(administratorRoles).to.have.length(29);
    for (const role of administratorRoles)
      expect(isAdministrator(['Reports Reader', role]), role).to.equal(true);
    expect(isAdministrator(['Reports Reader'])).to.equal(false);
  });

  it('METHOD-6: a member of an excluded group may not, though in an included one', () => {
    const email = { include: ['staff'], exclude: ['interns'] };
    const groups = (...ids: string[]) =>
      usable({ methods: { email } }, all({ groups: new Set(ids) })).includes('email');
    expect(groups('staff')).to.equal(true);
    expect(groups('other')).to.equal(false);
    expect(groups('staff', 'interns')).to.equal(false);
  });
});

describe('families', () => {
  const enough = (methodsRequired: 1 | 2, ...types: KnownMethodType[]) =>
    enoughMethods(
      policy({ methodsRequired, methods: everything }),
      subject({ enrolled: types.map((type) => ({ type })) }),
      now,
    ).allowed;

  it('GATE-4: the ways to reach one number fill one gate', () => {
    expect(enough(1, 'text', 'whatsapp', 'call')).to.equal(true);
    expect(enough(2, 'text', 'whatsapp', 'call')).to.equal(false);
    expect(enough(2, 'app-notification', 'app-code')).to.equal(false);
  });

  it('GATE-4: any two families fill two gates', () => {
    const families = ['app-code', 'email', 'text', 'office-call', 'questions'] as const;
    for (const one of families)
      for (const other of families)
        expect(enough(2, one, other), `${one}, ${other}`).to.equal(one !== other);
  });
});
