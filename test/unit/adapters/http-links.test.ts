import { expect } from 'chai';
import {
  adapterOver,
  discovery,
  endpoint,
  enrolApp,
  failureOf,
  json,
  manage,
  pictureCaptcha,
  registerWith,
  startWith,
  step,
} from './builders.js';

const leave = (url: string) => json(step({ kind: 'leave', url }));
const done = (signInUrl?: string) =>
  json(step({ kind: 'done', outcome: 'password-reset', unlocked: false, told: [], signInUrl }));

const allowedOrigins = ['https://login.contoso.example/'];

describe('where a step leads', () => {
  const good: [why: string, url: string, href: string][] = [
    [
      'on the endpoint’s origin',
      'https://id.fabrikam.example/bye?a=1',
      'https://id.fabrikam.example/bye?a=1',
    ],
    ['relative to the endpoint', '/signin', 'https://id.fabrikam.example/signin'],
    ['on an allowed origin', 'https://login.contoso.example/x', 'https://login.contoso.example/x'],
  ];
  for (const [why, url, href] of good) {
    it(`may be ${why}`, async () => {
      expect(await startWith(() => leave(url), { allowedOrigins })).to.have.property('url', href);
      for (const opening of [startWith, registerWith])
        expect(await opening(() => done(url), { allowedOrigins })).to.have.property(
          'signInUrl',
          href,
        );
    });
  }

  const bad: [why: string, url: string][] = [
    ['another origin', 'https://evil.example/'],
    ['another origin behind a name that looks right', 'https://id.fabrikam.example@evil.example/'],
    ['the same origin behind a name', 'https://evil.example@id.fabrikam.example/'],
    ['another origin that begins alike', 'https://id.fabrikam.example.evil.example/'],
    ['another scheme on the same host', 'http://id.fabrikam.example/'],
    ['another port', 'https://id.fabrikam.example:8443/'],
    ['another origin without a scheme', '//evil.example/'],
    ['another origin behind backslashes', '\\\\evil.example\\'],
    ['a script', 'javascript:alert(1)'],
    ['a script behind white space', ' java\nscript:alert(1)'],
    ['data', 'data:text/html,<p>'],
    ['a blob of the allowed origin', 'blob:https://login.contoso.example/1'],
    ['nowhere', 'https://'],
  ];
  for (const [why, url] of bad) {
    it(`may not be ${why}`, async () => {
      for (const call of [
        startWith(() => leave(url), { allowedOrigins }),
        startWith(() => done(url), { allowedOrigins }),
        registerWith(() => leave(url), { allowedOrigins }),
        registerWith(() => done(url), { allowedOrigins }),
      ]) {
        const failure = await failureOf(call);
        expect(failure.code).to.equal('off-origin');
        expect(failure.retryable).to.equal(false);
        expect(failure.message).not.to.contain('evil').and.not.contain('alert');
      }
    });
  }

  it('may be left out when all is done', async () => {
    expect(await startWith(() => done())).to.have.property('kind', 'done');
  });
});

describe('a brand', () => {
  const branded = async (branding: object, options = {}) => {
    const adapter = adapterOver(() => json(discovery({ branding })), options);
    const onDiscovery = (await adapter.discover({}, { locale: 'en' })).branding;
    const onStep = (await startWith(() => json(step({ branding })), options)).branding;
    const onRegistration = (await registerWith(() => json(manage({ branding })), options)).branding;
    expect(onStep).to.deep.equal(onDiscovery);
    expect(onRegistration).to.deep.equal(onDiscovery);
    return onDiscovery;
  };

  for (const logo of ['https://cdn.example/logo.svg', 'data:image/png;base64,AAAA']) {
    it(`keeps a logo at ${logo.slice(0, 10)}…`, async () => {
      expect(await branded({ name: 'Fabrikam', logo })).to.deep.equal({ name: 'Fabrikam', logo });
    });
  }

  it('has a logo relative to the endpoint', async () => {
    expect(await branded({ name: 'F', logo: '/logo.svg' })).to.have.property(
      'logo',
      new URL('/logo.svg', endpoint).href,
    );
  });

  it('keeps an http logo of an http endpoint only', async () => {
    const logo = 'http://localhost:8000/logo.png';
    const http = { endpoint: 'http://localhost:8000/api' };
    expect(await branded({ name: 'F', logo }, http)).to.have.property('logo', logo);
    expect(await branded({ name: 'F', logo })).not.to.have.property('logo');
  });

  for (const logo of [
    'http://cdn.example/a.png',
    'javascript:alert(1)',
    'data:text/html,<p>',
    'data:,image/png',
    'blob:https://a.example/1',
    'https://',
  ]) {
    it(`loses a logo such as ${logo}`, async () => {
      expect(await branded({ name: 'Fabrikam', logo })).to.deep.equal({ name: 'Fabrikam' });
    });
  }

  it('keeps a helpdesk on the web, wherever it is', async () => {
    const helpdesk = { name: 'Help', phone: '1', url: 'https://help.example/a' };
    expect(await branded({ name: 'F', helpdesk })).to.deep.equal({ name: 'F', helpdesk });
  });

  for (const url of [
    'javascript:alert(1)',
    'data:text/html,<p>',
    'ftp://a.example/',
    'https://',
    'https://help.example@evil.example/',
    'https://:secret@help.example/',
  ]) {
    it(`loses a helpdesk at ${url} but not its phone`, async () => {
      expect(await branded({ name: 'F', helpdesk: { phone: '1', url } })).to.deep.equal({
        name: 'F',
        helpdesk: { phone: '1' },
      });
    });
  }
});

describe('what an authenticator app is brought to know', () => {
  it('is an otpauth: address, handed on as it came', async () => {
    expect(await registerWith(() => json(enrolApp()))).to.deep.equal(
      JSON.parse(JSON.stringify(enrolApp())),
    );
  });

  for (const uri of [
    'javascript:alert(1)',
    'https://evil.example/totp?secret=hunter2',
    ' otpauth://totp/a?secret=hunter2',
    'otpauth:totp/a',
    'xotpauth://totp/a',
    'javascript:void(0)//otpauth://totp/a',
    '',
  ]) {
    it(`is not ${uri || 'nothing'}`, async () => {
      const failure = await failureOf(registerWith(() => json(enrolApp({ uri }))));
      expect(failure.code).to.equal('malformed-answer');
      expect(failure.message).to.equal('/v1/register/start: $.uri: expected an otpauth: address.');
    });
  }
});

describe('the picture and the recording of a captcha (rule CAPTCHA-2)', () => {
  const discover = (values: object) => {
    const captcha = pictureCaptcha(values);
    return adapterOver(() => json(discovery({ captcha }))).discover({}, { locale: 'en' });
  };

  for (const values of [
    { picture: 'data:image/svg+xml;base64,PHN2Zy8+' },
    { picture: 'data:image/svg+xml;charset=utf-8,%3Csvg/%3E' },
    { picture: 'data:image/png;base64,AAAA' },
    { picture: 'data:image/jpeg;base64,AAAA' },
    { picture: 'data:image/webp;base64,AAAA' },
    { audio: 'data:audio/wav;base64,AAAA' },
    { audio: 'data:audio/mpeg;base64,AAAA' },
    { audio: 'data:audio/ogg;codecs=opus;base64,AAAA' },
  ]) {
    it(`may be ${Object.values(values)[0]}`, async () => {
      expect((await discover(values)).captcha).to.deep.include(values);
    });
  }

  const bad = [
    'https://evil.example/captcha',
    '//evil.example/captcha',
    '/captcha',
    'javascript:alert(1)',
    'data:text/html;base64,AAAA',
    'data:,image/png',
    'data:image/png',
    'data:image/pngx;base64,AAAA',
    'data:audio/wavx;base64,AAAA',
    'data:image/gif;base64,AAAA',
    'data:video/ogg;base64,AAAA',
    'data:text/html,data:image/png;base64,AAAA',
    'data:text/html,data:audio/wav;base64,AAAA',
    ' data:image/png;base64,AAAA',
    'blob:https://id.fabrikam.example/1',
    '',
  ];
  for (const url of bad) {
    it(`may not be ${url || 'nothing'}`, async () => {
      for (const part of ['picture', 'audio']) {
        const failure = await failureOf(discover({ [part]: url }));
        expect(failure.code).to.equal('malformed-answer');
        expect(failure.message)
          .to.contain(`$.captcha.${part}: expected a data: URL`)
          .and.not.match(/evil|alert/);
      }
    });
  }

  it('may not be each other', async () => {
    for (const values of [
      { picture: 'data:audio/wav;base64,AAAA' },
      { audio: 'data:image/png;base64,AAAA' },
    ])
      expect((await failureOf(discover(values))).code).to.equal('malformed-answer');
  });
});

describe('a ladder of help', () => {
  const ladderOf = async (...ladder: readonly object[]) => {
    const refused = { ...step({ kind: 'refused', code: 'not-proven', ladder }), token: undefined };
    const answer = await startWith(() => json(refused));
    return answer.kind === 'refused' ? answer.ladder : undefined;
  };

  it('REFUSAL-1: leads to pages and mail, and nowhere else', async () => {
    expect(
      await ladderOf(
        { kind: 'helpdesk', url: 'https://help.example/' },
        { kind: 'helpdesk', url: 'mailto:help@fabrikam.example' },
        { kind: 'identity-check', url: '/check' },
        { kind: 'administrator-pass', text: 'Room 4', url: 'javascript:alert(1)' },
        { kind: 'works-council', label: 'Works council', url: 'data:text/html,x' },
        { kind: 'identity-check' },
      ),
    ).to.deep.equal([
      { kind: 'helpdesk', url: 'https://help.example/' },
      { kind: 'helpdesk', url: 'mailto:help@fabrikam.example' },
      { kind: 'identity-check', url: 'https://id.fabrikam.example/check' },
      { kind: 'administrator-pass', text: 'Room 4' },
      { kind: 'works-council', label: 'Works council' },
      { kind: 'identity-check' },
    ]);
  });
});
