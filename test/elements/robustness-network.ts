import { expect } from '@open-wc/testing';
import { createHttpAdapter, type HttpAdapterOptions } from '../../src/adapters/http.js';
import type { SsprErrorCode } from '../../src/contract/index.js';
import type { SsprFailedEvent } from '../../src/elements/index.js';
import {
  createFaults,
  createFetch,
  createRequestHandler,
  type RequestHandler,
  type Served,
  withFaults,
} from '../../src/mock/index.js';
import type { Tenant } from '../../src/tenant/index.js';
import { appCode, type ResetPage } from '../../src/testing/index.js';
import { adele, focused, newPassword, open, type World, world } from './reset-world.js';

/** The tenant of a world behind a network, what goes wrong there, and what was asked of it. */
export function network(
  where: World,
  options: Partial<HttpAdapterOptions> = {},
  served: Served = where.tenant,
) {
  const { now, after } = where.environment;
  const faults = createFaults();
  const handler = createRequestHandler(served);
  let serving = 0;
  const counted: RequestHandler = async (request) => {
    // What watches may be answered at any time, or never.
    if (request.url.endsWith('/watch')) return handler(request);
    serving += 1;
    try {
      return await handler(request);
    } finally {
      serving -= 1;
    }
  };
  const send = createFetch(withFaults(counted, faults, after));
  const requests: { readonly path: string; readonly signal: AbortSignal | undefined }[] = [];
  const adapter = createHttpAdapter({
    endpoint: '/api/sspr',
    clock: { now, after },
    fetch: (input, init) => {
      const path = String(input).replace(/.*\/v1\//, '');
      requests.push({ path, signal: init?.signal ?? undefined });
      return send(input, init);
    },
    ...options,
  });
  return {
    adapter,
    faults,
    requests,
    /** How many requests the backend works on at this moment. */
    get serving() {
      return serving;
    },
    /** Resolves when the request of this number, from 1, has been sent. */
    async sent(count: number) {
      for (let turns = 0; requests.length < count && turns < 500; turns += 1)
        await new Promise((resolve) => setTimeout(resolve, 1));
      expect(requests, 'requests').to.have.length.at.least(count);
    },
  };
}

/** An element that asks two proofs over a network, and every `sspr-failed` of it. */
export async function openOverNetwork(options: Partial<HttpAdapterOptions> = {}) {
  const where = world({ methodsRequired: 2 }, { signInUrl: '/sign-in' });
  const wire = network(where, options);
  const told: SsprErrorCode[] = [];
  const listen = ({ code }: SsprFailedEvent) => told.push(code);
  const listening = new AbortController();
  addEventListener('sspr-failed', listen, { signal: listening.signal });
  const page = await open(where, { adapter: wire.adapter });
  // The discovery, behind the first screen.
  await wire.sent(1);
  return { ...where, ...wire, page, told, stop: () => listening.abort() };
}

export type Opened = Awaited<ReturnType<typeof openOverNetwork>>;

/** What a person does at one screen. */
export interface Move {
  readonly name: string;
  readonly operation: 'start' | 'advance';
  /** Types or chooses, and says what is then in the form. */
  readonly fill: (page: ResetPage) => Readonly<Record<string, string>>;
}

/** Everything of the form that a person has put there. */
export const filled = ({ form }: Pick<ResetPage, 'form'>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new FormData(form)].filter(([, value]) => value !== '').map(([k, v]) => [k, String(v)]),
  );

/** A reset with two proofs, the mail first, move by move. */
export function moves(tenant: Tenant): readonly Move[] {
  const type = (page: ResetPage, values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values)) page.type(name, value);
    return filled(page);
  };
  const choose = (page: ResetPage, kind: string) => {
    const method = page.methods.find((one) => one.type === kind);
    if (!method) throw new Error(`No ${kind}: ${page}`);
    page.radio(method.id).click();
    return filled(page);
  };
  const mailed = () => tenant.outbox.mails().findLast(({ code }) => code)?.code ?? '';
  return [
    { name: 'username', operation: 'start', fill: (page) => type(page, { username: adele }) },
    { name: 'mail', operation: 'advance', fill: (page) => choose(page, 'email') },
    { name: 'mailed code', operation: 'advance', fill: (page) => type(page, { code: mailed() }) },
    { name: 'app', operation: 'advance', fill: (page) => choose(page, 'app-code') },
    {
      name: 'code of the app',
      operation: 'advance',
      fill: (page) => type(page, { code: appCode(tenant, adele) }),
    },
    {
      name: 'new password',
      operation: 'advance',
      fill: (page) => type(page, { password: newPassword, confirmation: newPassword }),
    },
  ];
}

/** Walks to a screen of the reset with two proofs. */
export async function walkTo(opened: Opened, name: string) {
  const { page, tenant } = opened;
  const all = moves(tenant);
  for (const move of all.slice(
    0,
    all.findIndex((one) => one.name === name),
  )) {
    move.fill(page);
    await page.submit();
  }
  const move = all.find((one) => one.name === name);
  if (!move) throw new Error(`No move ${name}`);
  return move;
}

/** What happened at a tenant, in the order of its audit log, and what was sent. */
export const traceOf = ({ audit, outbox }: Tenant): readonly string[] => [
  ...audit.list().map(({ activity, reason, status }) => `${activity}: ${reason}, ${status}`),
  ...outbox.mails().map(({ purpose, to }) => `mail ${purpose} to ${to}`),
];

/** Whether a person can see it: it has a box, and nothing above hides it. */
export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 10 && height > 10 && getComputedStyle(element).visibility === 'visible';
}

/** One card, one form, one screen's worth of it, and the focus within. */
export function expectOneScreen(page: ResetPage, when: string): void {
  const { element } = page;
  expect(element.querySelectorAll('form'), `${when}: forms`).to.have.length(1);
  expect(element.shadowRoot?.querySelectorAll('.card'), `${when}: cards`).to.have.length(1);
  expect(page.form.querySelectorAll('.button:not(.secondary)'), `${when}: buttons`).to.have.length(
    1,
  );
  const at = focused();
  const inside = element.contains(at) || element.shadowRoot?.contains(at);
  const picker = page.form.querySelector('sspr-method-picker')?.shadowRoot;
  expect(inside || picker?.contains(at), `${when}: the focus is at ${at?.localName}`).to.equal(
    true,
  );
}

/** The failure is told in words, to be seen and to be heard; what was typed is still there. */
export function expectToldFailure(
  page: ResetPage,
  words: string,
  typed: Readonly<Record<string, string>>,
  when: string,
): void {
  expect(page.failure, when).to.equal(words);
  expect(page.announced.assertive, when).to.equal(words);
  const box = page.form.querySelector('.failure');
  expect(box && isVisible(box), `${when}: the failure can be seen`).to.equal(true);
  expect(filled(page), `${when}: what was typed`).to.deep.equal(typed);
  expectOneScreen(page, when);
}
