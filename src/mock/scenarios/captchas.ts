import { answer } from './moves.js';
import type { Scenario } from './scenario.js';

/** Little work, so that nobody waits for it here. */
const maxNumber = 50;
const external = { kind: 'external', provider: 'turnstile', siteKey: 'site-key' } as const;
const failed = { endsAt: 'identify', tells: 'captcha-failed' } as const;

/** Each kind of captcha, and its ends (rules CAPTCHA-1, CAPTCHA-2). */
export const captchaScenarios = {
  'captcha/work': {
    says: 'The page does some work by itself, and nobody has to read anything.',
    rules: ['CAPTCHA-2'],
    policy: { captcha: { kind: 'proof-of-work', maxNumber } },
    captcha: 'right',
    moves: [],
    endsAt: 'choose-method',
  },
  'captcha/picture': {
    says: 'The characters of a picture are typed with the username.',
    rules: ['CAPTCHA-1'],
    policy: { captcha: { kind: 'picture', maxNumber } },
    captcha: 'right',
    moves: [],
    endsAt: 'choose-method',
  },
  'captcha/wrong': {
    says: 'Those were not the characters, and a new picture comes.',
    rules: ['CAPTCHA-1'],
    policy: { captcha: { kind: 'picture', maxNumber } },
    captcha: 'wrong',
    moves: [],
    ...failed,
  },
  'captcha/expired': {
    says: 'The picture was read after its five minutes.',
    rules: ['CAPTCHA-1'],
    policy: { captcha: { kind: 'picture', maxNumber } },
    captcha: 'late',
    moves: [],
    ...failed,
  },
  'captcha/external': {
    says: 'What the page brings has let the person pass.',
    rules: ['CAPTCHA-2'],
    policy: { captcha: external },
    captcha: 'right',
    moves: [],
    endsAt: 'choose-method',
  },
  'captcha/external-refused': {
    says: 'The maker of what the page brings does not know its token.',
    rules: ['CAPTCHA-2'],
    policy: { captcha: external },
    captcha: 'wrong',
    moves: [],
    ...failed,
  },
  'captcha/contacted': {
    says: 'Help is called after the captcha, where no method will do.',
    rules: ['THROTTLE-6', 'NOTIFY-3'],
    policy: { captcha: { kind: 'picture', maxNumber } },
    captcha: 'right',
    moves: [answer({ action: 'none-of-these' }), answer({ action: 'contact' })],
    endsAt: 'refused',
    tells: 'administrator-contacted',
  },
} as const satisfies Readonly<Record<string, Scenario>>;
