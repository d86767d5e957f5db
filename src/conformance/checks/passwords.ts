import type { PasswordRule } from '../../contract/password-rules.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

type RuleOf<K extends PasswordRule['kind']> = Extract<PasswordRule, { readonly kind: K }>;

/** A check that a password which breaks one rule of the step is refused beside its field. */
function refuses<K extends PasswordRule['kind']>(
  id: string,
  title: string,
  kind: K,
  code: string | undefined,
  broken: (rule: RuleOf<K>, visitor: Visitor) => string,
): CheckEntry {
  return [
    id,
    title,
    async (visitor) => {
      const step = await visitor.reach('new-password');
      const rule = step.rules.find((one): one is RuleOf<K> => one.kind === kind);
      if (!rule) throw new NotOffered(`a rule about ${kind}`);
      const next = await visitor.setPassword(step, broken(rule, visitor));
      visitor.expect(next, 'new-password');
      const told = next.problems.filter(({ field }) => field === 'password');
      require(told.length > 0 &&
        (code === undefined ||
          told.some(
            (one) => one.code === code,
          )), `the problem ${code ?? 'of this rule'} beside the password`, described(next));
    },
  ];
}

const samples = { upper: 'Q', lower: 'v', digit: '7', symbol: '-' } as const;

/** Of one class fewer than asked for. */
const tooSimple = ({ atLeast, of }: RuleOf<'classes'>): string =>
  of
    .slice(0, atLeast - 1)
    .map((name) => samples[name])
    .join('')
    .repeat(24)
    .slice(0, 24);

/** A character that no list of usual ones has. */
const foreignIn = ({ allowed }: RuleOf<'characters'>): string =>
  ['ß', 'é', '漢', '\u{1f511}'].find((character) => !allowed.includes(character)) ?? '\u{1f511}';

const localOf = ({ world: { username } }: Visitor): string =>
  username.slice(0, username.lastIndexOf('@'));

/** New passwords: the rules that a step tells are the rules that hold. */
export const passwordChecks: readonly CheckEntry[] = [
  refuses(
    'PASSWORD-1',
    'refuses a password that is too short',
    'length',
    'password-too-short',
    (rule) => 'Vq7-'.repeat(rule.min).slice(0, rule.min - 1) || ' ',
  ),
  refuses(
    'PASSWORD-1',
    'refuses a password that is too long',
    'length',
    'password-too-long',
    (rule, { world }) =>
      world.password + 'Vq7-'.repeat(rule.max).slice(0, rule.max + 1 - world.password.length),
  ),
  refuses(
    'PASSWORD-2',
    'refuses a password of too few classes',
    'classes',
    'password-too-simple',
    tooSimple,
  ),
  refuses(
    'PASSWORD-3',
    'refuses a character that is not allowed',
    'characters',
    'password-character',
    (rule, { world }) => world.password + foreignIn(rule),
  ),
  refuses(
    'PASSWORD-4',
    'refuses a password with the username in it',
    'not-username',
    'password-has-username',
    (_, visitor) => `${visitor.world.password}${localOf(visitor)}`,
  ),
  refuses(
    'BANNED-4',
    'refuses one of the best-known passwords',
    'not-common',
    undefined,
    () => 'P@ssword1',
  ),
  [
    'PASSWORD-5',
    'takes the last password again, unless a directory remembers it',
    async (visitor) => {
      await visitor.reach('done');
      // An app shows another code by then.
      await visitor.wind(60_000);
      const step = await visitor.setPassword(await visitor.reach('new-password'));
      require(step.kind === 'done' ||
        step.problems.every(({ code }) =>
          ['password-too-recent', 'password-too-soon'].includes(code),
        ), 'the last password to be good enough', described(step));
    },
  ],
  [
    'PASSWORD-6',
    'refuses a confirmation that differs, and asks again',
    async (visitor) => {
      const { password } = visitor.world;
      const step = await visitor.reach('new-password');
      const again = await visitor.setPassword(step, password, `${password}x`);
      const { problems } = visitor.expect(again, 'new-password');
      require(problems.some(
        ({ field }) => field === 'confirmation',
      ), 'a problem beside the confirmation');
      visitor.expect(await visitor.setPassword(again), 'done');
    },
  ],
  [
    'PASSWORD-6',
    'asks for a confirmation, unless it says that there is none',
    async (visitor) => {
      const step = await visitor.reach('new-password');
      const { password } = visitor.world;
      const next = await visitor.advance(step, { action: 'set-password', password });
      if (step.confirm === false) visitor.expect(next, 'done');
      else {
        const { problems } = visitor.expect(next, 'new-password');
        require(problems.some(
          ({ field }) => field === 'confirmation',
        ), 'a problem beside the confirmation', described(next));
      }
    },
  ],
  [
    'PASSWORD-6',
    'asks for both fields',
    async (visitor) => {
      const step = await visitor.reach('new-password');
      const empty = visitor.expect(await visitor.setPassword(step, ''), 'new-password');
      require(empty.problems.length > 0, 'a problem beside an empty password', 'none');
    },
  ],
];
