import { expect } from 'chai';
import { type Person, person, policy } from '../../../../src/tenant/index.js';
import { predefinedQuestions } from '../../../../src/tenant/predefined-questions.js';
import { englishTexts } from '../../../../src/tenant/texts.js';
import { adele, attempt, contoso, type Visitor } from '../visitor.js';
import {
  allMethods,
  answered,
  answerTo,
  asked,
  choosing,
  on,
  type World,
  wellKnown,
  world,
} from './world.js';

const asking = (at: World): Promise<Visitor> => choosing(at, 'questions');
const textsOf = (visitor: Visitor): readonly string[] =>
  visitor.at('answer-questions').questions.map(({ text }) => text);
const sorted = (texts: readonly string[]): string => [...texts].sort().join();

describe('security questions', () => {
  it('QUESTION-5: ask three of the five registered, and prove', async () => {
    const visitor = await asking(world());
    const step = visitor.at('answer-questions');
    expect(new Set(textsOf(visitor)).size).to.equal(3);
    expect(asked).to.include.members([...textsOf(visitor)]);
    expect(step.triesLeft).to.equal(5);
    expect(step.actions.map(({ name }) => name)).not.to.include('resend');
    await visitor.answerQuestions(answerTo);
    visitor.at('new-password');
    await visitor.setPassword();
    visitor.at('done');
  });

  it('QUESTION-5: ask as many as the policy says', async () => {
    const visitor = await asking(world({}, { questions: { toReset: 5 } }));
    expect(textsOf(visitor)).to.have.length(5);
    await visitor.answerQuestions(answerTo);
    visitor.at('new-password');
  });

  it('QUESTION-5: every registered one is drawn sometimes, in every place', async () => {
    const at = world();
    const places = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (let i = 0; i < 60; i++)
      for (const [place, text] of textsOf(await asking(at)).entries()) places[place]?.add(text);
    expect(places.map(({ size }) => size)).to.deep.equal([5, 5, 5]);
  });

  it('QUESTION-5: a wrong page draws anew, and never says which answer was wrong', async () => {
    const at = world(
      {},
      { throttles: { wrongProofs: { count: 50 }, questionPages: { count: 50 } } },
    );
    const drawn = new Set<string>();
    const problems = new Set<string>();
    const visitor = await asking(at);
    for (let i = 0; i < 12; i++) {
      const wrong = textsOf(visitor)[i % 3];
      const ids = visitor.at('answer-questions').questions.map(({ id }) => id);
      drawn.add(sorted(textsOf(visitor)));
      await visitor.answerQuestions((text) => (text === wrong ? 'wrong' : answerTo(text)));
      problems.add(JSON.stringify(visitor.step?.problems));
      for (const { id } of visitor.at('answer-questions').questions) expect(ids).not.to.include(id);
    }
    expect(drawn.size).to.be.greaterThan(1);
    expect([...problems]).to.deep.equal(['[{"code":"answers-wrong","rule":"QUESTION-5"}]']);
  });

  it('QUESTION-5: nobody goes back for easier ones', async () => {
    const visitor = await asking(world());
    const texts = textsOf(visitor);
    for (let i = 0; i < 6; i++) {
      await visitor.answer({ action: 'back' });
      await visitor.choose('questions');
      expect(textsOf(visitor)).to.deep.equal(texts);
    }
    await visitor.answerQuestions(answerTo);
    visitor.at('new-password');
  });

  it('QUESTION-4: answers compare without case, width and spaces', async () => {
    const answers = ['Straße', 'ＡＢＣ  def', 'Ångström', 'İzmir', 'ﬁve'];
    const typed = ['  STRASSE ', 'abc DEF', 'A\u030angstro\u0308m', 'i\u0307zmir', 'FIVE'];
    const questions = asked.map((question, i) => ({ question, answer: answers[i] ?? '' }));
    const at = world({ questions }, { questions: { toReset: 5 } });
    const visitor = await asking(at);
    await visitor.answerQuestions((text) => typed[asked.indexOf(text)] ?? '');
    visitor.at('new-password');
  });

  it('QUESTION-4: an answer is right for its own question only', async () => {
    const at = world({}, { questions: { toReset: 5 } });
    const visitor = await asking(at);
    await visitor.answerQuestions((text) => answerTo(asked[(asked.indexOf(text) + 1) % 5] ?? ''));
    expect(visitor.problems).to.deep.equal(['answers-wrong']);
  });

  it('QUESTION-5: what is not answered is asked for, beside its field, and is no try', async () => {
    const visitor = await asking(world());
    const [first, , third] = visitor.at('answer-questions').questions;
    await visitor.answerQuestions((text) => (text === first?.text ? ' ' : answerTo(text)));
    expect(visitor.step?.problems).to.deep.equal([
      { code: 'answer-required', rule: 'QUESTION-5', field: first?.id },
    ]);
    expect(visitor.at('answer-questions').triesLeft).to.equal(5);
    await visitor.answer({ action: 'answer-questions', answers: { [third?.id ?? '']: 'x' } });
    expect(visitor.problems).to.have.length(2);
    await visitor.answerQuestions(answerTo);
    visitor.at('new-password');
  });

  it('QUESTION-5: the ids of one page are nothing on another', async () => {
    const visitor = await asking(world());
    const old = visitor.at('answer-questions').questions;
    await visitor.answerQuestions(() => 'wrong');
    const answers = Object.fromEntries(old.map(({ id, text }) => [id, answerTo(text)]));
    await visitor.answer({ action: 'answer-questions', answers });
    expect(visitor.problems).to.deep.equal(Array(3).fill('answer-required'));
  });

  it('THROTTLE-2: five pages in an hour, right or wrong; the sixth blocks 24 hours', async () => {
    const at = world();
    for (let i = 0; i < 5; i++) {
      const visitor = await asking(at);
      await visitor.answerQuestions(answerTo);
      visitor.at('new-password');
    }
    const sixth = await asking(at);
    expect(sixth.at('answer-questions').triesLeft).to.equal(0);
    await sixth.answerQuestions(answerTo);
    expect(sixth.at('refused')).to.include({
      code: 'blocked-until',
      rule: 'THROTTLE-2',
      retryInMs: 86_400_000,
    });
  });

  it('THROTTLE-2: an hour later there are five again; THROTTLE-5: a reset clears them', async () => {
    const at = world();
    for (let i = 0; i < 5; i++) await (await asking(at)).answerQuestions(answerTo);
    at.clock.advance({ hours: 1 });
    let last = await asking(at);
    expect(last.at('answer-questions').triesLeft).to.equal(5);
    await last.answerQuestions(answerTo);
    await last.setPassword();
    last.at('done');
    last = await asking(at);
    expect(last.at('answer-questions').triesLeft).to.equal(5);
  });

  it('THROTTLE-1: five wrong pages block the account', async () => {
    const visitor = await asking(world());
    for (let i = 0; i < 5; i++) await visitor.answerQuestions(() => 'wrong');
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-1' });
  });

  it('THROTTLE-1: of 60 wrong pages at once five count, and none is right', async () => {
    const at = world();
    const visitor = await asking(at);
    const { token } = visitor;
    const ids = visitor.at('answer-questions').questions.map(({ id }) => id);
    const kinds = await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const answers = Object.fromEntries(ids.map((id) => [id, `guess ${i}`]));
        return (await at.visit().answer({ action: 'answer-questions', answers }, token)).kind;
      }),
    );
    expect(kinds).not.to.include('new-password');
    await visitor.start();
    expect(visitor.at('refused')).to.include({ code: 'blocked-until', rule: 'THROTTLE-1' });
  });

  it('QUESTION-5: of 10 right pages at once one wins, and the account is not blocked', async () => {
    const at = world();
    const visitor = await asking(at);
    const { token } = visitor;
    const answers = Object.fromEntries(
      visitor.at('answer-questions').questions.map(({ id, text }) => [id, answerTo(text)]),
    );
    const kinds = await Promise.all(
      Array.from({ length: 10 }, async () => {
        return (await at.visit().answer({ action: 'answer-questions', answers }, token)).kind;
      }),
    );
    expect(kinds.filter((kind) => kind === 'new-password')).to.have.length(1);
    await visitor.start();
    visitor.at('choose-method');
  });

  it('QUESTION-1: fewer than a reset asks for are no method (GATE-3)', async () => {
    for (const count of [2, 3]) {
      const at = world({ questions: answered.slice(0, count) });
      const visitor = at.visit();
      await visitor.start();
      const types = visitor.at('choose-method').methods.map(({ type }) => type);
      expect(types.includes('questions')).to.equal(count === 3);
    }
  });

  it('GATE-5: are no method any more once more are asked for than are registered', async () => {
    const at = world({ questions: answered.slice(0, 3) });
    const visitor = await asking(at);
    at.tenant.setPolicy(policy({ scope: 'all', methods: allMethods, questions: { toReset: 4 } }));
    await visitor.answerQuestions(answerTo);
    expect(visitor.at('choose-method').problems).to.deep.equal([
      { code: 'method-unavailable', rule: 'GATE-5' },
    ]);
  });

  it('ADMIN-2: are never offered to administrators', async () => {
    const visitor = world({ roles: ['Helpdesk Administrator'] }).visit();
    await visitor.start();
    const types = visitor.at('choose-method').methods.map(({ type }) => type);
    expect(types).not.to.include('questions');
  });

  it('QUESTION-2: predefined ones are asked in the language of the flow, others as typed', async () => {
    const codes = Object.keys(predefinedQuestions).slice(0, 2);
    const own = '  Wie hieß   Ihr <b>Hund</b>? ';
    const questions = [...codes, own].map((question) => ({ question, answer: `to ${question}` }));
    const texts = (locale: string) => ({
      ...englishTexts,
      question: (code: string) => `${locale}: ${code}`,
    });
    const at = contoso(
      { methods: { questions: on } },
      { people: [wellKnown({ questions })], texts },
    );
    const visitor = at.visit();
    const intent = { username: adele };
    visitor.step = await at.tenant.reset.start(intent, { ...attempt(), locale: 'de' });
    await visitor.choose('questions');
    expect([...textsOf(visitor)].sort()).to.deep.equal(
      [...codes.map((code) => `de: ${code}`), own].sort(),
    );
  });

  it('QUESTION-2: predefined ones are in English where nothing else is injected', async () => {
    const [code = '', ...rest] = Object.keys(predefinedQuestions).slice(0, 3);
    const questions = [code, ...rest].map((question) => ({ question, answer: `to ${question}` }));
    const visitor = await asking(world({ questions }));
    expect(textsOf(visitor)).to.include(Object.values(predefinedQuestions)[0]);
  });

  it('QUESTION-6, AUDIT-3: no answer is anywhere, whoever looks', async () => {
    const people: Person[] = [wellKnown(), person({ username: 'root@contoso.example' })];
    const at = contoso({ methods: allMethods }, { people });
    const heard: unknown[] = [];
    at.tenant.audit.subscribe((row) => heard.push(row));
    at.tenant.verdicts.subscribe((row) => heard.push(row));
    at.tenant.outbox.subscribe((message) => heard.push(message));
    const visitor = await asking(at);
    heard.push(visitor.step);
    await visitor.answerQuestions(() => 'Kattegat 99');
    heard.push(visitor.step);
    await visitor.answerQuestions(answerTo);
    heard.push(visitor.step, await visitor.setPassword(), at.tenant.people);
    expect(JSON.stringify(heard)).not.to.match(/zeedijk|kattegat/i);
  });
});
