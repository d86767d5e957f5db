import { expect } from 'chai';
import type { Adapter } from '../../../src/contract/adapter.js';
import {
  type Answerer,
  adapterOver,
  attempt,
  endpoint,
  failureOf,
  json,
  step,
} from './builders.js';

const resumeOf = ({ reset }: Adapter, at = 'name-1') => {
  if (!reset.resume) throw new Error('The http adapter has no resume.');
  return reset.resume(at, attempt);
};
const judge = ({ reset }: Adapter, password = 'Fabrikam-2026') => {
  if (!reset.checkPassword) throw new Error('The http adapter judges no password.');
  return reset.checkPassword('token-1', password, { locale: 'de' });
};
const answering = (answerer: Answerer) => adapterOver(answerer);

describe('resuming over HTTP', () => {
  it('SESSION-1: sends the name of the flow in its body, as an attempt', async () => {
    const sent: [string, RequestInit][] = [];
    const adapter = answering((...request) => {
      sent.push(request);
      return json(step({ resumable: 'name-1' }));
    });
    expect(await resumeOf(adapter)).to.include({ kind: 'choose-method', resumable: 'name-1' });
    const [url, init] = sent[0] ?? ['', {}];
    expect(url).to.equal(`${endpoint}/v1/reset/resume`);
    expect(JSON.parse(String(init.body))).to.deep.equal({ at: 'name-1' });
    expect(new Headers(init.headers).get('idempotency-key')).to.equal(attempt.attemptId);
  });

  for (const [what, response] of [
    ['there is no such flow (204)', () => new Response(null, { status: 204 })],
    ['the backend finds no flow again (404)', () => new Response(null, { status: 404 })],
  ] satisfies [string, () => Response][])
    it(`is nothing where ${what}`, async () => {
      expect(await resumeOf(answering(response))).to.equal(undefined);
    });

  it('checks the step like any other', async () => {
    const broken = answering(() => json(step({ methods: 'none' })));
    expect((await failureOf(resumeOf(broken))).code).to.equal('malformed-answer');
    const away = answering(() =>
      json({ ...step({ kind: 'leave', url: 'https://evil.example/' }), token: undefined }),
    );
    expect((await failureOf(resumeOf(away))).code).to.equal('off-origin');
    const future = await resumeOf(answering(() => json(step({ kind: 'from-the-future' }))));
    expect(future).to.include({ kind: 'unknown', received: 'from-the-future' });
  });

  it('tells a failure from a flow that is not there', async () => {
    const down = answering(() => new Response(null, { status: 503 }));
    expect((await failureOf(resumeOf(down))).code).to.equal('server');
  });
});

describe('a password that is judged over HTTP', () => {
  it('BANNED-4: sends it in the body, and nowhere else', async () => {
    const sent: [string, RequestInit][] = [];
    const problem = { code: 'password-has-name', rule: 'BANNED-2', field: 'password' };
    const adapter = answering((...request) => {
      sent.push(request);
      return json({ problems: [problem] });
    });
    expect(await judge(adapter)).to.deep.equal([problem]);
    const [url, init] = sent[0] ?? ['', {}];
    expect(url).to.equal(`${endpoint}/v1/reset/check-password`);
    expect(JSON.parse(String(init.body))).to.deep.equal({
      token: 'token-1',
      password: 'Fabrikam-2026',
    });
    expect(new Headers(init.headers).has('idempotency-key')).to.equal(false);
  });

  it('has nothing against it where the backend judges none (404)', async () => {
    expect(await judge(answering(() => new Response(null, { status: 404 })))).to.deep.equal([]);
  });

  it('checks the answer, and repeats nothing of it', async () => {
    for (const answer of [{}, { problems: 'hunter2' }, { problems: [{ code: 7 }] }, []]) {
      const failure = await failureOf(judge(answering(() => json(answer))));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).not.to.contain('hunter2');
    }
  });
});
