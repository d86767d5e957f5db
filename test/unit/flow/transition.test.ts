import { expect } from 'chai';
import {
  type FlowState,
  identify,
  initialState as stateBefore,
  tokenOf,
} from '../../../src/flow/index.js';
import {
  activityIn,
  asked,
  chooseMethod,
  discovery,
  done,
  enterCode,
  event,
  offline,
  play,
  refused,
  state,
  username,
} from './builders.js';

const initialState: FlowState = stateBefore(identify);

describe('a flow on the client', () => {
  it('begins with the first screen, before anything is known', () => {
    expect(initialState.step.kind).to.equal('identify');
    expect(initialState.step.progress).to.deep.equal({ index: 1 });
    expect(initialState.activity.status).to.equal('idle');
  });

  describe('asks what the first screen needs', () => {
    it('behind the first screen, which stays', () => {
      const { state: asking, effects } = play(initialState, event.discover('d'));
      expect(asking.step).to.equal(initialState.step);
      expect(effects).to.deep.equal([
        { type: 'call', attempt: { id: 'd', command: { kind: 'discover', hint: {} } } },
      ]);
      const branding = { name: 'Contoso' };
      const known = play(asking, event.discovered('d', discovery({ branding }))).state;
      expect(known.step).to.equal(initialState.step);
      expect(known.branding).to.deep.equal(branding);
      expect(known.activity).to.deep.equal({ status: 'idle' });
    });

    it('before a start, where nobody has asked yet', () => {
      const { state: waiting, effects } = play(initialState, event.start('s'));
      expect(asked(effects)).to.deep.equal(['s-discovery']);
      expect(waiting.username).to.equal(username);
      const sent = play(waiting, event.discovered('s-discovery'));
      expect(asked(sent.effects)).to.deep.equal(['s']);
    });

    it('once, where a start comes while it is under way: the start waits for it', () => {
      const { state: waiting, effects } = play(initialState, event.discover('d'), event.start('s'));
      expect(asked(effects)).to.deep.equal(['d']);
      expect(activityIn(waiting, 'busy').attempt.id).to.equal('s');
      expect(asked(play(waiting, event.discovered('d')).effects)).to.deep.equal(['s']);
    });

    it('again, and a start waits for the newer answer although there is an older one', () => {
      const { state: waiting, effects } = play(state(), event.discover('d'), event.start('s'));
      expect(asked(effects)).to.deep.equal(['d']);
      expect(asked(play(waiting, event.discovered('d')).effects)).to.deep.equal(['s']);
    });

    it('not at all any more where it is known', () => {
      expect(asked(play(state(), event.start('s')).effects)).to.deep.equal(['s']);
    });

    it('not while a flow is open, where a failed answer would be forgotten', () => {
      const failed = play(
        state({ step: enterCode() }),
        event.code('a', '111111'),
        event.failed('a'),
      ).state;
      expect(play(failed, event.discover('d'))).to.deep.equal({ state: failed, effects: [] });
    });

    it('and what failed of it is the start’s failure, which repeats both under their ids', () => {
      const { state: failed } = play(
        initialState,
        event.start('s'),
        event.failed('s-discovery', offline),
      );
      expect(activityIn(failed, 'failed')).to.deep.equal({
        status: 'failed',
        attempt: { id: 's', command: { kind: 'start', intent: { username } } },
        error: offline,
      });
      const { state: sent, effects } = play(failed, event.retry, event.discovered('s-discovery'));
      expect(asked(effects)).to.deep.equal(['s-discovery', 's']);
      expect(activityIn(sent, 'busy').attempt.id).to.equal('s');
    });
  });

  describe('makes one call at a time', () => {
    const busy = play(state({ step: enterCode() }), event.code('a', '111111')).state;

    for (const [what, second] of [
      ['a second answer', event.code('b', '222222')],
      ['the same answer again', event.code('b', '111111')],
      ['a start', event.start('b')],
      ['a discovery', event.discover('b')],
      ['a retry', event.retry],
    ] as const)
      it(`and does nothing about ${what} meanwhile`, () => {
        expect(play(busy, second)).to.deep.equal({ state: busy, effects: [] });
      });

    it('and does nothing about a second start while the first waits for the discovery', () => {
      const waiting = play(initialState, event.discover('d'), event.start('s')).state;
      expect(play(waiting, event.start('t'))).to.deep.equal({ state: waiting, effects: [] });
    });

    it('and answers no step that takes no answer', () => {
      for (const step of [initialState.step, done(), refused()])
        expect(play(state({ step }), event.code('a', '111111')).effects).to.deep.equal([]);
    });

    it('and retries nothing that has not failed', () => {
      expect(play(state(), event.retry)).to.deep.equal({ state: state(), effects: [] });
    });
  });

  describe('drops what comes late', () => {
    const busy = play(state({ step: enterCode() }), event.code('a', '111111')).state;

    for (const [what, late] of [
      ['a step', event.stepped('old', done())],
      ['a failure', event.failed('old')],
      ['a discovery', event.discovered('old')],
    ] as const) {
      it(`${what} of another attempt`, () => {
        expect(play(busy, late)).to.deep.equal({ state: busy, effects: [] });
      });

      it(`${what} when nothing is under way`, () => {
        const idle = state({ step: enterCode() });
        expect(play(idle, late)).to.deep.equal({ state: idle, effects: [] });
      });
    }

    it('the same answer twice', () => {
      const moved = play(busy, event.stepped('a', chooseMethod())).state;
      expect(play(moved, event.stepped('a', done())).state).to.equal(moved);
    });

    it('the step of a start whose discovery is still awaited', () => {
      const waiting = play(initialState, event.start('s')).state;
      expect(play(waiting, event.stepped('s', chooseMethod())).state).to.equal(waiting);
    });
  });

  describe('shows each step', () => {
    const started = play(state(), event.start('s')).state;

    it('with the time it came, and says when it will have run out', () => {
      const { state: shown, effects } = play(started, event.stepped('s', chooseMethod(), 7_000));
      expect(shown.step).to.deep.equal(chooseMethod());
      expect(shown.since).to.equal(7_000);
      expect(shown.activity).to.deep.equal({ status: 'idle' });
      expect(effects).to.deep.equal([{ type: 'expire', inMs: 900_000 }]);
    });

    it('and waits for no end of one that is an end itself', () => {
      const { effects } = play(started, event.stepped('s', done({ expiresInMs: 60_000 })));
      expect(effects).to.deep.equal([{ type: 'expire', inMs: undefined }]);
    });

    it('with the newest branding, an older one where it brings none', () => {
      const contoso = { name: 'Contoso' };
      const branded = play(started, event.stepped('s', chooseMethod({ branding: contoso }))).state;
      expect(branded.branding).to.equal(contoso);
      const bare = { ...enterCode() };
      const later = play(branded, event.code('a', '1'), event.stepped('a', bare)).state;
      expect(later.branding).to.equal(contoso);
    });
  });

  describe('when its time is over', () => {
    const busy = play(
      state({ step: enterCode({ supportCode: '4QX7-9KTM' }) }),
      event.code('a', '111111'),
    ).state;
    const { state: over, effects } = play(busy, event.expired(9_000));

    it('says so, with the username and the support code kept', () => {
      expect(over.step).to.include({
        kind: 'refused',
        code: 'flow-expired',
        supportCode: '4QX7-9KTM',
      });
      expect(over.username).to.equal(username);
      expect(over.since).to.equal(9_000);
    });

    it('gives up the call, and does not wait for the end any more', () => {
      expect(effects).to.deep.equal([{ type: 'abort' }, { type: 'expire', inMs: undefined }]);
      expect(play(over, event.stepped('a', done())).state).to.equal(over);
    });
  });

  describe('when it is left', () => {
    const busy = play(state({ step: enterCode() }), event.code('a', '111111')).state;
    const { state: left, effects } = play(busy, event.left());

    it('is at the first screen again, with the username kept', () => {
      expect(left.step).to.equal(initialState.step);
      expect(left.username).to.equal(username);
      expect(left.activity).to.deep.equal({ status: 'idle' });
    });

    it('forgets the username once the reset is done', () => {
      expect(play(state({ step: done() }), event.left()).state.username).to.equal('');
    });

    it('gives up the call and tells the backend', () => {
      expect(effects).to.deep.equal([
        { type: 'abort' },
        { type: 'expire', inMs: undefined },
        { type: 'cancel', token: 'token-2' },
      ]);
    });

    it('tells nobody where there is nothing to give up', () => {
      for (const step of [initialState.step, done(), refused()])
        expect(play(state({ step }), event.left()).effects.map(({ type }) => type)).to.deep.equal([
          'abort',
          'expire',
        ]);
    });

    it('keeps nothing of a failed answer', () => {
      const failed = play(busy, event.failed('a'), event.left()).state;
      expect(JSON.stringify(failed)).not.to.contain('111111').and.not.to.contain('token');
    });
  });

  it('has a token to answer under in a flow only', () => {
    expect(tokenOf(initialState.step)).to.equal(undefined);
    expect(tokenOf(done())).to.equal(undefined);
    expect(tokenOf(enterCode())).to.equal('token-2');
    expect(tokenOf(refused({ token: 'token-9' }))).to.equal('token-9');
  });
});
