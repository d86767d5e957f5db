import { expect } from 'chai';
import type { Adapter } from '../../../src/contract/index.js';
import { createResetFlow } from '../../../src/flow/index.js';
import { discovery, event, play, state, username } from './builders.js';
import { at, contoso, moves, settled, when } from './world.js';

/** A flow up to where a code was sent, and the name to go on with. */
async function begun() {
  const { tenant, environment } = contoso();
  const flow = createResetFlow(tenant, { environment });
  const person = moves(flow, tenant);
  person.start();
  await settled(flow);
  person['choose the mail']();
  await settled(flow);
  const { resumable = '' } = at(flow, 'enter-code');
  return { tenant, environment, flow, resumable };
}

describe('a flow that was begun before the page was loaded', () => {
  it('SESSION-1: goes on where it stood, with the username, and sends nothing again', async () => {
    const { tenant, environment, flow, resumable } = await begun();
    const mails = tenant.outbox.mails().length;
    flow.dispose();
    const next = createResetFlow(tenant, { environment });
    next.resume(resumable);
    const { step, username: whose } = await settled(next);
    expect(step.kind).to.equal('enter-code');
    expect(whose).to.equal(username);
    expect(tenant.outbox.mails()).to.have.length(mails);
    moves(next, tenant)['enter its code']();
    expect((await settled(next)).step.kind).to.equal('choose-method');
  });

  it('begins anew where there is none any more', async () => {
    const { tenant, environment } = contoso();
    const flow = createResetFlow(tenant, { environment });
    flow.resume('no such flow', { username });
    const { step } = await when(flow, ({ discovery: found }) => found !== undefined);
    expect(step.kind).to.equal('identify');
    expect(flow.state.hint).to.deep.equal({ username });
  });

  it('begins anew over a backend that resumes nothing', async () => {
    const { tenant, environment } = contoso();
    const { resume: _, ...reset } = tenant.reset;
    const adapter: Adapter = { contract: 1, discover: tenant.discover, reset };
    const flow = createResetFlow(adapter, { environment });
    flow.resume('any');
    expect((await when(flow, ({ discovery: found }) => found !== undefined)).step.kind).to.equal(
      'identify',
    );
  });

  it('keeps a username that is sent meanwhile, and starts with it where there is none any more', async () => {
    const { tenant, environment } = contoso();
    const flow = createResetFlow(tenant, { environment });
    flow.resume('no such flow');
    flow.start({ username });
    expect((await settled(flow)).step.kind).to.equal('choose-method');
  });

  it('goes on where it stood, whatever username is sent meanwhile', async () => {
    const { tenant, environment, flow, resumable } = await begun();
    flow.dispose();
    const next = createResetFlow(tenant, { environment });
    next.resume(resumable);
    next.start({ username });
    expect((await settled(next)).step.kind).to.equal('enter-code');
  });

  it('asks for the start alone when both have failed', () => {
    const { state: failed } = play(
      state({ discovery: undefined }),
      { type: 'resume', id: 'r', at: 'name', hint: {} },
      event.start('s'),
      event.failed('r'),
    );
    expect(failed.activity).to.include({ status: 'failed' });
    expect(failed.activity).to.have.nested.property('attempt.id', 's');
    expect(play(failed, { type: 'retry' }).state.activity).to.include({ after: 's-discovery' });
  });

  it('shows whatever failed, and a username can be typed all the same', () => {
    const { state: failed } = play(
      state({ discovery: undefined }),
      { type: 'resume', id: 'r', at: 'name', hint: {} },
      event.failed('r'),
    );
    expect(failed.activity.status).to.equal('failed');
    const { state: starting } = play(failed, event.start('s'));
    expect(starting.activity).to.include({ status: 'busy', after: 's-discovery' });
  });
});

describe('a captcha that a person sees', () => {
  const picture = () =>
    discovery({
      captcha: {
        kind: 'picture',
        challenge: 'c',
        picture: 'data:image/svg+xml;base64,',
        audio: 'data:audio/wav;base64,',
        work: { algorithm: 'SHA-256', challenge: '', salt: '', maxNumber: 1, signature: '' },
        expiresInMs: 300_000,
      },
    });
  const refusedStart = event.stepped('s', {
    kind: 'identify',
    actions: [],
    problems: [{ code: 'captcha-failed' }],
    notices: [],
  });
  const start = {
    type: 'start',
    id: 's',
    intent: { username, captcha: { answer: 'ABC', challenge: 'c' } },
  } as const;

  it('CAPTCHA-1: is another one after each start that did not go on, without being asked for', () => {
    const { state: next, effects } = play(
      state({ discovery: undefined }),
      event.discover('d'),
      event.discovered('d', picture()),
      start,
      refusedStart,
    );
    expect(next.step.problems.map(({ code }) => code)).to.deep.equal(['captcha-failed']);
    const calls = effects.flatMap((effect) => (effect.type === 'call' ? [effect.attempt] : []));
    expect(calls.map(({ command }) => command.kind)).to.deep.equal([
      'discover',
      'start',
      'discover',
    ]);
    // The old one stays to be seen until then: nothing jumps.
    expect(next.puzzle?.kind).to.equal('picture');
  });

  it('CAPTCHA-1: renews itself when it runs out', () => {
    const shown = play(
      state({ discovery: undefined }),
      event.discover('d'),
      event.discovered('d', picture()),
    );
    expect(shown.effects.at(-1)).to.deep.equal({ type: 'expire', inMs: 300_000 });
    const { state: next, effects } = play(shown.state, event.expired(300_000));
    expect(next.step.kind).to.equal('identify');
    expect(effects).to.have.length(1);
    expect(effects[0]).to.have.nested.property('attempt.command.kind', 'discover');
  });

  it('is gone with the first screen', () => {
    const { state: next } = play(
      state({ discovery: undefined }),
      event.discover('d'),
      event.discovered('d', picture()),
      start,
      event.stepped('s', {
        kind: 'choose-method',
        actions: [],
        problems: [],
        notices: [],
        token: 't',
        username,
        methods: [],
      }),
    );
    expect(next.puzzle).to.equal(undefined);
  });
});
