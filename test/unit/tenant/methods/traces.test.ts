import { expect } from 'chai';
import { type Overrides, type Person, person } from '../../../../src/tenant/index.js';
import { adele, contoso } from '../visitor.js';
import {
  allMethods,
  answerTo,
  choosing,
  mobile,
  reaching,
  type World,
  wellKnown,
  world,
} from './world.js';

const rowsOf = ({ tenant }: World): readonly string[] =>
  tenant.audit.list().map(({ reason, method }) => (method ? `${reason}: ${method}` : reason));

/** A reset by a call and by questions, each wrong at first. */
async function reset(at: World) {
  const visitor = await choosing(at, 'call');
  await visitor.confirmTarget('+49 15112345670');
  await visitor.confirmTarget(mobile);
  at.tenant.phoneOf(adele).hangUp();
  await visitor.watch();
  await visitor.answer({ action: 'resend' });
  at.tenant.phoneOf(adele).press('#');
  await visitor.watch();
  await visitor.choose('questions');
  await visitor.answerQuestions(() => 'Kattegat 99');
  await visitor.answerQuestions(answerTo);
  await visitor.setPassword();
  visitor.at('done');
  return visitor;
}

describe('the records of a reset by other methods', () => {
  it('AUDIT-2: have each option that was started, failed and completed, by method', async () => {
    const at = world({}, { methodsRequired: 2 });
    const visitor = await reset(at);
    expect(rowsOf(at)).to.deep.equal([
      'User ID submitted',
      'Verification options presented',
      'Verification option started: call',
      'Verification option failed: call',
      'Verification option failed: call',
      'Verification option completed: call',
      'Verification option started: questions',
      'Verification option failed: questions',
      'Verification option completed: questions',
      'All verification completed',
      'New password submitted',
      'Password reset',
      'Succeeded',
      'Succeeded',
    ]);
    const codes = new Set(at.tenant.audit.list().map(({ correlationId }) => correlationId));
    expect([...codes]).to.deep.equal([visitor.step?.supportCode]);
  });

  it('AUDIT-2: have the block, with its rule', async () => {
    const at = world();
    const visitor = await choosing(at, 'questions');
    for (let i = 0; i < 5; i++) await visitor.answerQuestions(() => 'Kattegat 99');
    const [row] = at.tenant.audit.list().filter(({ reason }) => reason === 'Blocked');
    expect(row).to.include({ status: 'failure', rule: 'THROTTLE-1' });
  });

  it('AUDIT-3: hold no number, no code and no answer, and neither do verdicts and accounts', async () => {
    const at = world({}, { methodsRequired: 2 });
    await reset(at);
    const texted = await reaching(at, 'text');
    await texted.enter('135790');
    const codes = at.tenant.outbox.list().flatMap(({ code }) => code ?? []);
    const sinks = JSON.stringify([
      at.tenant.audit.list(),
      at.tenant.verdicts.list(),
      at.tenant.people.map(({ registered: _, ...shown }) => shown),
    ]).replaceAll(/"at":\d+/g, '');
    expect(codes).to.have.length(1);
    for (const secret of ['15112345678', '1511234', '12345670', 'Zeedijk', 'Kattegat', '135790'])
      expect(sinks).not.to.contain(secret);
    for (const code of codes) expect(sinks).not.to.contain(code);
  });

  it('AUDIT-3: the whole number is on no step, before or after it was typed', async () => {
    const at = world();
    for (const type of ['text', 'whatsapp', 'call']) {
      const visitor = await choosing(at, type);
      const steps = [visitor.step, await visitor.confirmTarget('+49 15112345670')];
      steps.push(await visitor.confirmTarget(mobile), await visitor.answer({ action: 'back' }));
      expect(JSON.stringify(steps)).not.to.match(/1234567/);
    }
  });

  it('has the rule of what was decided among the verdicts', async () => {
    const at = world({}, { methodsRequired: 2 });
    await reset(at);
    const rules = at.tenant.verdicts.list().map(({ verdict }) => verdict.rule);
    expect(rules).to.include.members(['PHONE-3', 'CODE-3', 'QUESTION-5']);
  });
});

describe('mails about a reset by other methods', () => {
  const root = (username: string, known: Partial<Person> = {}): Person =>
    person({ username: `${username}@contoso.example`, roles: ['Global Administrator'], ...known });
  const roots = [
    wellKnown({ roles: ['Global Administrator'] }),
    root('one', { primaryAddress: 'one@mail.example', email: 'other@mail.example' }),
    root('two', { language: 'de' }),
    root('gone', { enabled: false }),
    person({ username: 'help@contoso.example', roles: ['Helpdesk Administrator'] }),
    person({ username: 'member@contoso.example' }),
  ];

  async function byTextAndApp(settings: Overrides = {}) {
    const at = contoso({ ...settings, methods: allMethods }, { people: roots });
    const visitor = await reaching(at, 'text');
    await visitor.enter(await at.tenant.outbox.codeFor(adele));
    await visitor.choose('app-notification');
    at.tenant.appOf(adele).approve(visitor.at('wait').number ?? '');
    await visitor.watch();
    await visitor.setPassword();
    visitor.at('done');
    return at.tenant.outbox.mails();
  }

  it('NOTIFY-2: all other Global Administrators are told at their primary address', async () => {
    const mails = await byTextAndApp();
    expect(
      mails.filter(({ purpose }) => purpose === 'administrator-reset').map(({ to }) => to),
    ).to.deep.equal(['one@mail.example', 'two@contoso.example']);
  });

  it('NOTIFY-2: nobody is told where that is switched off, or where a member resets', async () => {
    const mails = await byTextAndApp({ notifyAdmins: false });
    expect(mails.map(({ purpose }) => purpose)).not.to.include('administrator-reset');
    const at = contoso({ methods: allMethods }, { people: [wellKnown(), ...roots.slice(1)] });
    const visitor = await choosing(at, 'questions');
    await visitor.answerQuestions(answerTo);
    await visitor.setPassword();
    expect(at.tenant.outbox.mails().map(({ purpose }) => purpose)).to.deep.equal([
      'password-reset',
      'password-reset',
    ]);
  });

  it('NOTIFY-5: a mail about a reset can be answered with "this was not me", once, by whichever mail', async () => {
    const at = contoso({ methods: allMethods }, { people: [wellKnown(), ...roots.slice(1)] });
    const visitor = await choosing(at, 'questions');
    await visitor.answerQuestions(answerTo);
    await visitor.setPassword();
    for (const mail of at.tenant.outbox.mails()) {
      mail.notMe?.();
      mail.notMe?.();
    }
    const alerts = at.tenant.outbox.mails().filter(({ purpose }) => purpose === 'not-me');
    expect(alerts.map(({ to }) => to)).to.deep.equal(['help@contoso.example']);
    expect(alerts[0]?.body).to.contain(adele);
  });

  it('NOTIFY-5: and so can a mail about a block, whatever blocked', async () => {
    const at = contoso({ methods: allMethods }, { people: [wellKnown(), ...roots.slice(1)] });
    const visitor = await choosing(at, 'text');
    for (let i = 0; i < 5; i++) await visitor.confirmTarget('+49 15112345670');
    const blocked = at.tenant.outbox.mails();
    expect(blocked.map(({ purpose, to }) => [purpose, to])).to.deep.equal([
      ['blocked', adele],
      ['blocked', 'adele.v@mail.example'],
    ]);
    blocked[1]?.notMe?.();
    expect(at.tenant.outbox.mails().at(-1)).to.include({
      purpose: 'not-me',
      to: 'help@contoso.example',
    });
  });

  it('NOTIFY-5: a code, a text and a call cannot be answered so', async () => {
    const at = world();
    const visitor = await reaching(at, 'text');
    await visitor.answer({ action: 'back' });
    await visitor.choose('email');
    for (const message of at.tenant.outbox.list()) expect(message).not.to.have.property('notMe');
  });
});
