import { expect } from 'chai';
import {
  allClasses,
  changedPolicy,
  checkPassword,
  checkPolicy,
  type Overrides,
  passwordProfileOf,
  passwordProfiles,
  passwordRulesOf,
  policy,
} from '../../../src/policy/index.js';

const adele = 'adele.vance@contoso.example';
const problems = (overrides: Overrides, password: string) =>
  checkPassword(passwordRulesOf(policy(overrides)), password, adele).map(({ rule }) => rule);

describe('profiles of password rules', () => {
  it('PASSWORD-1: the profile nist asks for 15 characters', () => {
    expect(problems(passwordProfiles.nist, 'fourteen chars')).to.deep.equal(['PASSWORD-1']);
    expect(problems(passwordProfiles.nist, 'fifteen letters')).to.deep.equal([]);
  });

  it('PASSWORD-2: the profile nist asks for no classes, entra for three', () => {
    expect(problems(passwordProfiles.nist, 'only lower letters')).to.deep.equal([]);
    expect(problems(passwordProfiles.entra, 'onlyletters')).to.deep.equal(['PASSWORD-2']);
  });

  it('PASSWORD-3: the profile nist takes any script, entra the characters of its list', () => {
    expect(problems(passwordProfiles.nist, 'пароль из слов 密码 كلمة')).to.deep.equal([]);
    expect(problems(passwordProfiles.entra, 'Grün-Blau-77')).to.deep.equal(['PASSWORD-3']);
  });

  it('PASSWORD-4: the profile nist bans the username too', () => {
    expect(problems(passwordProfiles.nist, 'this is adele.vance')).to.deep.equal(['PASSWORD-4']);
  });

  it('PASSWORD-6: the profile nist has it typed once, entra twice; both judge it while typing', () => {
    const typed = Object.values(passwordProfiles).map((profile) => policy(profile).password);
    expect(typed.map(({ confirmation }) => confirmation)).to.deep.equal(['twice', 'once']);
    for (const { checksWhileTyping } of typed) expect(checksWhileTyping).to.equal(true);
  });

  it('PASSWORD-2: the stricter reading asks for all four classes', () => {
    expect(problems({}, 'Lower-and-Upper')).to.deep.equal([]);
    expect(problems(allClasses, 'Lower-and-Upper')).to.deep.equal(['PASSWORD-2']);
    expect(problems(allClasses, 'Lower-and-Upper-4')).to.deep.equal([]);
  });

  it('BANNED: a profile leaves the words of the organisation as they are', () => {
    const own = policy({ password: { banned: { custom: ['fabrikam'] } } });
    for (const profile of Object.values(passwordProfiles))
      expect(changedPolicy(own, profile).password.banned).to.deep.equal(own.password.banned);
  });

  it('PASSWORD-1: each profile can be put in the place of the other', () => {
    const there = changedPolicy(policy(), passwordProfiles.nist);
    expect(changedPolicy(there, passwordProfiles.entra)).to.deep.equal(policy());
    for (const profile of Object.values(passwordProfiles))
      expect(checkPolicy(policy(profile))).to.deep.equal([]);
  });

  it('PASSWORD-1: a policy knows the name of its profile', () => {
    expect(passwordProfileOf(policy())).to.equal('entra');
    expect(passwordProfileOf(policy(passwordProfiles.nist))).to.equal('nist');
    expect(passwordProfileOf(policy(allClasses))).to.equal('custom');
    expect(passwordProfileOf(policy({ password: { minLength: 12 } }))).to.equal('custom');
    const own = { password: { banned: { custom: ['fabrikam'] } } };
    expect(passwordProfileOf(policy(own))).to.equal('entra');
  });
});
