import type { KnownRefusalCode, Step } from '../../src/contract/index.js';
import { SsprError } from '../../src/contract/index.js';
import type { ScenarioName } from '../../src/mock/scenarios/index.js';
import type { Overrides } from '../../src/tenant/index.js';
import { codeFrom, type ResetPage } from '../../src/testing/index.js';
import {
  adapterOver,
  adele,
  disabled,
  guest,
  type Look,
  lee,
  maria,
  nestor,
  newPassword,
  nobody,
  unlicensed,
  type World,
} from './reset-world.js';
import { type Stage, stage, walk } from './scenario-steps.js';

/** A state that a person may meet, and the way to it. */
export interface Scene {
  /** Where it is a scenario of the tenant: the world it is in. */
  readonly stage?: (lang: string) => Promise<Stage>;
  readonly settings?: Overrides;
  readonly look?: (where: World) => Look;
  readonly walk: (page: ResetPage, where: World) => Promise<void>;
}

/** A scenario of the tenant, walked by the element. */
const ofScenario = (
  name: ScenarioName,
  then: (page: ResetPage, where: World) => Promise<void> = async () => {},
): Scene => {
  const stages = new WeakMap<World, Stage>();
  return {
    async stage(lang) {
      const where = await stage(name, { locale: lang });
      stages.set(where, where);
      return where;
    },
    async walk(page, where) {
      const staged = stages.get(where);
      if (!staged) throw new Error(`Nobody has set the stage for ${name}.`);
      await walk(page, staged);
      await then(page, where);
    },
  };
};

const two = { methodsRequired: 2 } as const;
const helpdesk = {
  name: 'IT service desk',
  phone: '+49 30 1234567',
  hours: 'Monday to Friday, 8 to 18',
  email: 'help@contoso.example',
};

async function atPicker(page: ResetPage, username = adele): Promise<void> {
  await page.identify(username);
  await page.step('choose-method');
}

async function atCode(page: ResetPage, type: 'email' | 'app-code' = 'email', username = adele) {
  await atPicker(page, username);
  await page.chooseMethod(type);
  await page.step('enter-code');
}

async function atSecondPicker(page: ResetPage, { tenant }: World): Promise<void> {
  await atCode(page);
  await page.enterCode(await codeFrom(tenant, adele));
  await page.step('choose-method');
}

async function atPassword(page: ResetPage, { tenant }: World): Promise<void> {
  await atCode(page);
  await page.enterCode(await codeFrom(tenant, adele));
  await page.step('new-password');
}

const atRefusal = (username: string, settings: Overrides = {}): Scene => ({
  settings: { voice: 'detailed', ...settings },
  async walk(page) {
    await page.identify(username);
    await page.step('refused');
  },
});

/** What no tenant of this version answers. */
const answered = (step: Step): Scene => ({
  look: ({ tenant }) => ({ adapter: adapterOver(tenant, { start: async () => step }) }),
  async walk(page) {
    await page.identify(adele);
    await page.step(step.kind);
  },
});

const bare = { actions: [], problems: [], notices: [] } as const;
const branding = { name: 'Contoso', helpdesk };

const refusedAs = (code: KnownRefusalCode): Scene =>
  answered({ kind: 'refused', ...bare, branding, code, supportCode: '4QX7-9KTM' });

const wrong = async (where: World): Promise<string> =>
  (await codeFrom(where.tenant, adele)) === '000000' ? '000001' : '000000';

const dialog = () => ({ presentation: 'dialog' as const, open: true });

/** Every state of the reset, by name. */
export const scenes: Readonly<Record<string, Scene>> = {
  identify: { walk: async (page) => page.settled() },
  'identify with a problem': { walk: (page) => page.identify('') },
  'the methods': { walk: (page) => atPicker(page) },
  'the first of two proofs': { settings: two, walk: (page) => atPicker(page, nestor) },
  'the code': { walk: (page) => atCode(page) },
  'the wrong code': {
    async walk(page, where) {
      await atCode(page);
      await page.enterCode(await wrong(where));
    },
  },
  'the code used up': {
    async walk(page, where) {
      await atCode(page);
      const code = await wrong(where);
      for (let tries = 0; tries < 3; tries += 1) await page.enterCode(code);
    },
  },
  'a new code': {
    async walk(page, { clock }) {
      await atCode(page);
      clock.advance({ seconds: 30 });
      await page.until(() => page.form.querySelector('.again') !== null, 'the button');
      page.form.querySelector<HTMLElement>('.again')?.click();
      await page.until(() => page.form.querySelector('.again') === null, 'another wait');
      await page.settled();
    },
  },
  'the second of two proofs': { settings: two, walk: atSecondPicker },
  'the code of an app': { walk: (page) => atCode(page, 'app-code') },
  'the new password': { walk: atPassword },
  'the new password, typed and shown': {
    async walk(page, where) {
      await atPassword(page, where);
      page.type('password', newPassword);
      page.form.querySelector<HTMLElement>('.show')?.click();
      await page.element.updateComplete;
    },
  },
  'the new password with problems': {
    async walk(page, where) {
      await atPassword(page, where);
      await page.choosePassword('Ab1!', 'other');
    },
  },
  'the new password, refused': {
    async walk(page, where) {
      await atPassword(page, where);
      await page.choosePassword('My-Contoso-2026');
    },
  },
  'the end': {
    async walk(page, where) {
      await atPassword(page, where);
      await page.choosePassword(newPassword);
      await page.step('done');
    },
  },
  'a failed call': {
    look: ({ tenant }) => ({
      adapter: adapterOver(tenant, {
        start: () => Promise.reject(new SsprError('offline', 'No network.')),
      }),
    }),
    async walk(page) {
      await page.identify(adele);
      await page.until(() => page.failure !== undefined, 'a failure');
      await page.settled();
    },
  },
  SSPR_0009: atRefusal(maria, { scope: 'none' }),
  SSPR_0010: refusedAs('SSPR_0010'),
  SSPR_0011: refusedAs('SSPR_0011'),
  SSPR_0012: atRefusal(unlicensed),
  SSPR_0013: atRefusal(maria, { scope: 'selected', scopeGroup: 'pilots' }),
  SSPR_0014: atRefusal(lee, { helpdesk }),
  SSPR_0029: refusedAs('SSPR_0029'),
  SSPR_0030: refusedAs('SSPR_0030'),
  'account-unknown': atRefusal(nobody),
  'account-disabled': atRefusal(disabled),
  'protected-admin': refusedAs('protected-admin'),
  'admin-reset-off': atRefusal(nestor, { adminsMayReset: false }),
  'blocked-until': {
    settings: { throttles: { wrongProofs: { count: 1 } } },
    async walk(page, where) {
      await atCode(page);
      await page.enterCode(await wrong(where));
      await page.step('refused');
    },
  },
  'not-proven, help called': {
    async walk(page) {
      await atPicker(page);
      page.form.querySelector<HTMLElement>('.ways .quiet')?.click();
      await page.step('refused');
      await page.submit();
      await page.until(() => page.notices.length > 1, 'a notice');
    },
  },
  'flow-expired': {
    async walk(page, { clock }) {
      await atCode(page);
      clock.advance({ minutes: 15 });
      await page.step('refused');
    },
  },
  'flow-superseded': refusedAs('flow-superseded'),
  'a guest sent home': {
    settings: { voice: 'detailed' },
    async walk(page) {
      await page.identify(guest);
      await page.step('leave');
    },
  },
  'a form that the backend describes': answered({
    kind: 'form',
    ...bare,
    token: 't1',
    title: 'Badge number',
    lead: 'It stands on the back of your badge.',
    actions: [{ name: 'back' }, { name: 'cancel' }],
    problems: [{ code: 'field-required', field: 'badge', params: { label: 'Badge' } }],
    notices: [{ code: 'from-tomorrow', text: 'Badges change tomorrow.' }],
    fields: [
      { name: 'badge', type: 'numeric', label: 'Badge', required: true, hint: 'Six digits' },
      { name: 'pin', type: 'password', label: 'PIN', required: true },
      { name: 'mail', type: 'email', label: 'Address', required: false },
      { name: 'odd', type: 'hologram', label: 'Odd', required: false },
    ],
  }),
  'a step from the future': answered({
    kind: 'unknown',
    ...bare,
    received: 'scan-iris',
    token: 't1',
    supportCode: '4QX7-9KTM',
    branding,
  }),
  'two goals': ofScenario('writeback/goal'),
  'the number to confirm': ofScenario('text/number'),
  'another number than that': ofScenario('text/other-number'),
  'a phone that rings': ofScenario('call/ringing'),
  'a call that nobody took': ofScenario('call/not-answered'),
  'a number for the app': ofScenario('notification/waiting'),
  'a number whose time is over': ofScenario('notification/expired'),
  'a no in the app': ofScenario('notification/denied'),
  'the questions': ofScenario('questions/asked'),
  'wrong answers': ofScenario('questions/wrong'),
  'no answers': ofScenario('questions/asked', (page) => page.submit()),
  'methods that end soon': ofScenario('retiring/text'),
  'an account that is open again': ofScenario('writeback/unlocked'),
  'time that runs short': ofScenario('text/number', async (page, { clock }) => {
    clock.advance({ minutes: 13, seconds: 30 });
    await page.until(() => page.form.querySelectorAll('.ways .quiet').length > 2, 'an offer');
  }),
  'the dialog': { look: dialog, walk: async (page) => page.settled() },
  'the methods in the dialog': { look: dialog, walk: (page) => atPicker(page) },
  'the question before leaving': {
    look: dialog,
    async walk(page) {
      await atCode(page);
      page.form.querySelector<HTMLElement>('.ways .end')?.click();
      await page.until(
        () => page.element.shadowRoot?.querySelector('.question button') !== null,
        'the question',
      );
    },
  },
};
