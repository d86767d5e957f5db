import { expect } from 'chai';
import {
  checkConfirmation,
  checkPassword,
  explainPassword,
  passwordRulesOf,
  policy,
} from '../../../src/policy/index.js';

const username = 'adele.vance@contoso.example';
const rules = passwordRulesOf(policy());
const wrong = (password: string, settings = policy()) =>
  checkPassword(passwordRulesOf(settings), password, username).map(({ rule }) => rule);

describe('the rules of a password', () => {
  it('PASSWORD-1: 8 to 256 characters', () => {
    expect(wrong('Aa1-567')).to.deep.equal(['PASSWORD-1']);
    expect(wrong('Aa1-5678')).to.deep.equal([]);
    expect(wrong(`Aa1-${'x'.repeat(252)}`)).to.deep.equal([]);
    expect(wrong(`Aa1-${'x'.repeat(253)}`)).to.deep.equal(['PASSWORD-1']);
  });

  it('PASSWORD-2: three of four classes', () => {
    expect(wrong('lowercase1')).to.deep.equal(['PASSWORD-2']);
    expect(wrong('Lowercase1')).to.deep.equal([]);
    expect(wrong('lowercase-1')).to.deep.equal([]);
  });

  it('PASSWORD-1 to 4: judge the form that is stored, whatever the width of the letters', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0));
    expect(wrong(wide('lowercase1'))).to.deep.equal(['PASSWORD-2']);
    expect(wrong(wide('Adele.vance1'))).to.deep.equal(['PASSWORD-4']);
    expect(wrong(wide('Blue-Teapot-77'))).to.deep.equal([]);
  });

  it('PASSWORD-2: a space is a symbol', () => {
    expect(wrong('lower case 1')).to.deep.equal([]);
  });

  it('PASSWORD-2: all four where the policy is stricter', () => {
    const strict = policy({ password: { classesRequired: 4 } });
    expect(wrong('Lowercase1', strict)).to.deep.equal(['PASSWORD-2']);
    expect(wrong('Lower case 1', strict)).to.deep.equal([]);
  });

  it('PASSWORD-3: a character outside the list is refused by name', () => {
    const [refused] = checkPassword(rules, 'Größe-12345', username);
    expect(refused).to.deep.equal({
      allowed: false,
      rule: 'PASSWORD-3',
      code: 'password-character',
      params: { character: 'ö' },
    });
  });

  it('PASSWORD-3: every listed symbol is taken', () => {
    expect(wrong(`Aa1 @#$%^&*-_!+=[]{}|\\:',.?/\`~"();<>`)).to.deep.equal([]);
  });

  it('PASSWORD-4: no username in it, whatever the case', () => {
    expect(wrong('My-ADELE.Vance-7')).to.deep.equal(['PASSWORD-4']);
  });

  it('PASSWORD-4: a local part of three characters may occur', () => {
    expect(checkPassword(rules, 'ann-Teapot-7', 'ann@contoso.example')).to.deep.equal([]);
  });

  it('PASSWORD-6: both fields are needed and agree', () => {
    expect(checkConfirmation('', '', 'twice')?.code).to.equal('password-required');
    expect(checkConfirmation('a', '', 'twice')?.code).to.equal('confirmation-required');
    expect(checkConfirmation('a', undefined, 'twice')?.code).to.equal('confirmation-required');
    expect(checkConfirmation('a', 'b', 'twice')?.code).to.equal('confirmation-differs');
    expect(checkConfirmation('a', 'a', 'twice')).to.equal(undefined);
  });

  it('PASSWORD-6: typed once it needs no confirmation, and one that is sent agrees', () => {
    expect(checkConfirmation('', undefined, 'once')?.code).to.equal('password-required');
    expect(checkConfirmation('a', undefined, 'once')).to.equal(undefined);
    expect(checkConfirmation('a', 'a', 'once')).to.equal(undefined);
    for (const other of ['b', ''])
      expect(checkConfirmation('a', other, 'once')?.code).to.equal('confirmation-differs');
  });

  it('PASSWORD-7: no password expires by default', () => {
    expect(policy().password.expiresAfterDays).to.equal(0);
  });

  it('PASSWORD-1 to 4: each is ticked while typing, and only the backend knows the rest', () => {
    const states = (password: string) =>
      explainPassword(rules, password, username).map(({ rule, state }) => `${rule.kind} ${state}`);
    expect(states('adele.vance')).to.deep.equal([
      'length met',
      'classes unmet',
      'characters met',
      'not-username unmet',
      'not-common undecided',
    ]);
    expect(new Set(explainPassword(rules, '', username).map(({ state }) => state))).to.deep.equal(
      new Set(['undecided']),
    );
  });
});
