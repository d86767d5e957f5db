import type { CheckEntry } from '../check-entry.js';
import { require } from '../expectation.js';

/** What is no username, made of the domain of one. */
const malformed: readonly [what: string, of: (domain: string) => string][] = [
  ['nothing', () => ''],
  ['a name with two @', (domain) => `two@at@${domain}`],
  ['a name without a domain', () => 'no domain'],
  ['a local part of 65 characters', (domain) => `${'a'.repeat(65)}@${domain}`],
  ['a domain of more than 48 characters', () => `a@${'b'.repeat(45)}.example`],
  ['a dot just before the @', (domain) => `dot.@${domain}`],
  ['a character that is not allowed', (domain) => `per%cent@${domain}`],
];

/** Who is asked for. */
export const usernameChecks: readonly CheckEntry[] = malformed.map(
  ([what, of]): CheckEntry => [
    'TENANT-2',
    `tells on the first screen that ${what} is no username`,
    async (visitor) => {
      const { username } = visitor.world;
      const typed = of(username.slice(username.lastIndexOf('@') + 1));
      const step = visitor.expect(await visitor.start(typed), 'identify');
      require(step.problems.some(
        ({ field }) => field === 'username',
      ), 'a problem beside the username');
    },
  ],
);
