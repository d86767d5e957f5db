import { methodTypes } from '../../contract/codes.js';
import type { Method } from '../../contract/parts.js';
import type { Step } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, require } from '../expectation.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

/** What counts as one proof, however many methods of it there are (rule GATE-4). */
const families: Readonly<Record<string, string>> = {
  'app-notification': 'app',
  'app-code': 'app',
  text: 'mobile',
  whatsapp: 'mobile',
  call: 'mobile',
};
const familyOf = ({ type }: Method): string => families[type] ?? type;

/** The step after the first gate, with the method that filled it. */
async function firstGate(visitor: Visitor) {
  const choice = visitor.expect(await visitor.reachChoice(), 'choose-method');
  if ((choice.gate?.total ?? 1) < 2) throw new NotOffered('a second proof');
  const chosen = await visitor.choose(choice);
  require('method' in chosen && chosen.method !== undefined, 'a step about a method', chosen.kind);
  return { choice, method: chosen.method, after: await visitor.pass(chosen) };
}

const methodsOf = async (visitor: Visitor, username?: string): Promise<readonly Method[]> =>
  visitor.expect(await visitor.reachChoice(username), 'choose-method').methods;

/** How many proofs, by what, in which order, and what is shown of them. */
export const gateChecks: readonly CheckEntry[] = [
  [
    'GATE-1',
    'asks for as many proofs as it says',
    async (visitor) => {
      const first = await visitor.reachChoice();
      const total = first.gate?.total;
      require(total !== undefined, 'to be told how many proofs are needed');
      let step: Step = first;
      for (let passed = 0; passed < total; passed += 1) {
        require(step.gate?.index ===
          passed + 1, `to be told that this is proof ${passed + 1}`, `${step.gate?.index}`);
        step = await visitor.pass(await visitor.choose(step));
      }
      visitor.expect(step, 'new-password');
    },
  ],
  [
    'GATE-4',
    'offers a second proof of another family only',
    async (visitor) => {
      const { method, after } = await firstGate(visitor);
      const family = familyOf(method);
      const again = visitor
        .expect(after, 'choose-method')
        .methods.filter((one) => familyOf(one) === family);
      require(again.length === 0, `nothing of the family ${family} again`, again[0]?.type);
    },
  ],
  [
    'GATE-4',
    'takes no second proof of the same family',
    async (visitor) => {
      const { choice, method, after } = await firstGate(visitor);
      const alike = choice.methods.filter((one) => familyOf(one) === familyOf(method));
      for (const { id } of alike) {
        const next = await visitor.advance(after, { action: 'choose-method', method: id });
        const refused = next.kind === 'choose-method' && next.problems.length > 0;
        require(refused, 'a method of the same family to be refused', described(next));
        return;
      }
    },
  ],
  [
    'METHOD-5',
    'offers methods from most to least secure',
    async (visitor) => {
      const order: readonly string[] = methodTypes;
      const ranks = (await methodsOf(visitor))
        .map(({ type }) => order.indexOf(type))
        .filter((rank) => rank >= 0);
      const types = ranks.map((rank) => order[rank]).join(', ');
      require(ranks.every(
        (rank, index) => rank >= (ranks[index - 1] ?? 0),
      ), 'the order of the contract', types);
    },
  ],
  [
    'METHOD-7',
    'shows no more of a number or an address than its mask',
    async (visitor) => {
      for (const username of [visitor.world.username, visitor.world.unknownUsername])
        for (const { type, hint } of await shownMethods(visitor, username))
          require(isMasked(type, hint), `a mask for ${type}`, 'one that shows more');
    },
  ],
  [
    'METHOD-7',
    'names no device',
    async (visitor) => {
      const apps = (await methodsOf(visitor)).filter(({ type }) => type.startsWith('app-'));
      if (apps.length === 0) throw new NotOffered('an app');
      require(apps.every(({ hint }) => hint === undefined), 'no hint for an app', 'one');
    },
  ],
  [
    'WRITEBACK-3',
    'opens an account without a new password where it offers that',
    async (visitor) => {
      let step = await visitor.start();
      if (step.kind !== 'choose-goal' || !step.goals.includes('unlock-account'))
        throw new NotOffered('to unlock without a reset');
      step = await visitor.advance(step, { action: 'choose-goal', goal: 'unlock-account' });
      visitor.expect(step, 'choose-method');
      for (let gates = 0; step.kind === 'choose-method' && gates < 4; gates += 1)
        step = await visitor.pass(await visitor.choose(step));
      const { outcome, unlocked } = visitor.expect(step, 'done');
      require(outcome === 'account-unlocked', 'the outcome account-unlocked', outcome);
      require(unlocked, 'to be told that the account is open');
    },
  ],
];

/** Nothing where the voice tells at once that a name cannot reset. */
async function shownMethods(visitor: Visitor, username: string): Promise<readonly Method[]> {
  const step = await visitor.reachChoice(username);
  return step.kind === 'choose-method' ? step.methods : [];
}

function isMasked(type: string, hint: string | undefined): boolean {
  if (hint === undefined) return true;
  const shown = hint.replace(/[\u2066-\u2069]/g, '');
  if (type === 'email') return /^[^•@]{1,2}•{5}@[^•@]?•{4}[^•@]?(?:\.[^•@.]+)?$/u.test(shown);
  if (/^(?:text|whatsapp|call|office-call)$/.test(type)) return /^[• ]+\d{0,2}$/u.test(shown);
  return true;
}
