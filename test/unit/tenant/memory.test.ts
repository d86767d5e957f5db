import { expect } from 'chai';
import { Log } from '../../../src/tenant/log.js';
import { Strangers } from '../../../src/tenant/strangers.js';
import { adele, contoso, otherThan, type Visitor } from './visitor.js';

async function failing(visitor: Visitor, name: string, code: string): Promise<Visitor> {
  await visitor.start(name);
  await visitor.choose('app-code');
  await visitor.enter(code);
  return visitor;
}

describe('what a tenant keeps in memory', () => {
  it('a log keeps its newest rows, and no more than it is told', () => {
    const log = new Log<number>(3);
    const heard: number[] = [];
    log.subscribe((row) => heard.push(row));
    for (let row = 1; row <= 20; row += 1) {
      log.add(row);
      expect(log.list()).to.deep.equal([row - 2, row - 1, row].filter((one) => one > 0));
    }
    expect(heard).to.have.length(20);
  });

  it('AUDIT-1: rows, verdicts and messages are bounded', async () => {
    const { tenant, clock, visit } = contoso({}, { memory: { rows: 2 } });
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    for (let times = 0; times < 3; times += 1) {
      clock.advance({ seconds: 31 });
      await visitor.answer({ action: 'resend' });
    }
    await visitor.enter('12');
    for (const log of [tenant.audit, tenant.verdicts, tenant.outbox])
      expect(log.list()).to.have.length(2);
    await visitor.enter(tenant.outbox.list().at(-1)?.code ?? '');
    visitor.at('new-password');
  });

  it('forgets of names that nobody has the one that was touched least lately', () => {
    const strangers = new Strangers<number>(2);
    strangers.set('a', 1);
    strangers.set('b', 2);
    strangers.set('a', 3);
    strangers.set('c', 4);
    expect(['a', 'b', 'c'].map((name) => strangers.get(name))).to.deep.equal([3, undefined, 4]);
  });

  it('THROTTLE-5: what others make up makes it forget nothing of an account', async () => {
    const world = contoso({}, { memory: { strangers: 1 } });
    const wrong = otherThan(world.tenant.appCodeOf(adele)?.code ?? '');
    for (let times = 0; times < 4; times += 1) await failing(world.visit(), adele, wrong);
    for (const name of ['one', 'two', 'three'])
      await failing(world.visit(), `${name}@contoso.example`, wrong);
    const visitor = await failing(world.visit(), adele, wrong);
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-1' });
  });

  it('LOCK-1: nor of a sign-in that failed', async () => {
    const { tenant } = contoso({}, { memory: { strangers: 1 } });
    for (let times = 0; times < 9; times += 1) await tenant.signIn(adele, 'not this one');
    for (const name of ['one', 'two']) await tenant.signIn(`${name}@contoso.example`, 'x');
    expect((await tenant.signIn(adele, 'not this one')).outcome).to.equal('locked');
  });
});
