import { expect } from 'chai';
import {
  checkDomainPassword,
  type DomainPasswordCase,
  type DomainPasswordPolicy,
  defaultDomainPolicy,
  domainPolicyFault,
} from '../../../src/policy/domain-password.js';
import { day, hour } from '../../../src/policy/index.js';

const now = Date.parse('2026-11-24T14:30:00Z');

/** What a new domain says of a password of Erin's, unless said otherwise. */
const judged = (
  password: string,
  known: Partial<DomainPasswordCase> = {},
  settings: Partial<DomainPasswordPolicy> = {},
) =>
  checkDomainPassword(
    { ...defaultDomainPolicy, ...settings },
    {
      password,
      accountName: 'ehagens',
      displayName: 'Erin M. Hagens',
      setAt: undefined,
      remembered: false,
      now,
      ...known,
    },
  );

const codeOf = (verdict: ReturnType<typeof judged>) => (verdict.allowed ? 'taken' : verdict.code);

describe('the password of a domain', () => {
  it('WRITEBACK-2: is taken when nothing speaks against it', () => {
    expect(judged('Blue-Teapot-77')).to.deep.equal({ allowed: true, rule: 'WRITEBACK-2' });
  });

  it('WRITEBACK-2: is too soon until the one in use is a day old, and says for how long', () => {
    expect(judged('Blue-Teapot-77', { setAt: now - hour })).to.deep.equal({
      allowed: false,
      rule: 'WRITEBACK-2',
      code: 'password-too-soon',
      params: { retryInMs: 23 * hour },
    });
    expect(codeOf(judged('Blue-Teapot-77', { setAt: now - day }))).to.equal('taken');
    expect(codeOf(judged('Blue-Teapot-77', { setAt: now - day + 1 }))).to.equal(
      'password-too-soon',
    );
    expect(codeOf(judged('Blue-Teapot-77', { setAt: now }, { minimumAgeMs: 0 }))).to.equal('taken');
  });

  it('WRITEBACK-2: is first of all too soon, since no other password would help', () => {
    expect(codeOf(judged('a', { setAt: now, remembered: true }))).to.equal('password-too-soon');
  });

  it('WRITEBACK-2: is too recent when the domain remembers it', () => {
    expect(judged('Blue-Teapot-77', { remembered: true })).to.deep.equal({
      allowed: false,
      rule: 'WRITEBACK-2',
      code: 'password-too-recent',
      params: { remembered: 24 },
    });
  });

  it('WRITEBACK-2: has seven characters at least, counted as people count', () => {
    expect(judged('Abc-12')).to.deep.include({ code: 'password-too-short', params: { min: 7 } });
    expect(codeOf(judged('Abc-123'))).to.equal('taken');
    expect(codeOf(judged('Ab-1𝒳𝒴'))).to.equal('password-too-short');
  });

  it('WRITEBACK-2: is never empty, whatever the domain asks', () => {
    const careless = { minimumLength: 0, complexity: false };
    expect(judged('', {}, careless)).to.deep.include({
      code: 'password-too-short',
      params: { min: 1 },
    });
    expect(codeOf(judged('a', {}, careless))).to.equal('taken');
  });

  const kinds: [password: string, outcome: string, why: string][] = [
    ['teapotsblue', 'password-too-simple', 'one kind'],
    ['teapots-blue', 'password-too-simple', 'two kinds'],
    ['teapots-77', 'taken', 'lower, symbol and digit'],
    ['TEAPOTS-77', 'taken', 'upper, symbol and digit'],
    ['TeapotsBlue', 'password-too-simple', 'upper and lower'],
    ['TeapotsBlue7', 'taken', 'upper, lower and digit'],
    ['ΘάλασσαΠλοίο', 'password-too-simple', 'Greek in two cases'],
    ['青い急須青い急須', 'password-too-simple', 'letters without case alone'],
    ['青い急須-teapot', 'taken', 'letters without case, symbol and lower'],
    ['teapots€£¥77', 'password-too-simple', 'currency signs, which are no symbols'],
    ['teapots blue 77', 'password-too-simple', 'spaces, which are no symbols'],
    ['teapots٧٧blue', 'password-too-simple', 'digits of another script, which are none here'],
  ];
  for (const [password, outcome, why] of kinds) {
    it(`WRITEBACK-2: of ${why} is ${outcome}`, () => {
      expect(codeOf(judged(password))).to.equal(outcome);
    });
  }

  it('WRITEBACK-2: may be of one kind and hold a name where complexity is off', () => {
    expect(codeOf(judged('teapotsblue', {}, { complexity: false }))).to.equal('taken');
    expect(codeOf(judged('erinhagens', {}, { complexity: false }))).to.equal('taken');
  });

  it('WRITEBACK-2: does not hold the whole account name, in any case', () => {
    expect(codeOf(judged('X7-eHAGENS-pot'))).to.equal('password-has-username');
    expect(codeOf(judged('X7-ehag-pots'))).to.equal('taken');
    expect(codeOf(judged('Ab-Teapot-77', { accountName: 'ab' }))).to.equal('taken');
  });

  it('WRITEBACK-2: holds no part of the display name of three characters or more', () => {
    expect(codeOf(judged('77-ERIN-Teapot'))).to.equal('password-has-name');
    expect(codeOf(judged('77-hagensTeapot', { accountName: 'other' }))).to.equal(
      'password-has-name',
    );
    expect(codeOf(judged('77-M-Teapots'))).to.equal('taken');
  });

  for (const delimiter of [',', '.', '-', '_', ' ', '#', '\t'])
    it(`WRITEBACK-2: a display name has its parts between ${JSON.stringify(delimiter)}`, () => {
      const displayName = `Erin${delimiter}Vance`;
      expect(codeOf(judged('77-vance-Teapot', { displayName }))).to.equal('password-has-name');
      expect(codeOf(judged('77-nvan-Teapot', { displayName }))).to.equal('taken');
    });

  it('WRITEBACK-2: settings that no domain can have are named', () => {
    const fault = (settings: Partial<DomainPasswordPolicy>) =>
      domainPolicyFault({ ...defaultDomainPolicy, ...settings });
    expect(fault({})).to.equal(undefined);
    expect(fault({ history: 25 })).to.equal('a history of 0 to 24 passwords, not 25');
    expect(fault({ history: 1.5 })).to.include('1.5');
    expect(fault({ minimumAgeMs: -1 })).to.equal('minimumAgeMs is 0 or more, not -1');
    expect(fault({ minimumLength: Number.NaN })).to.include('minimumLength');
    expect(fault({ lockout: { failures: -1, windowMs: 0, lockMs: 0 } })).to.include('failures');
  });
});
