import { expect } from '@open-wc/testing';
import { appCode, codeFrom, type ResetPage } from '../../src/testing/index.js';
import { atCode, atPassword } from './journey-steps.js';
import { adapterOver, adele, maria, newPassword, open, world } from './reset-world.js';

/** The words are beside the field, and the field refers to them. */
function expectProblem(page: ResetPage, field: string, words: string) {
  expect(page.problem(field)).to.equal(words);
  const input = page.field(field);
  expect(input.ariaInvalid).to.equal('true');
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  const described = ids.map((id) => page.form.querySelector(`#${id}`)?.textContent?.trim() ?? '');
  expect(described).to.include(words);
}

const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

describe('a username', () => {
  it('that is missing is asked for, without asking the backend', async () => {
    const where = world();
    let asked = 0;
    const adapter = adapterOver(where.tenant, {
      start: (...call) => {
        asked += 1;
        return where.tenant.reset.start(...call);
      },
    });
    const page = await open(where, { adapter });
    for (const empty of ['', '   ']) {
      await page.identify(empty);
      expectProblem(page, 'username', 'Type your username.');
    }
    expect(asked).to.equal(0);
    expect(page.summary).to.deep.equal([]);
  });

  for (const typed of ['adele', 'adele@', '@contoso.example', 'adele vance@contoso.example'])
    it(`such as “${typed}” is kept, and what is missing is said beside it`, async () => {
      const page = await open(world());
      await page.identify(typed);
      expect(page.stepKind).to.equal('identify');
      expectProblem(page, 'username', 'Type the whole username, such as name@example.com.');
      expect(page.field('username').value).to.equal(typed);
    });

  it('may have white space around it and any case', async () => {
    const page = await open(world());
    await page.identify(`  ${maria.toUpperCase()}\t`);
    await page.step('choose-method');
  });

  it('that is right after a wrong one goes on', async () => {
    const page = await open(world());
    await page.identify('adele');
    await page.identify(maria);
    await page.step('choose-method');
    expect(page.problems).to.deep.equal([]);
  });
});

describe('a code', () => {
  it('that is missing or is none is told apart, and costs no try', async () => {
    const page = await atCode(world());
    await page.enterCode('');
    expectProblem(page, 'code', 'Type the code.');
    for (const typed of ['12345', '1234567', '12a456', 'abcdef', '12.456']) {
      await page.enterCode(typed);
      expectProblem(page, 'code', 'The code has 6 digits and nothing else.');
      expect(page.field('code').value).to.equal(typed);
    }
    expect(page.text).to.contain('Tries left: 3');
  });

  it('that is wrong by mail leads to the newest mail', async () => {
    const where = world();
    const page = await atCode(where);
    await page.enterCode(wrongFor(await codeFrom(where.tenant, adele)));
    expectProblem(page, 'code', 'That code is not the one we sent last. Check the newest email.');
  });

  it('that is wrong from an app leads to the next one', async () => {
    const where = world();
    const page = await atCode(where, 'app-code');
    await page.enterCode(wrongFor(appCode(where.tenant, adele)));
    expectProblem(
      page,
      'code',
      'That code is not the one your app shows now. Wait for the next one and type that.',
    );
  });

  it('of an app that was used before is told so', async () => {
    const where = world();
    const first = await atCode(where, 'app-code');
    await first.enterCode(appCode(where.tenant, adele));
    await first.step('new-password');
    const second = await atCode(where, 'app-code');
    await second.enterCode(appCode(where.tenant, adele));
    expectProblem(
      second,
      'code',
      'That code was used already. Wait for the next one and type that.',
    );
  });

  const spelled: Readonly<Record<string, (code: string) => string>> = {
    'with spaces': (code) => ` ${code.slice(0, 3)} ${code.slice(3)} `,
    'with hyphens': (code) => `${code.slice(0, 3)}-${code.slice(3)}`,
    'with a no-break space and a dash': (code) =>
      `${code.slice(0, 2)}\u00a0${code.slice(2, 4)}\u2013${code.slice(4)}`,
    'in Arabic-Indic digits': (code) =>
      code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
    'in Persian digits': (code) =>
      code.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit))),
    'in full width': (code) =>
      code.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
    'with marks of direction': (code) => `\u200e${code}\u200f`,
  };
  for (const [way, spell] of Object.entries(spelled))
    it(`typed ${way} is the same code`, async () => {
      const where = world();
      const page = await atCode(where);
      await page.enterCode(spell(await codeFrom(where.tenant, adele)));
      await page.step('new-password');
    });

  it('can be pasted, and nothing is sent before the person says so', async () => {
    const where = world();
    const page = await atCode(where);
    const code = await codeFrom(where.tenant, adele);
    const paste = new Event('paste', { bubbles: true, cancelable: true, composed: true });
    expect(page.field('code').dispatchEvent(paste), 'paste is not prevented').to.equal(true);
    page.type('code', code);
    await page.element.updateComplete;
    expect(page.busy).to.equal(false);
    expect(page.stepKind).to.equal('enter-code');
    expect(page.field('code').getAttribute('autocomplete')).to.equal('one-time-code');
    expect(page.field('code').inputMode).to.equal('numeric');
  });

  it('asked for too soon from another tab is told in words', async () => {
    const where = world();
    const page = await atCode(where, 'email', {
      adapter: adapterOver(where.tenant, {
        // A page whose clock runs ahead shows the button early.
        start: async (...call) => where.tenant.reset.start(...call),
        advance: async (...call) => {
          const step = await where.tenant.reset.advance(...call);
          return { ...step, actions: step.actions.map(({ readyInMs: _, ...action }) => action) };
        },
      }),
    });
    await page.press('Send a new code');
    expect(page.problem('code')).to.contain('The last code is still on its way.');
  });
});

describe('a new password', () => {
  const broken: Readonly<Record<string, readonly [password: string, words: string]>> = {
    'is too short': ['Ab1!', 'Use at least 8 characters.'],
    'is too simple': ['abcdefgh', 'Use at least 3 of these: capital, small letter, digit, symbol.'],
    'has a character that is not allowed': ['Blue-Teapot-77ä', 'Leave out this character: ä'],
    'has the username in it': [
      'X-Adele.Vance-77',
      'Choose one that does not contain your username.',
    ],
    'is too long': [`Aa1!${'x'.repeat(260)}`, 'Use at most 256 characters.'],
    'has the organisation’s name in it': [
      'My-Contoso-2026',
      'Choose one without your name and without your organisation’s name.',
    ],
    'is a common word with little more': [
      'Pa$$w0rd1',
      'Too many people would guess this. Add more characters that are not a common word.',
    ],
  };
  for (const [what, [password, words]] of Object.entries(broken))
    it(`that ${what} is refused beside the field, in the summary, and kept`, async () => {
      const where = world();
      const page = await atPassword(where);
      await page.choosePassword(password);
      expect(page.stepKind).to.equal('new-password');
      expectProblem(page, 'password', words);
      expect(page.summary).to.deep.equal([words]);
      expect(page.field('password').value).to.equal(password);
      expect(page.field('confirmation').value).to.equal(password);
      await page.choosePassword(newPassword);
      await page.step('done');
    });

  it('that is missing or not repeated is asked for', async () => {
    const page = await atPassword(world());
    await page.submit();
    expectProblem(page, 'password', 'Type a new password.');
    await page.choosePassword(newPassword, '');
    expectProblem(page, 'confirmation', 'Type the new password once more.');
    await page.choosePassword(newPassword, 'Blue-Teapot-78');
    expectProblem(
      page,
      'confirmation',
      'The two passwords are not the same. Type the new one once more.',
    );
    expect(page.problem('password')).to.equal(undefined);
    expect(page.field('password').value).to.equal(newPassword);
  });

  it('with several problems has all of them in the summary, each leading to its field', async () => {
    const page = await atPassword(world());
    await page.choosePassword('Ab1!', 'other');
    expect(page.summary).to.deep.equal([page.problem('password'), page.problem('confirmation')]);
    const links = [...page.form.querySelectorAll<HTMLAnchorElement>('.summary a')];
    const fields = ['password', 'confirmation'];
    for (const [at, link] of links.entries()) {
      link.click();
      expect(document.activeElement).to.equal(page.field(fields[at] ?? ''));
    }
    expect(location.hash).to.equal('');
  });

  it('is measured while it is typed, before anything is sent', async () => {
    const page = await atPassword(world());
    const rules = () =>
      [...page.form.querySelectorAll('.rules li')].map((rule) =>
        (rule.textContent ?? '').replace(/\s+/g, ' ').trim(),
      );
    expect(rules()).to.deep.equal([
      'Not yet: At least 8 characters',
      'Not yet: At least 3 of: capital, small letter, digit, symbol',
      'Not yet: Does not contain your username',
      'Not yet: No common words such as your company’s name',
    ]);
    page.type('password', newPassword);
    await page.element.updateComplete;
    expect(rules().slice(0, 3)).to.deep.equal([
      'Met: At least 8 characters',
      'Met: At least 3 of: capital, small letter, digit, symbol',
      'Met: Does not contain your username',
    ]);
    expect(rules()[3]).to.match(/^Not yet:/);
    page.type('password', 'My-Contoso-2026');
    page.type('confirmation', 'My-Contoso-2026');
    await page.submit();
    expect(rules()[3]).to.match(/^Refused:/);
  });

  it('is hidden again when it is sent', async () => {
    const page = await atPassword(world());
    page.type('password', 'Ab1!');
    page.control('Show password').click();
    await page.element.updateComplete;
    expect(page.field('password').type).to.equal('text');
    expect(page.field('confirmation').type).to.equal('password');
    await page.submit();
    expect(page.field('password').type).to.equal('password');
    expect(page.field('password').value).to.equal('Ab1!');
  });

  it('has the username beside it for password managers', async () => {
    const page = await atPassword(world());
    const username = page.field('username');
    expect([username.autocomplete, username.value]).to.deep.equal(['username', adele]);
    expect(username.type).not.to.equal('hidden');
    for (const name of ['password', 'confirmation'])
      expect(page.field(name).autocomplete).to.equal('new-password');
  });
});
