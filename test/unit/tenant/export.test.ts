import { expect } from 'chai';
import fc from 'fast-check';
import { policy } from '../../../src/policy/index.js';
import type { AuditRow } from '../../../src/tenant/audit.js';
import {
  auditAsCsv,
  auditAsJson,
  csv,
  usageAsCsv,
  usageAsJson,
} from '../../../src/tenant/export.js';
import { usage } from '../../../src/tenant/usage.js';
import { subject } from '../policy/builders.js';

const row: AuditRow = {
  at: Date.parse('2026-11-24T14:30:00.250Z'),
  service: 'Self-service Password Management',
  category: 'Policy',
  activity: 'Update policy',
  actor: 'gail@contoso.example',
  target: 'Contoso, Ltd.',
  client: 'admin',
  correlationId: 'ABCD-1234',
  status: 'success',
  reason: 'Policy changed',
  rule: 'GATE-5',
  change: { setting: 'domains', old: '[]', new: '["contoso.example"]' },
};

/** Reads RFC 4180, strictly. */
function parsed(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let rest = text;
  let cells: string[] = [];
  while (rest !== '') {
    const found = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (!found) throw new Error(`no cell at ${JSON.stringify(rest.slice(0, 20))}`);
    const [all, quoted, plain = '', end] = found;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(cells);
      cells = [];
    }
    rest = rest.slice(all.length);
  }
  return rows;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', "'", ' ', '\t', 'a'),
  }),
);

describe('the export of the audit log', () => {
  it('AUDIT-1: has a header, ISO times, and each row on a line of its own in CSV', () => {
    expect(auditAsCsv([row])).to.equal(
      'time,service,category,activity,actor,target,client,correlationId,status,reason,method,rule,setting,old,new\r\n' +
        '2026-11-24T14:30:00.250Z,Self-service Password Management,Policy,Update policy,gail@contoso.example,' +
        '"Contoso, Ltd.",admin,ABCD-1234,success,Policy changed,,GATE-5,domains,[],"[""contoso.example""]"\r\n',
    );
  });

  it('AUDIT-1: is its header where nothing happened', () => {
    expect(parsed(auditAsCsv([]))).to.have.length(1);
    expect(JSON.parse(auditAsJson([]))).to.deep.equal([]);
  });

  it('AUDIT-1: has every field of a row in JSON, its time in words', () => {
    const { at: _at, ...rest } = row;
    expect(JSON.parse(auditAsJson([row]))).to.deep.equal([
      { time: '2026-11-24T14:30:00.250Z', ...rest },
    ]);
  });

  it('AUDIT-1: gives back in CSV whatever was in it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 })), (rows) => {
        const read = parsed(csv(['a', 'b'], rows)).slice(1);
        // The apostrophe before what looks like a formula is the one thing that is added.
        const plain = read.map((cells, i) =>
          cells.map((cell, j) => (cell === `'${rows[i]?.[j]}` ? cell.slice(1) : cell)),
        );
        expect(plain).to.deep.equal(rows);
      }),
      { seed: 20261124 },
    );
  });

  it('AUDIT-3: no name that somebody types becomes a formula of a spreadsheet', () => {
    const names = [
      '=HYPERLINK("https://evil.example")',
      '+1',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      ' =1',
      '\r\n=1',
      '＝1',
      '\0=1',
    ];
    for (const actor of names) {
      const [, cells] = parsed(auditAsCsv([{ ...row, actor }]));
      expect(cells?.[4], actor).to.equal(`'${actor}`);
    }
    fc.assert(
      fc.property(text, (actor) => {
        const [, cells] = parsed(auditAsCsv([{ ...row, actor }]));
        expect(cells?.[4]).not.to.match(/^\s*[=+\-@]/);
      }),
      { seed: 20261124 },
    );
  });
});

describe('the export of usage', () => {
  const counts = usage({
    people: [subject()],
    rows: [
      {
        ...row,
        activity: 'User registered for self-service password reset',
        method: 'email',
      },
    ],
    policy: policy({ scope: 'all' }),
    now: row.at + 1,
  });

  it('USAGE-1: is the counts themselves in JSON', () => {
    expect(JSON.parse(usageAsJson(counts))).to.deep.equal(counts);
  });

  it('USAGE-1: has one count to a line in CSV', () => {
    const lines = usageAsCsv(counts).split('\r\n');
    expect(lines[0]).to.equal('what,period,method,outcome,count');
    expect(lines).to.include.members([
      'people,,,,1',
      'capable,,,,1',
      'registered,,,,1',
      'registered,,email,,1',
      'registered,,text,,0',
      'registrations,24h,,ok,1',
      'registrations,30d,email,ok,1',
      'registrations,30d,email,failed,0',
      'resets,7d,,failed,0',
    ]);
    expect(new Set(parsed(usageAsCsv(counts)).map(({ length }) => length))).to.deep.equal(
      new Set([5]),
    );
  });
});
