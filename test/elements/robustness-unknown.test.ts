import { expect } from '@open-wc/testing';
import { createHttpAdapter } from '../../src/adapters/http.js';
import type { Answer, Field } from '../../src/contract/index.js';
import { createFetch, createRequestHandler } from '../../src/mock/index.js';
import { adapterOver, adele, open, turn, type World, world } from './reset-world.js';
import { expectOneScreen, moves, openOverNetwork, traceOf } from './robustness-network.js';

const city: Field = { name: 'city', type: 'text', label: 'City', required: true, hint: 'Of birth' };
const pet: Field = { name: 'pet', type: 'from-the-future', label: 'First pet', required: false };
const pin: Field = { name: 'pin', type: 'password', label: 'PIN of your badge', required: true };

/** A backend that answers a start with a step of its own, and keeps what is answered to that. */
async function openAt(step: object, where: World = world()) {
  const answered: Answer[] = [];
  const serve = createRequestHandler(where.tenant);
  const json = (value: object) =>
    new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
  const always = { actions: [], problems: [], notices: [] };
  const adapter = createHttpAdapter({
    endpoint: '/api/sspr',
    clock: where.environment,
    fetch: createFetch(async (request) => {
      if (request.url.endsWith('/reset/start')) return json({ ...always, ...step });
      if (!request.url.endsWith('/reset/advance')) return serve(request);
      const { answer } = (await request.json()) as { readonly answer: Answer };
      answered.push(answer);
      return json({
        ...always,
        kind: 'done',
        username: adele,
        outcome: 'password-reset',
        unlocked: false,
        told: [],
      });
    }),
  });
  const page = await open(where, { adapter });
  await page.identify(adele);
  return { page, answered };
}

describe('a step that this version does not know', () => {
  it('is emptied like any other where its fields are called like parts of a form', async () => {
    const named = ['elements', 'querySelector', 'requestSubmit', 'remove'];
    const { page, answered } = await openAt({
      kind: 'prove-by-names',
      token: 'token-1',
      fields: named.map((name) => ({ name, type: 'password', label: name, required: true })),
    });
    const fields = [...page.element.querySelectorAll<HTMLInputElement>('input[type=password]')];
    for (const field of fields) field.value = `secret ${field.name}`;
    page.element.querySelector<HTMLButtonElement>('[type=submit]')?.click();
    await page.step('done');
    expect(answered).to.have.length(1);
    expect(fields.map(({ value }) => value)).to.deep.equal(named.map(() => ''));
  });

  it('is a labelled form where it describes its fields, and can be answered', async () => {
    const { page, answered } = await openAt({
      kind: 'prove-by-birthplace',
      token: 'token-1',
      title: 'Where were you born?',
      fields: [city, pet, pin],
    });
    expect(page.stepKind).to.equal('unknown');
    expect(page.heading).to.equal('Where were you born?');
    for (const { name, label } of [city, pet, pin]) {
      expect(page.field(name).labels?.[0]?.textContent?.trim()).to.equal(label);
      expect(page.form.contains(page.field(name))).to.equal(true);
    }
    expect(page.field('pet').type).to.equal('text');
    expect(page.field('pin').type).to.equal('password');
    expectOneScreen(page, 'the form');
    // A screen that is still fading in has no contrast yet.
    for (const animation of page.element.shadowRoot?.getAnimations() ?? []) animation.finish();
    await expect(page.element).to.be.accessible();
    page.type('city', 'Fürth');
    page.type('pin', '4711');
    await page.submit();
    expect(answered).to.deep.equal([
      { action: 'fill-form', values: { city: 'Fürth', pet: '', pin: '4711' } },
    ]);
    expect(page.stepKind).to.equal('done');
  });

  it('says which of its fields is missing, and sends nothing until it is there', async () => {
    const { page, answered } = await openAt({
      kind: 'prove-by-birthplace',
      token: 'token-1',
      fields: [city, pet],
    });
    await page.submit();
    expect(page.problem('city')).to.contain('City');
    expect(page.problem('pet')).to.equal(undefined);
    expect(answered).to.deep.equal([]);
    expectOneScreen(page, 'corrected');
  });

  it('is told in words where it describes nothing, and leads back with the username kept', async () => {
    const { page } = await openAt({ kind: 'prove-by-dance', token: 'token-1' });
    expect(page.stepKind).to.equal('unknown');
    expect(page.heading).to.equal('This page cannot show the next step');
    expect(page.lead).to.contain('ask the service desk');
    expectOneScreen(page, 'the words');
    await page.press('Start again');
    await page.step('identify');
    expect(page.field('username').value).to.equal(adele);
  });

  it('is such a form too where an adapter of the page brings it', async () => {
    const where = world();
    const step = {
      kind: 'prove-by-birthplace',
      token: 'token-1',
      title: 'Where were you born?',
      fields: [city],
      actions: [],
      problems: [],
      notices: [],
    };
    const adapter = adapterOver(where.tenant, {
      // Written without types, or for a newer version.
      start: async () => step as never,
      advance: async () => ({ ...step, kind: 'constructor', title: 'Once more' }) as never,
    });
    const page = await open(where, { adapter });
    await page.identify(adele);
    expect(page.heading).to.equal('Where were you born?');
    page.type('city', 'Bonn');
    await page.submit();
    expect(page.heading).to.equal('Once more');
    expect(page.failure).to.equal(undefined);
  });

  it('asks for nothing where no answer could be sent', async () => {
    const { page } = await openAt({ kind: 'prove-by-birthplace', fields: [city] });
    expect(page.heading).to.equal('This page cannot show the next step');
    expect(page.form.querySelector('[name=city]')).to.equal(null);
    expect(page.controls).to.include('Start again');
  });

  it('shows words of a backend as text, never as markup', async () => {
    const evil = '<img src=x onerror="window.owned = true">';
    const { page } = await openAt({
      kind: 'evil',
      token: 'token-1',
      title: evil,
      fields: [{ ...city, label: evil, hint: evil }],
    });
    await turn();
    expect(page.heading).to.equal(evil);
    expect(page.element.querySelector('img')).to.equal(null);
    expect(page.element.shadowRoot?.querySelector('.heading img')).to.equal(null);
    expect(Object.hasOwn(window, 'owned')).to.equal(false);
  });

  it('can come at every step of a reset, and a new one gets through', async () => {
    const opened = await openOverNetwork();
    const { page, tenant, told } = opened;
    const all = moves(tenant);
    for (const [index, { name, operation }] of all.entries()) {
      for (const move of all.slice(0, index)) {
        move.fill(page);
        await page.submit();
      }
      all[index]?.fill(page);
      opened.faults.next(operation, { kind: 'unknown-step' });
      await page.submit();
      expect(page.stepKind, name).to.equal('unknown');
      expectOneScreen(page, name);
      // An app shows each code once.
      opened.clock.advance({ seconds: 30 });
      await page.press('Start again');
      await page.step('identify');
      expect(page.field('username').value, name).to.equal(adele);
    }
    expect(told).to.deep.equal([]);
    // The last of them had been served: only its answer came as something unknown.
    expect(traceOf(tenant).filter((line) => line.includes('mail password-reset'))).to.have.length(
      2,
    );
    opened.stop();
  });
});
