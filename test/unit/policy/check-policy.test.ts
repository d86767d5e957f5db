import { expect } from 'chai';
import { checkPolicy, type Overrides, policy } from '../../../src/policy/index.js';
import { reasons } from './builders.js';

const off = { state: 'disabled' } as const;
const on = { state: 'enabled' } as const;
const noMethods = {
  'app-notification': off,
  'app-code': off,
  email: off,
  text: off,
  whatsapp: off,
  call: off,
  'office-call': off,
  questions: off,
};

const against = (overrides: Overrides) => reasons(checkPolicy(policy(overrides)));

describe('a policy that is possible', () => {
  const possible: readonly [string, Overrides][] = [
    ['the default one', {}],
    ['SCOPE-1: selected without a group', { scope: 'selected' }],
    ['GATE-1: two proofs, with a third beside the app', { scope: 'all', methodsRequired: 2 }],
    ['METHOD-2: no app at all', { scope: 'all', methods: { ...noMethods, email: on } }],
    [
      'METHOD-2: the app with one beside it',
      { methods: { ...noMethods, 'app-code': on, email: on } },
    ],
    ['GATE-1: no method where nobody may reset', { scope: 'none', methods: noMethods }],
    ['REGISTER-2: never to reconfirm', { registration: { reconfirmDays: 0 } }],
    ['REGISTER-2: to reconfirm after two years', { registration: { reconfirmDays: 730 } }],
    [
      'QUESTION-2: three of the own questions only',
      {
        questions: { toRegister: 3, predefined: [], custom: ['One?', 'Two?', 'Three?'] },
      },
    ],
    ['PASSWORD-3: any character', { password: { allowedCharacters: undefined } }],
    ['SESSION-1: no extension', { session: { mostExtensions: 0 } }],
    [
      'NOTIFY-3: a helpdesk with a page',
      { helpdesk: { url: 'https://help.contoso.example/?a=1' } },
    ],
    [
      'CAPTCHA-2: an external captcha',
      {
        captcha: { kind: 'external', provider: 'turnstile', siteKey: '1x00' },
      },
    ],
    ['METHOD-4: a method that ended long ago', { methods: { text: { retiresAt: -1 } } }],
  ];
  for (const [what, overrides] of possible)
    it(`${what}`, () => {
      expect(against(overrides)).to.deep.equal([]);
    });
});

describe('a policy that is impossible', () => {
  const app = { ...noMethods, 'app-code': on, 'app-notification': on };
  const impossible: readonly [string, Overrides, ...string[]][] = [
    ['METHOD-2: the app alone, one proof', { methods: app }, 'METHOD-2 methods'],
    [
      'METHOD-2: the app with one beside it, two proofs',
      { methodsRequired: 2, methods: { ...app, email: on } },
      'METHOD-2 methods',
    ],
    [
      'METHOD-2, GATE-4: text and call are one method beside the app',
      { methodsRequired: 2, methods: { ...app, text: on, call: on } },
      'METHOD-2 methods',
    ],
    [
      'METHOD-2, METHOD-3: a call is none beside the app in a free tenant',
      { freeTenant: true, methods: { ...app, 'office-call': on } },
      'METHOD-2 methods',
    ],
    [
      'GATE-1: two proofs of one method',
      { scope: 'all', methodsRequired: 2, methods: { ...noMethods, email: on } },
      'GATE-1 methodsRequired',
    ],
    ['GATE-1: no method', { scope: 'all', methods: noMethods }, 'GATE-1 methodsRequired'],
    [
      'REGISTER-2: to reconfirm after more than 730 days',
      { registration: { reconfirmDays: 731 } },
      'REGISTER-2 registration.reconfirmDays',
    ],
    [
      'REGISTER-2: to reconfirm before it began',
      { registration: { reconfirmDays: -1 } },
      'REGISTER-2 registration.reconfirmDays',
    ],
    [
      'BANNED: words that are too short and too long',
      { password: { banned: { custom: ['two', 'fine', 'seventeen-letters'] } } },
      'BANNED password.banned.custom[0]',
      'BANNED password.banned.custom[2]',
    ],
    [
      'BANNED: more than 1000 words',
      { password: { banned: { custom: Array.from({ length: 1_001 }, (_, i) => `word${i}`) } } },
      'BANNED password.banned.custom',
    ],
    [
      'BANNED-4: more points than a password has characters',
      { password: { maxLength: 9, banned: { minPoints: 10 } } },
      'BANNED-4 password.banned.minPoints',
    ],
    [
      'PASSWORD-1: a longest password that is shorter than the shortest',
      { password: { minLength: 20, maxLength: 19 } },
      'PASSWORD-1 password.maxLength',
    ],
    [
      'PASSWORD-2: more classes than there are',
      { password: { classes: ['lower', 'digit'], classesRequired: 3 } },
      'PASSWORD-2 password.classesRequired',
    ],
    [
      'PASSWORD-2: a class twice',
      { password: { classes: ['lower', 'digit', 'lower'], classesRequired: 1 } },
      'PASSWORD-2 password.classes[2]',
    ],
    [
      'PASSWORD-3: characters without the classes that are needed',
      { password: { allowedCharacters: 'abc0123' } },
      'PASSWORD-3 password.allowedCharacters',
    ],
    [
      'THROTTLE-1, THROTTLE-3: limits of nothing',
      { throttles: { wrongProofs: { count: 0 }, emails: { windowMs: 0, blockMs: -5 } } },
      'THROTTLE-1 throttles.wrongProofs.count',
      'THROTTLE-3 throttles.emails.windowMs',
      'THROTTLE-3 throttles.emails.blockMs',
    ],
    [
      'CODE-1, SESSION-1: times without an end',
      {
        codes: { lifetimeMs: Number.POSITIVE_INFINITY },
        session: { lifetimeMs: Number.NaN },
      },
      'CODE-1 codes.lifetimeMs',
      'SESSION-1 session.lifetimeMs',
    ],
    [
      'CAPTCHA-2: an external captcha of nobody',
      { captcha: { kind: 'external' } },
      'CAPTCHA-2 captcha.provider',
      'CAPTCHA-2 captcha.siteKey',
    ],
    [
      'METHOD-4: a date that is none',
      { methods: { text: { retiresAt: Number.NaN }, call: { retiresAt: 8.65e15 } } },
      'METHOD-4 methods.text.retiresAt',
      'METHOD-4 methods.call.retiresAt',
    ],
    [
      'TENANT-1: domains that are none',
      {
        domains: [
          'contoso.example',
          'https://contoso.example',
          'contoso',
          '-a.example',
          'a@b.example',
        ],
      },
      'TENANT-1 domains[1]',
      'TENANT-1 domains[2]',
      'TENANT-1 domains[3]',
      'TENANT-1 domains[4]',
    ],
    [
      'NOTIFY-3: a page that is a script, an address that is none',
      { helpdesk: { url: 'javascript:alert(1)', email: 'help at contoso' } },
      'NOTIFY-3 helpdesk.email',
      'NOTIFY-3 helpdesk.url',
    ],
    [
      'NOTIFY-3: a page behind the name of another',
      { helpdesk: { url: 'https://help.contoso.example@evil.example/' } },
      'NOTIFY-3 helpdesk.url',
    ],
    [
      'NOTIFY-3: an address that brings headers along',
      { helpdesk: { email: 'help@contoso.example?bcc=eve@evil.example' } },
      'NOTIFY-3 helpdesk.email',
    ],
    [
      'NOTIFY-3: a helpdesk that nobody can reach',
      { helpdesk: { name: 'IT' } },
      'NOTIFY-3 helpdesk',
    ],
  ];
  for (const [what, overrides, ...expected] of impossible)
    it(`${what}`, () => {
      expect(against(overrides)).to.deep.equal(expected);
    });

  it('QUESTION-1: registers three to five questions and asks three to as many', () => {
    const questions = (toRegister: number, toReset: number) =>
      against({ questions: { toRegister, toReset } });
    for (const toRegister of [3, 4, 5])
      for (let toReset = 3; toReset <= toRegister; toReset++)
        expect(questions(toRegister, toReset)).to.deep.equal([]);
    expect(questions(3, 4)).to.deep.equal(['QUESTION-1 questions.toReset']);
    expect(questions(6, 3)).to.deep.equal(['QUESTION-1 questions.toRegister']);
    expect(questions(2, 2)).to.deep.equal([
      'QUESTION-1 questions.toRegister',
      'QUESTION-1 questions.toReset',
    ]);
  });

  it('QUESTION-2: has as many questions to choose from as are registered, 20 of its own at most', () => {
    const pool = (predefined: 'all' | readonly string[], own: number) =>
      against({
        questions: { predefined, custom: Array.from({ length: own }, (_, i) => `Question ${i}`) },
      });
    expect(pool(['pet', 'city'], 3)).to.deep.equal([]);
    expect(pool(['pet', 'city'], 2)).to.deep.equal(['QUESTION-2 questions.predefined']);
    expect(pool('all', 20)).to.deep.equal([]);
    expect(pool('all', 21)).to.deep.equal(['QUESTION-2 questions.custom']);
  });

  it('QUESTION-3, QUESTION-2: has questions of its own of 3 to 200 characters, none of them twice', () => {
    const own = (...custom: readonly string[]) => against({ questions: { custom } });
    expect(own('Pet', 'é'.repeat(200))).to.deep.equal([]);
    expect(own('A?', 'x'.repeat(201))).to.deep.equal([
      'QUESTION-3 questions.custom[0]',
      'QUESTION-3 questions.custom[1]',
    ]);
    expect(own('Which one?', 'which one? ')).to.deep.equal(['QUESTION-2 questions.custom[1]']);
  });

  it('GATE-5: is told every reason at once, each in a sentence', () => {
    const refused = checkPolicy(
      policy({
        methods: app,
        registration: { reconfirmDays: 1_000 },
        questions: { toReset: 5, toRegister: 4 },
        password: { minLength: 0 },
      }),
    );
    expect(reasons(refused)).to.deep.equal([
      'REGISTER-2 registration.reconfirmDays',
      'PASSWORD-1 password.minLength',
      'METHOD-2 methods',
      'QUESTION-1 questions.toReset',
    ]);
    for (const { code, params } of refused) {
      expect(code).to.equal('policy-refused');
      expect(params?.why).to.match(/^[A-Z].*\.$/);
    }
  });

  it('METHOD-2: is told beside a wrong date of a method', () => {
    expect(against({ methods: { ...app, text: { ...off, retiresAt: 0.5 } } })).to.deep.equal([
      'METHOD-4 methods.text.retiresAt',
      'METHOD-2 methods',
    ]);
  });
});
