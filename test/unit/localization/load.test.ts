import { expect } from 'chai';
import { LocaleLoader } from '../../../src/localization/load.js';

const german = { 'reset.hello': 'Guten Tag' };

interface Request {
  readonly answer: (module: { templates: typeof german }) => void;
  readonly fail: (reason: Error) => void;
}

/** A locale module that arrives, or fails, when the test says so. */
function arriving() {
  const requests: Request[] = [];
  const loader = new LocaleLoader({
    de: () => new Promise((answer, fail) => requests.push({ answer, fail })),
  });
  return { loader, requests };
}

describe('loading a locale', () => {
  it('fetches its module once for all who ask', async () => {
    const { loader, requests } = arriving();
    const both = Promise.all([loader.load('de'), loader.load('de')]);
    requests[0]?.answer({ templates: german });
    expect(await both).to.deep.equal([german, german]);
    expect(await loader.load('de')).to.equal(german);
    expect(requests).to.have.length(1);
  });

  it('knows what is there without waiting', async () => {
    const { loader, requests } = arriving();
    expect(loader.missing('de')).to.equal(true);
    const loading = loader.load('de');
    expect(loader.loaded('de')).to.equal(undefined);
    requests[0]?.answer({ templates: german });
    await loading;
    expect(loader.loaded('de')).to.equal(german);
    expect(loader.missing('de')).to.equal(false);
  });

  it('needs nothing for the source language or a locale without a module', async () => {
    const { loader } = arriving();
    expect(loader.missing('en')).to.equal(false);
    expect(await loader.load('en')).to.equal(undefined);
    expect(await loader.load('tlh')).to.equal(undefined);
  });

  it('falls back to the source language when it fails, and tries again', async () => {
    const { loader, requests } = arriving();
    const first = loader.load('de');
    requests[0]?.fail(new TypeError('Failed to fetch'));
    expect(await first).to.equal(undefined);
    expect(loader.missing('de')).to.equal(true);

    const second = loader.load('de');
    requests[1]?.answer({ templates: german });
    expect(await second).to.equal(german);
  });
});

describe('the shipped locales', () => {
  it('each bring their own words', async () => {
    const loader = new LocaleLoader();
    const [german, arabic, pseudo] = await Promise.all(
      ['de', 'ar', 'en-XA'].map((locale) => loader.load(locale)),
    );
    const id = 'problem.password-required';
    expect(german?.[id]).to.match(/Kennwort/);
    expect(arabic?.[id]).to.match(/كلمة مرور/);
    expect(pseudo?.[id]).to.match(/^\[.*\]$/);
  });
});
