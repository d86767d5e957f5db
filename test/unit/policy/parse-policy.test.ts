import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkPolicy,
  defaultPolicy,
  type Overrides,
  parsePolicy,
  policy,
  type RuleId,
  rules,
  type SettingPath,
  settingAt,
  type TenantPolicy,
} from '../../../src/policy/index.js';
import { reasons } from './builders.js';

const on = { state: 'enabled' } as const;
const against = (overrides: Overrides) => reasons(checkPolicy(policy(overrides)));

/** Any JSON value in the place of the ones that are named; undefined leaves it out. */
function json(changes: Readonly<Record<string, unknown>>): unknown {
  const whole = JSON.parse(JSON.stringify(policy()));
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const group = keys.reduce((one, key) => one[key], whole);
    if (value === undefined) delete group[last];
    else Object.defineProperty(group, last, { value, enumerable: true, configurable: true });
  }
  return whole;
}

const againstJson = (changes: Readonly<Record<string, unknown>>) => {
  const read = parsePolicy(json(changes));
  return read.allowed ? [] : reasons(read.refused);
};

describe('a policy from JSON', () => {
  it('GATE-5: is the policy that was written, what was left out being undefined', () => {
    const written = policy({
      scope: 'selected',
      helpdesk: { phone: '+49 30 1' },
      domains: ['a.example'],
    });
    expect(parsePolicy(JSON.parse(JSON.stringify(written)))).to.deep.equal({
      allowed: true,
      policy: written,
    });
  });

  for (const nothing of [null, undefined, 7, 'policy', [], true])
    it(`GATE-5: is not ${JSON.stringify(nothing)}`, () => {
      const read = parsePolicy(nothing);
      expect(read.allowed ? [] : reasons(read.refused)).to.deep.equal(['GATE-5 policy']);
    });

  const wrong: readonly [string, Readonly<Record<string, unknown>>, ...string[]][] = [
    ['GATE-1: three proofs', { methodsRequired: 3 }, 'GATE-1 methodsRequired'],
    ['GATE-1: a proof in words', { methodsRequired: '1' }, 'GATE-1 methodsRequired'],
    ['SCOPE-1: a scope of its own', { scope: 'everyone' }, 'SCOPE-1 scope'],
    ['SCOPE-1: null for nothing', { scopeGroup: null }, 'SCOPE-1 scopeGroup'],
    ['NOTIFY-1: yes for true', { notifyUsers: 'yes' }, 'NOTIFY-1 notifyUsers'],
    ['CODE-1: a setting that is missing', { 'codes.digits': undefined }, 'CODE-1 codes.digits'],
    ['CODE-1: a group that is missing', { codes: undefined }, 'CODE-1 codes'],
    [
      'METHOD-4: a method that is missing',
      { 'methods.email': undefined },
      'METHOD-4 methods.email',
    ],
    ['METHOD-4: a method that there is not', { 'methods.fax': on }, 'METHOD-4 methods.fax'],
    [
      'METHOD-6: groups in a text',
      { 'methods.email.include': 'staff' },
      'METHOD-6 methods.email.include',
    ],
    [
      'METHOD-6: a group that is a number',
      { 'methods.email.exclude': [7] },
      'METHOD-6 methods.email.exclude[0]',
    ],
    ['GATE-5: a setting that there is not', { skipAllChecks: true }, 'GATE-5 skipAllChecks'],
    ['GATE-5: a prototype', { ['__proto__']: { scope: 'all' } }, 'GATE-5 __proto__'],
    [
      'CODE-1: a setting that every object has',
      { 'codes.constructor': 1 },
      'CODE-1 codes.constructor',
    ],
    [
      'NOTIFY-3: a helpdesk with more',
      { helpdesk: { phone: '1', fax: '2' } },
      'NOTIFY-3 helpdesk.fax',
    ],
    ['NOTIFY-3: a helpdesk in a text', { helpdesk: 'IT' }, 'NOTIFY-3 helpdesk'],
    [
      'BANNED: words in a text',
      { 'password.banned.custom': 'contoso' },
      'BANNED password.banned.custom',
    ],
  ];
  for (const [what, changes, ...expected] of wrong)
    it(`${what}, is refused`, () => {
      expect(againstJson(changes)).to.deep.equal(expected);
    });
});

/** Paths of all settings and groups. */
const pathsIn = (group: object, path = ''): readonly string[] =>
  Object.entries(group).flatMap(([key, value]) => [
    `${path}${key}`,
    ...(typeof value === 'object' && value !== null && !Array.isArray(value)
      ? pathsIn(value, `${path}${key}.`)
      : []),
  ]);

describe('any policy', () => {
  const anywhere = fc.constantFrom(...pathsIn(defaultPolicy));

  it('GATE-5: is judged, never stumbled over, by rules that there are', () => {
    fc.assert(
      fc.property(
        fc.dictionary(anywhere, fc.oneof(fc.anything(), fc.integer(), fc.constant(undefined)), {
          maxKeys: 4,
        }),
        (changes) => {
          // Outer groups first, so that what stands in a group that was replaced is passed over.
          const mutated = structuredClone(policy()) as unknown as Record<string, unknown>;
          for (const [path, value] of Object.entries(changes).toSorted(([one], [other]) =>
            one < other ? -1 : 1,
          )) {
            const keys = path.split('.');
            const last = keys.pop() ?? '';
            let group: unknown = mutated;
            for (const key of keys) group = (group as Record<string, unknown> | undefined)?.[key];
            // A list may have come in its place: the length of one is no setting.
            if (typeof group === 'object' && group !== null && !Array.isArray(group))
              Reflect.set(group, last, value);
          }
          for (const { rule, params } of checkPolicy(mutated as unknown as TenantPolicy)) {
            expect(rules).to.have.property(rule);
            expect(params?.setting).to.be.a('string').that.is.not.empty;
            expect(params?.why).to.be.a('string').that.is.not.empty;
          }
        },
      ),
      { numRuns: 500, seed: 20261124 },
    );
  });

  it('GATE-5: names the setting that is wrong, and the rule that reads it', () => {
    for (const path of pathsIn(defaultPolicy)) {
      const rest = againstJson({ [path]: { nonsense: true } });
      const [first = ''] = rest;
      const [rule = '', setting = ''] = first.split(' ');
      expect(setting, path).to.satisfy((one: string) => one === path || one.startsWith(`${path}.`));
      const read = Object.keys(rules[rule as RuleId].defaults ?? {}) as SettingPath[];
      expect(
        read.some(
          (one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`),
        ),
        `${rule} reads ${path}`,
      ).to.equal(true);
      for (const one of read)
        expect(settingAt(defaultPolicy, one), one).to.equal(rules[rule as RuleId].defaults?.[one]);
    }
  });

  it('GATE-5: that changes within the limits is possible', () => {
    const limit = fc.record({
      count: fc.integer({ min: 1, max: 99 }),
      windowMs: fc.integer({ min: 1 }),
      blockMs: fc.integer({ min: 1 }),
      blockedBy: fc.constantFrom('last' as const, 'next' as const),
    });
    const reset = fc.integer({ min: 3, max: 5 });
    fc.assert(
      fc.property(
        limit,
        reset,
        fc.integer({ min: 0, max: 730 }),
        fc.constantFrom(1 as const, 2 as const),
        (emails, toReset, reconfirmDays, methodsRequired) => {
          expect(
            against({
              throttles: { emails },
              questions: { toReset, toRegister: 5 },
              registration: { reconfirmDays },
              methodsRequired,
            }),
          ).to.deep.equal([]);
        },
      ),
      { seed: 20261124 },
    );
  });
});
