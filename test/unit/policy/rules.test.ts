import { expect } from 'chai';
import {
  defaultPolicy,
  type RuleId,
  ruleSheet,
  rules,
  type SettingPath,
  settingAt,
} from '../../../src/policy/index.js';

/** The documented rules, in their order. */
const documented: readonly RuleId[] = [
  'SCOPE-1',
  'SCOPE-2',
  'SCOPE-3',
  'SCOPE-4',
  'SCOPE-5',
  'SCOPE-6',
  'GATE-1',
  'GATE-2',
  'GATE-3',
  'GATE-4',
  'GATE-5',
  'METHOD-1',
  'METHOD-2',
  'METHOD-3',
  'METHOD-4',
  'METHOD-5',
  'METHOD-6',
  'METHOD-7',
  'ADMIN-1',
  'ADMIN-2',
  'ADMIN-3',
  'QUESTION-1',
  'QUESTION-2',
  'QUESTION-3',
  'QUESTION-4',
  'QUESTION-5',
  'QUESTION-6',
  'PHONE-1',
  'PHONE-2',
  'PHONE-3',
  'PHONE-4',
  'PHONE-5',
  'EMAIL-1',
  'CODE-1',
  'CODE-2',
  'CODE-3',
  'SESSION-1',
  'SESSION-2',
  'THROTTLE-1',
  'THROTTLE-2',
  'THROTTLE-3',
  'THROTTLE-4',
  'THROTTLE-5',
  'THROTTLE-6',
  'LOCK-1',
  'CAPTCHA-1',
  'CAPTCHA-2',
  'REGISTER-1',
  'REGISTER-2',
  'REGISTER-3',
  'REGISTER-4',
  'REGISTER-5',
  'REGISTER-6',
  'REGISTER-7',
  'NOTIFY-1',
  'NOTIFY-2',
  'NOTIFY-3',
  'NOTIFY-4',
  'NOTIFY-5',
  'WRITEBACK-1',
  'WRITEBACK-2',
  'WRITEBACK-3',
  'WRITEBACK-4',
  'WRITEBACK-5',
  'PASSWORD-1',
  'PASSWORD-2',
  'PASSWORD-3',
  'PASSWORD-4',
  'PASSWORD-5',
  'PASSWORD-6',
  'PASSWORD-7',
  'BANNED',
  'BANNED-1',
  'BANNED-2',
  'BANNED-3',
  'BANNED-4',
  'TENANT-1',
  'TENANT-2',
  'TENANT-3',
  'REFUSAL-1',
  'REFUSAL-2',
  'AUDIT-1',
  'AUDIT-2',
  'AUDIT-3',
  'USAGE-1',
];

/** Paths of all settings, groups left out. */
const settingsIn = (group: object, path = ''): readonly string[] =>
  Object.entries(group).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? settingsIn(value, `${path}${key}.`)
      : [`${path}${key}`],
  );

describe('the table of rules', () => {
  it('is that of the documented rules', () => {
    expect(Object.keys(rules)).to.deep.equal(documented);
  });

  it('says each in one sentence, and where it is from', () => {
    for (const [id, { says, source, decided }] of Object.entries(rules)) {
      expect(says, id).to.match(/^[A-Z][^.]*\.$/);
      expect(source, id).to.match(/^(decision|https:\/\/[^\s<>|]+)$/);
      if (source === 'decision') expect(decided, id).to.equal(undefined);
    }
  });

  it('takes its parameters from the default policy', () => {
    const defaults = Object.values(rules).flatMap((rule) => Object.entries(rule.defaults ?? {}));
    expect(defaults).to.have.length.above(60);
    for (const [path, value] of defaults)
      expect(value, path).to.equal(settingAt(defaultPolicy, path as SettingPath));
  });

  it('knows a rule for every setting', () => {
    const read = Object.values(rules).flatMap(({ defaults = {} }) => Object.keys(defaults));
    const unread = settingsIn(defaultPolicy).filter(
      (setting) => !read.some((path) => setting === path || setting.startsWith(`${path}.`)),
    );
    expect(unread).to.deep.equal([]);
  });

  it('marks as decisions what no page states', () => {
    const decisions = Object.entries(rules).filter(([, { source }]) => source === 'decision');
    expect(decisions.map(([id]) => id)).to.deep.equal([
      'GATE-4',
      'METHOD-7',
      'CODE-2',
      'SESSION-2',
      'THROTTLE-6',
      'NOTIFY-4',
      'NOTIFY-5',
    ]);
  });
});

describe('the sheet of rules', () => {
  const rows = ruleSheet().trimEnd().split('\n');

  it('has a row of four cells for each rule', () => {
    expect(rows).to.have.length(documented.length + 2);
    // A bar with a backslash before it is in a cell, not between two.
    for (const row of rows) expect(row.split(/(?<!\\)\|/), row).to.have.length(6);
  });

  it('shows a sentence, parameters and source as they are', () => {
    expect(rows).to.include(
      '| CODE-2 | Three wrong tries kill a code, and another is sent after 30 seconds at the earliest. | `codes.tries: 3`<br>`codes.resendAfterMs: 30000` | decision |',
    );
  });

  it('fences code that has a backtick in it with two', () => {
    const row = rows.find((one) => one.startsWith('| PASSWORD-3 '));
    expect(row).to.contain('`` password.allowedCharacters: "ABC');
    expect(row).to.contain('{}\\|');
  });
});
