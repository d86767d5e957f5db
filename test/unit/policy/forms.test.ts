import { expect } from 'chai';
import {
  checkCodeForm,
  checkUsername,
  contactRecipients,
  defaultPolicy,
  inOrder,
  maskEmail,
  policy,
  readCode,
  resetNoticeAddresses,
  toldAs,
} from '../../../src/policy/index.js';

const fits = (username: string) => checkUsername(username).allowed;

describe('usernames', () => {
  it('TENANT-2: takes the allowed characters', () => {
    expect(fits("o'hara.ann-marie_x!#^~7@contoso.example")).to.equal(true);
  });

  for (const username of [
    'adele',
    '@contoso.example',
    'adele@',
    'a@b@c',
    'adele.@contoso.example',
    'a b@contoso.example',
    'adèle@contoso.example',
    'a+b@contoso.example',
  ])
    it(`TENANT-2: ${username} is no username`, () => {
      expect(checkUsername(username)).to.include({ code: 'username-malformed', rule: 'TENANT-2' });
    });

  it('TENANT-2: 64 characters before the @, 48 after', () => {
    expect(fits(`${'a'.repeat(64)}@${'b'.repeat(48)}`)).to.equal(true);
    expect(fits(`${'a'.repeat(65)}@b.example`)).to.equal(false);
    expect(fits(`a@${'b'.repeat(49)}`)).to.equal(false);
  });

  it('TENANT-2: nothing typed is told apart from something wrong', () => {
    expect(checkUsername('')).to.include({ code: 'username-required' });
  });
});

describe('masks', () => {
  it('METHOD-7: two first characters, dots, and of the domain first letter, last letter and label', () => {
    expect(maskEmail('adele.vance@gmail.com')).to.equal('ad•••••@g••••l.com');
  });

  it('METHOD-7: one character of a local part of three or fewer', () => {
    expect(maskEmail('ann@gmail.com')).to.equal('a•••••@g••••l.com');
  });

  it('METHOD-7: case tells nothing', () => {
    expect(maskEmail('Adele.V@Gmail.COM')).to.equal(maskEmail('adele.v@gmail.com'));
  });

  it('METHOD-7: the dots never follow the length', () => {
    expect(maskEmail('adele.maria.vance.of.contoso@gmail.com')).to.equal(
      maskEmail('adel@gmail.com'),
    );
    expect(maskEmail('adele@mail.dept.contoso.co.uk')).to.equal('ad•••••@m••••o.uk');
  });
});

describe('codes as typed', () => {
  it('CODE-1: spaces and hyphens do not matter', () => {
    expect(readCode(' 123-45 6 ')).to.equal('123456');
  });

  it('CODE-1: digits of other scripts are digits', () => {
    expect(readCode('١٢٣٤٥٦')).to.equal('123456');
    expect(readCode('１２３４５６')).to.equal('123456');
  });

  it('CODE-1: what cannot be a code is told without being a try', () => {
    expect(checkCodeForm('', 6)).to.include({ code: 'code-required' });
    expect(checkCodeForm('12345', 6)).to.include({ code: 'code-malformed' });
    expect(checkCodeForm('12345a', 6)).to.include({ code: 'code-malformed' });
    expect(checkCodeForm('012345', 6).allowed).to.equal(true);
  });
});

describe('order and recipients', () => {
  it('METHOD-5: the app code stands before the mail', () => {
    expect(inOrder([{ type: 'email' }, { type: 'app-code' }])).to.deep.equal([
      { type: 'app-code' },
      { type: 'email' },
    ]);
  });

  it('NOTIFY-1: primary and alternate address, each once, else the sign-in name', () => {
    const username = 'adele@contoso.example';
    const alternateAddress = 'a@mail.example';
    expect(
      resetNoticeAddresses({ username, primaryAddress: username, alternateAddress }),
    ).to.deep.equal([username, alternateAddress]);
    expect(resetNoticeAddresses({ username, alternateAddress })).to.deep.equal([alternateAddress]);
    expect(resetNoticeAddresses({ username })).to.deep.equal([username]);
  });

  it('NOTIFY-3: Helpdesk and Password Administrators, else User, else Global Administrators', () => {
    const of = (role: string) => ({ roles: [role] });
    const [helpdesk, password, user, global] = ['Helpdesk', 'Password', 'User', 'Global'].map(
      (name) => of(`${name} Administrator`),
    );
    if (!helpdesk || !password || !user || !global) throw new Error('four roles');
    expect(contactRecipients([global, user, password, helpdesk])).to.deep.equal([
      password,
      helpdesk,
    ]);
    expect(contactRecipients([global, user])).to.deep.equal([user]);
    expect(contactRecipients([global])).to.deep.equal([global]);
    expect(contactRecipients([of('Billing Administrator')])).to.deep.equal([]);
  });

  it('NOTIFY-3: at most 100 administrators', () => {
    const many = Array.from({ length: 150 }, () => ({ roles: ['Helpdesk Administrator'] }));
    expect(contactRecipients(many)).to.have.length(100);
  });
});

describe('what a refusal tells', () => {
  const denied = { allowed: false, rule: 'SCOPE-5', code: 'account-disabled' } as const;

  it('REFUSAL-2: the detailed voice tells it as it is', () => {
    expect(toldAs({ voice: 'detailed', scope: 'all' }, denied)).to.equal(denied);
  });

  it('REFUSAL-2: the uniform voice hides what depends on the account', () => {
    expect(toldAs({ voice: 'uniform', scope: 'all' }, denied)).to.equal('hidden');
  });

  it('REFUSAL-2: the uniform voice tells what is true of the whole tenant, and to everybody', () => {
    const off = { voice: 'uniform', scope: 'none' } as const;
    expect(toldAs(off, { allowed: false, rule: 'SCOPE-1', code: 'SSPR_0009' })).to.include({
      code: 'SSPR_0009',
    });
    expect(toldAs(off, { ...denied, code: 'account-unknown' })).to.include({
      code: 'SSPR_0009',
      rule: 'SCOPE-1',
    });
  });
});

describe('a policy', () => {
  it('is changed in parts, lists as a whole', () => {
    const changed = policy({ codes: { tries: 2 }, password: { banned: { custom: ['teapot'] } } });
    expect(changed.codes).to.deep.equal({ ...defaultPolicy.codes, tries: 2 });
    expect(changed.password.banned).to.deep.equal({
      wellKnown: true,
      custom: ['teapot'],
      minPoints: 5,
    });
    expect(changed.throttles).to.deep.equal(defaultPolicy.throttles);
  });
});
