import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import type { Visitor } from '../visitor.js';

/** One of the passwords that everybody tries first. */
const common = 'P@ssword1';

async function atPassword(visitor: Visitor) {
  const step = await visitor.reach('new-password');
  const { reset } = visitor.world.adapter;
  if (!step.checks || !reset.checkPassword) throw new NotOffered('to judge while typing');
  const judge = async (password: string, token = step.token) =>
    (await reset.checkPassword?.(token, password, { locale: 'en' })) ?? [];
  return { step, judge };
}

/** A password that is judged while it is typed. */
export const judgingChecks: readonly CheckEntry[] = [
  [
    'BANNED-4',
    'tells while it is typed that a password is too common, beside its field',
    async (visitor) => {
      const { judge } = await atPassword(visitor);
      const problems = await judge(common);
      require(problems.some(({ field }) => field === 'password'), 'a problem beside the password');
    },
  ],
  [
    'BANNED-4',
    'has nothing against a password that it takes',
    async (visitor) => {
      const { step, judge } = await atPassword(visitor);
      const problems = await judge(visitor.world.password);
      require(problems.length === 0, 'no problem', problems[0]?.code);
      // Judging spends nothing and counts nothing.
      visitor.expect(await visitor.setPassword(step), 'done');
    },
  ],
  [
    'SESSION-1',
    'judges no password under a token that is spent or made up',
    async (visitor) => {
      const { step, judge } = await atPassword(visitor);
      await visitor.setPassword(step, '');
      for (const token of [step.token, 'never-given-out'])
        require((await judge(common, token)).length === 0, 'no judgement', 'one');
    },
  ],
];
