import { expect } from 'chai';
import { SsprError, type Step } from '../../../src/contract/index.js';
import {
  activityIn,
  asked,
  chooseMethod,
  done,
  enterCode,
  event,
  form,
  offline,
  play,
  state,
} from './builders.js';

/** A state whose answer `a` has failed. */
const failedAt = (step: Step = enterCode(), error = offline) =>
  play(state({ step }), event.code('a', '111111'), event.failed('a', error)).state;

const wrongCode = (token: string) =>
  enterCode({ token, triesLeft: 2, problems: [{ code: 'code-wrong', field: 'code' }] });

describe('a call that failed', () => {
  it('leaves the step as it was, and keeps the attempt with what was typed', () => {
    const failed = failedAt();
    expect(failed.step).to.deep.equal(enterCode());
    const { attempt, error } = activityIn(failed, 'failed');
    expect(attempt.command).to.deep.include({ answer: { action: 'enter-code', code: '111111' } });
    expect(error).to.equal(offline);
  });

  it('is repeated under the same id', () => {
    const { state: again, effects } = play(failedAt(), event.retry);
    expect(effects).to.deep.equal([
      { type: 'call', attempt: activityIn(failedAt(), 'failed').attempt },
    ]);
    expect(activityIn(again, 'busy').attempt.id).to.equal('a');
  });

  it('is repeated under the same id as often as it fails', () => {
    const { effects } = play(
      failedAt(),
      event.retry,
      event.failed('a'),
      event.retry,
      event.failed('a'),
      event.retry,
    );
    expect(asked(effects)).to.deep.equal(['a', 'a', 'a']);
  });

  it('keeps its id where the person sends the same again', () => {
    expect(asked(play(failedAt(), event.code('b', '111111')).effects)).to.deep.equal(['a']);
    const failedStart = play(state(), event.start('s'), event.failed('s')).state;
    expect(asked(play(failedStart, event.start('t')).effects)).to.deep.equal(['s']);
  });

  it('of a start is forgotten where the person names another account', () => {
    const failed = play(state(), event.start('s'), event.failed('s')).state;
    const { state: other, effects } = play(failed, event.start('t', 'maria@contoso.example'));
    expect(asked(effects)).to.deep.equal(['t']);
    expect(other.username).to.equal('maria@contoso.example');
  });
});

describe('another answer after one that failed', () => {
  const corrected = play(failedAt(), event.code('b', '222222'));

  it('first asks what came of the old one, under its id', () => {
    expect(asked(corrected.effects)).to.deep.equal(['a']);
  });

  it('is sent under the new token where the same screen comes back', () => {
    const { state: sent, effects } = play(
      corrected.state,
      event.stepped('a', wrongCode('token-3')),
    );
    expect(effects).to.deep.equal([
      { type: 'expire', inMs: 800_000 },
      {
        type: 'call',
        attempt: {
          id: 'b',
          command: {
            kind: 'advance',
            token: 'token-3',
            answer: { action: 'enter-code', code: '222222' },
          },
        },
      },
    ]);
    const arrived = play(sent, event.stepped('b', done())).state;
    expect(arrived.step).to.deep.equal(done());
  });

  it('does not show what was wrong with the old one', () => {
    const { step } = play(corrected.state, event.stepped('a', wrongCode('token-3'))).state;
    expect(step.problems).to.deep.equal([]);
    expect(step).to.include({ token: 'token-3', triesLeft: 2 });
  });

  it('is dropped where the old one has led on', () => {
    for (const step of [
      chooseMethod({ token: 'token-3' }),
      done(),
      // The same kind of step, and yet another screen.
      enterCode({ token: 'token-3', gate: { index: 2, total: 2 } }),
      enterCode({ token: 'token-3', method: { id: 'app', type: 'app-code' } }),
    ]) {
      const { state: shown, effects } = play(corrected.state, event.stepped('a', step));
      expect(shown.step).to.equal(step);
      expect(shown.activity).to.deep.equal({ status: 'idle' });
      expect(asked(effects)).to.deep.equal([]);
    }
  });

  it('never fills in a form that it was not typed for', () => {
    const { state: waiting } = play(failedAt(form()), event.code('b', '222222'));
    const other = form({ fields: [{ name: 'pet', type: 'text', label: 'Pet', required: true }] });
    expect(asked(play(waiting, event.stepped('a', other)).effects)).to.deep.equal([]);
    expect(asked(play(waiting, event.stepped('a', form())).effects)).to.deep.equal(['b']);
  });

  it('is not forgotten where asking for the old one fails too', () => {
    const failed = play(corrected.state, event.failed('a')).state;
    const { effects } = play(failed, event.retry, event.stepped('a', wrongCode('token-3')));
    expect(asked(effects)).to.deep.equal(['a', 'b']);
  });

  it('gives way to a third', () => {
    const { effects } = play(
      corrected.state,
      event.failed('a'),
      event.code('c', '333333'),
      event.stepped('a', wrongCode('token-3')),
    );
    expect(asked(effects)).to.deep.equal(['a', 'c']);
  });

  it('is taken back by sending the old one again', () => {
    const { effects } = play(
      corrected.state,
      event.failed('a'),
      event.code('c', '111111'),
      event.stepped('a', wrongCode('token-3')),
    );
    expect(asked(effects)).to.deep.equal(['a']);
  });

  it('is sent at once where the backend has refused the old one outright', () => {
    const rejected = new SsprError('rejected', 'HTTP 400.');
    const { effects } = play(failedAt(enterCode(), rejected), event.code('b', '222222'));
    expect(asked(effects)).to.deep.equal(['b']);
  });

  it('is sent at once where it was a start that failed', () => {
    const failed = play(state({ step: enterCode() }), event.start('s'), event.failed('s')).state;
    expect(asked(play(failed, event.code('b', '222222')).effects)).to.deep.equal(['b']);
  });
});
