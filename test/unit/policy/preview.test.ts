import { expect } from 'chai';
import {
  day,
  deny,
  type Enrolled,
  mayReset,
  type Overrides,
  type PreviewOptions,
  policy,
  previewPolicy,
  type Subject,
} from '../../../src/policy/index.js';
import { subject } from './builders.js';

const now = Date.parse('2026-11-24T14:30:00Z');
const named = (name: string, known: Partial<Subject> = {}) =>
  subject({ username: `${name}@contoso.example`, ...known });
const holding = (name: string, ...types: Enrolled['type'][]) =>
  named(name, { enrolled: types.map((type) => ({ type })) });

const open = { scope: 'all' } as const;

/** What changes from one policy to another, both for everyone unless they say otherwise. */
const previewed = (
  before: Overrides,
  after: Overrides,
  people: readonly Subject[],
  options?: PreviewOptions,
) =>
  previewPolicy(
    policy({ ...open, ...before }),
    policy({ ...open, ...after }),
    people,
    now,
    options,
  );

describe('the preview of a policy', () => {
  it('GATE-5: says nothing of a change that nobody notices', () => {
    const preview = previewed({}, { notifyUsers: false }, [named('adele'), named('bea')]);
    expect(preview.people).to.deep.equal([]);
    expect(preview.counts).to.deep.equal({
      people: 2,
      ableBefore: 2,
      ableAfter: 2,
      becomeUnable: 0,
      becomeAble: 0,
      unableBy: {},
      losing: {},
    });
  });

  it('GATE-5, GATE-1: names who becomes unable by a second proof, and why', () => {
    const both = holding('bea', 'email', 'app-code');
    const { people, counts } = previewed({}, { methodsRequired: 2 }, [
      holding('adele', 'email'),
      both,
    ]);
    const [adele] = people.filter(({ change }) => change !== 'stays-able');
    expect(adele).to.deep.include({ username: 'adele@contoso.example', change: 'becomes-unable' });
    expect(adele?.before).to.deep.include({ gates: 1, methods: ['email'] });
    expect(adele?.before.verdict.allowed).to.equal(true);
    expect(adele?.after).to.deep.include({
      verdict: deny('GATE-3', 'SSPR_0014', { needed: 2, usable: 1 }),
      gates: 2,
      methods: ['email'],
    });
    expect(counts).to.deep.include({ ableBefore: 2, ableAfter: 1, becomeUnable: 1 });
    expect(counts.unableBy).to.deep.equal({ 'GATE-3': 1 });
  });

  it('GATE-5, SCOPE-1: names who becomes able by a wider scope, and who is told another reason', () => {
    const sales = named('sales', { groups: new Set(['sales']) });
    const legal = named('legal', { groups: new Set(['legal']) });
    const { people, counts } = previewed(
      { scope: 'none' },
      { scope: 'selected', scopeGroup: 'sales' },
      [sales, legal],
    );
    expect(people.map(({ username, change }) => [username, change])).to.deep.equal([
      ['sales@contoso.example', 'becomes-able'],
      ['legal@contoso.example', 'stays-unable'],
    ]);
    expect(people[1]?.before.verdict).to.include({ code: 'SSPR_0009', rule: 'SCOPE-1' });
    expect(people[1]?.after.verdict).to.include({ code: 'SSPR_0013', rule: 'SCOPE-1' });
    expect(counts).to.include({ becomeAble: 1, becomeUnable: 0 });
  });

  it('GATE-5, SCOPE-2: counts the administrators whom a switch turns away', () => {
    const gail = named('gail', { roles: ['Global Administrator'] });
    const { counts } = previewed({}, { adminsMayReset: false }, [gail, named('adele')]);
    expect(counts.unableBy).to.deep.equal({ 'SCOPE-2': 1 });
  });

  it('METHOD-6: names who loses a method, though able still', () => {
    const intern = named('ines', { groups: new Set(['interns']) });
    const { people, counts } = previewed({}, { methods: { email: { exclude: ['interns'] } } }, [
      intern,
      named('adele'),
    ]);
    expect(people).to.have.length(1);
    expect(people[0]).to.deep.include({ change: 'stays-able', loses: ['email'], gains: [] });
    expect(counts.losing).to.deep.equal({ email: 1 });
  });

  it('METHOD-1: a notification is gained with the second proof', () => {
    const app = holding('adele', 'app-notification', 'app-code', 'email');
    const { people } = previewed({}, { methodsRequired: 2 }, [app]);
    expect(people[0]).to.deep.include({ loses: [], gains: ['app-notification'] });
  });

  it('METHOD-4: the same policy later shows what the end of a method does', () => {
    const people = [holding('adele', 'text', 'call'), holding('bea', 'text', 'email')];
    const end = Date.parse('2027-02-01T00:00:00Z');
    expect(previewed({}, {}, people, { later: end - 1 }).people).to.deep.equal([]);
    const { people: changed, counts } = previewed({}, {}, people, { later: end });
    expect(changed.map(({ username, change, loses }) => [username, change, loses])).to.deep.equal([
      ['adele@contoso.example', 'becomes-unable', ['text', 'call']],
      ['bea@contoso.example', 'stays-able', ['text']],
    ]);
    expect(counts.losing).to.deep.equal({ text: 2, call: 1 });
  });

  it('GATE-2: the same policy later shows the end of a trial', () => {
    const gail = { ...holding('gail', 'email'), roles: ['Global Administrator'] };
    const trial = { trialStartedAt: now };
    const { people } = previewed(trial, trial, [gail], { later: now + 30 * day });
    expect(people[0]).to.include({ change: 'becomes-unable' });
  });

  it('WRITEBACK-1: asks whether a password can be written under each policy', () => {
    const adele = named('adele', { source: 'on-premises' });
    const { people } = previewed(
      { writeback: { enabled: true } },
      { writeback: { enabled: false } },
      [adele],
      {
        reachable: ({ writeback }) =>
          writeback.enabled ? undefined : () => deny('WRITEBACK-1', 'SSPR_0010'),
      },
    );
    expect(people[0]?.after.verdict).to.include({ code: 'SSPR_0010', rule: 'WRITEBACK-1' });
  });

  it('SCOPE-6: decides as a reset itself does', () => {
    const people = [
      named('adele'),
      named('guest', { kind: 'guest' }),
      named('poor', { licence: 'free' }),
      named('gone', { enabled: false }),
      holding('bare'),
    ];
    const after = policy({ ...open, methodsRequired: 2 });
    const preview = previewPolicy(policy(), after, people, now);
    for (const { username, after: standing } of preview.people) {
      const one = people.find((who) => who.username === username);
      expect(standing.verdict).to.deep.equal(mayReset(after, one, now).at(-1));
    }
    expect(preview.people.map(({ username }) => username.split('@')[0])).to.deep.equal([
      'adele',
      'poor',
      'gone',
      'bare',
    ]);
  });
});

describe('what a preview says of accessibility', () => {
  const asked = { methods: { questions: { state: 'enabled' } } } as const;
  const questions = holding('quentin', 'questions');
  const questionsAndMail = holding('mia', 'questions', 'email');

  it('CAPTCHA-2: questions as the only way fail WCAG 3.3.8', () => {
    const preview = previewed({}, asked, [questions, questionsAndMail, holding('bare')]);
    expect(preview.accessibility).to.deep.equal([
      {
        criterion: 'WCAG 2.2 SC 3.3.8',
        rule: 'CAPTCHA-2',
        because: 'questions-only',
        usernames: ['quentin@contoso.example'],
      },
    ]);
  });

  it('CAPTCHA-2: questions that one of two gates cannot do without fail as well', () => {
    const { accessibility } = previewed({}, { ...asked, methodsRequired: 2 }, [
      questionsAndMail,
      holding('ann', 'questions', 'email', 'text'),
    ]);
    expect(accessibility.map(({ usernames }) => usernames)).to.deep.equal([
      ['mia@contoso.example'],
    ]);
  });

  it('CAPTCHA-2: the end of another way leaves questions alone', () => {
    const who = [holding('tom', 'questions', 'text')];
    expect(previewed(asked, asked, who).accessibility).to.deep.equal([]);
    const later = Date.parse('2027-02-01T00:00:00Z');
    expect(previewed(asked, asked, who, { later }).accessibility).to.have.length(1);
  });

  it('CAPTCHA-2: a picture has a way without a puzzle; for an external captcha nobody here can say', () => {
    const because = (captcha: Overrides['captcha']) =>
      previewed({}, { captcha }, [named('adele'), holding('bare')]).accessibility.map(
        ({ because: why, usernames }) => [why, ...usernames],
      );
    expect(because({ kind: 'picture' })).to.deep.equal([]);
    expect(because({ kind: 'external', provider: 'p', siteKey: 'k' })).to.deep.equal([
      ['external-captcha', 'adele@contoso.example'],
    ]);
  });
});
