import { expect } from 'chai';
import { adapterOver, discovery, failureOf, json, pictureCaptcha } from './builders.js';

const secret = 'hunter2-in-the-answer';

const _html = (body: string) =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } });

const _textAs = (type: string, body: string) =>
  new Response(body, { headers: { 'content-type': type } });

describe('a discovery', () => {
  const discover = (answer: unknown) =>
    adapterOver(() => json(answer)).discover({}, { locale: 'en' });

  it('is handed on', async () => {
    expect(await discover(discovery())).to.deep.equal(discovery());
  });

  it('of another version of the contract is refused, whatever else it says', async () => {
    for (const answer of [discovery({ contract: 2 }), { contract: 2, captchas: [secret] }]) {
      const failure = await failureOf(discover(answer));
      expect(failure.code).to.equal('unsupported-contract');
      expect(failure.retryable).to.equal(false);
      expect(failure.message).to.equal('/v1/discover: expected version 1 of the contract.');
    }
  });

  for (const [why, answer, expected] of [
    ['no version', discovery({ contract: undefined }), '$.contract: expected'],
    ['a version that is text', discovery({ contract: '1' }), '$.contract: expected integer'],
    ['a nameless brand', discovery({ branding: {} }), '$.branding.name: expected'],
  ] as const) {
    it(`with ${why} is malformed`, async () => {
      const failure = await failureOf(discover(answer));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).to.contain(expected);
    });
  }

  it('with a captcha of a newer backend is not asked for again: this version cannot show it', async () => {
    const failure = await failureOf(discover(discovery({ captcha: { kind: 'riddle', secret } })));
    expect(failure.code).to.equal('unsupported-contract');
    expect(failure.retryable).to.equal(false);
    expect(failure.message).to.equal(
      '/v1/discover: $.captcha.kind: expected one of none, proof-of-work, picture, external.',
    );
  });

  for (const [why, captcha, expected] of [
    ['without a kind', {}, '$.captcha.kind: expected one of none'],
    ['that is null', null, '$.captcha.kind: expected one of none'],
    ['whose kind is a list', { kind: ['none'] }, '$.captcha.kind: expected one of none'],
    [
      'whose time is text',
      pictureCaptcha({ expiresInMs: '300000' }),
      '$.captcha.expiresInMs: expected integer',
    ],
    [
      'whose work is of another hash',
      { ...pictureCaptcha({ work: { ...pictureCaptcha().work, algorithm: 'MD5' } }) },
      '$.captcha.work.algorithm: expected SHA-256',
    ],
    [
      'whose picture is larger than one',
      pictureCaptcha({ picture: `data:image/png;base64,${'A'.repeat(200_000)}` }),
      '$.captcha.picture: expected a length of at most 200000',
    ],
    ['without a recording', pictureCaptcha({ audio: undefined }), '$.captcha.audio: expected'],
  ] as const) {
    it(`with a captcha ${why} is malformed`, async () => {
      const failure = await failureOf(discover(discovery({ captcha })));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).to.contain(expected);
    });
  }
});
