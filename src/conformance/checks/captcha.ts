import type { ResetIntent } from '../../contract/answer.js';
import type { Captcha } from '../../contract/discovery.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

async function discovered({ world, attempt }: Visitor): Promise<Captcha> {
  const { captcha } = await world.adapter.discover({}, attempt());
  if (captcha.kind === 'none') throw new NotOffered('a captcha');
  return captcha;
}

async function refuses(visitor: Visitor, captcha: ResetIntent['captcha'], what: string) {
  const { username } = visitor.world;
  const step = await visitor.startWith({ username, captcha });
  require(step.kind === 'identify' &&
    step.problems.some(
      ({ code }) => code === 'captcha-failed',
    ), `${what} to be refused as captcha-failed`, described(step));
}

/** What keeps robots out. */
export const captchaChecks: readonly CheckEntry[] = [
  [
    'CAPTCHA-1',
    'starts nothing without the answer to its captcha',
    async (visitor) => {
      await discovered(visitor);
      await refuses(visitor, undefined, 'a start without an answer');
    },
  ],
  [
    'CAPTCHA-1',
    'refuses a wrong answer to its captcha',
    async (visitor) => {
      const captcha = await discovered(visitor);
      const wrong = btoa(JSON.stringify({ algorithm: 'SHA-256', number: 0, challenge: '0' }));
      const challenge = captcha.kind === 'picture' ? { challenge: captcha.challenge } : {};
      await refuses(visitor, { answer: wrong, ...challenge }, 'a wrong answer');
    },
  ],
  [
    'CAPTCHA-1',
    'takes the answer to a captcha once',
    async (visitor) => {
      const { username } = visitor.world;
      const captcha = await visitor.solve(await discovered(visitor));
      const step = await visitor.startWith({ username, captcha });
      require(step.kind !== 'identify', 'the right answer to open a flow', described(step));
      await refuses(visitor, captcha, 'an answer that was used');
    },
  ],
  [
    'CAPTCHA-1',
    'lets a captcha run out',
    async (visitor) => {
      const discovery = await discovered(visitor);
      if (!('expiresInMs' in discovery)) throw new NotOffered('a captcha of its own');
      const captcha = await visitor.solve(discovery);
      await visitor.wind(discovery.expiresInMs + 1_000);
      await refuses(visitor, captcha, 'an answer that came too late');
    },
  ],
  [
    'CAPTCHA-2',
    'offers work without a puzzle beside a picture',
    async (visitor) => {
      const captcha = await discovered(visitor);
      if (captcha.kind !== 'picture') throw new NotOffered('a picture');
      const { username } = visitor.world;
      const step = await visitor.startWith({ username, captcha: await visitor.solve(captcha) });
      require(step.kind !== 'identify', 'the work to open a flow', described(step));
    },
  ],
];
