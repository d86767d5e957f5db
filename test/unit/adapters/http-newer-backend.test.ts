import { expect } from 'chai';
import { failureOf, json, startWith, step } from './builders.js';

const secret = 'hunter2-in-the-answer';

const _html = (body: string) =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });

const _textAs = (type: string, body: string) =>
  new Response(body, { headers: { 'content-type': type } });

describe('a step of an unknown kind', () => {
  const future = {
    kind: 'wave-at-camera',
    token: 'token-9',
    title: 'Wave at the camera',
    fields: [{ name: 'waved', type: 'text', label: 'How often', required: true }],
    actions: [{ name: 'cancel' }],
    problems: [],
    notices: [],
    supportCode: 'ABC',
    camera: { secret },
  };

  it('keeps what all steps have, and its fields', async () => {
    const { kind, camera, ...kept } = future;
    expect(await startWith(() => json(future))).to.deep.equal({
      kind: 'unknown',
      received: kind,
      ...kept,
    });
  });

  it('loses fields and title that mean something else there', async () => {
    const answer = await startWith(() => json({ ...future, fields: { left: 1 }, title: 7 }));
    expect(answer).to.include({ kind: 'unknown', token: 'token-9' });
    expect(answer).not.to.have.any.keys('fields', 'title');
  });

  it('is what a backend sends that calls it unknown itself', async () => {
    const answer = await startWith(() => json({ ...future, kind: 'unknown' }));
    expect(answer).to.include({ kind: 'unknown', received: 'unknown' });
  });
});

describe('a password step of a newer backend', () => {
  const passwordStep = (rules: unknown[]) =>
    startWith(() => json(step({ kind: 'new-password', methods: undefined, rules })));

  it('shows a rule of an unknown kind in its own words, and leaves out one without', async () => {
    const length = { kind: 'length', min: 8, max: 256 };
    const answer = await passwordStep([
      length,
      { kind: 'not-breached', label: 'Not leaked' },
      { kind: 'lucky' },
    ]);
    expect(answer).to.deep.include({ rules: [length, { kind: 'other', label: 'Not leaked' }] });
  });

  for (const [why, rule, place] of [
    ['null', null, '$.rules[0].kind'],
    ['without a kind', { label: 'x' }, '$.rules[0].kind'],
    ['a known one gone wrong', { kind: 'length', min: 'eight', max: 9 }, '$.rules[0].min'],
    ['whose words are too long', { kind: 'new', label: 'x'.repeat(201) }, '$.rules[0].label'],
  ] as const) {
    it(`still may not have a rule that is ${why}`, async () => {
      const failure = await failureOf(passwordStep([rule]));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).to.contain(place);
    });
  }
});
