import { expect } from 'chai';
import type { Captcha, ResetIntent, Work } from '../../../src/contract/index.js';
import { solve } from '../../../src/flow/proof-of-work.js';
import type { Overrides, TenantOptions } from '../../../src/tenant/index.js';
import { adele, attempt, contoso, nobody } from './visitor.js';

const asking = (captcha: NonNullable<Overrides['captcha']>, options: Partial<TenantOptions> = {}) =>
  contoso({ voice: 'detailed', captcha: { maxNumber: 200, ...captcha } }, options);

type World = ReturnType<typeof asking>;

const captchaOf = async ({ tenant }: World): Promise<Captcha> =>
  (await tenant.discover({}, { locale: 'en' })).captcha;

const workOf = (captcha: Captcha): Work => {
  if (!('work' in captcha)) throw new Error(`No work in ${captcha.kind}.`);
  return captcha.work;
};

const solved = async (world: World): Promise<NonNullable<ResetIntent['captcha']>> => ({
  answer: await solve(workOf(await captchaOf(world)), new AbortController().signal),
});

const start = ({ tenant }: World, captcha: ResetIntent['captcha'], username = adele) =>
  tenant.reset.start({ username, ...(captcha && { captcha }) }, attempt());

describe('a captcha before a reset', () => {
  it('CAPTCHA-1: is asked with the username, and never again in the flow', async () => {
    const world = asking({ kind: 'proof-of-work' });
    const step = await start(world, await solved(world));
    if (step.kind !== 'choose-method') throw new Error(step.kind);
    const method = step.methods[0]?.id ?? '';
    const answer = { action: 'choose-method', method } as const;
    const next = await world.tenant.reset.advance(step.token, answer, attempt());
    expect(next.kind).to.equal('enter-code');
  });

  it('CAPTCHA-1, SCOPE-6: without it nobody is looked up, whoever has the name', async () => {
    const world = asking({ kind: 'proof-of-work' });
    for (const name of [adele, nobody]) {
      const step = await start(world, undefined, name);
      expect(step).to.deep.include({ kind: 'identify' });
      expect(step.problems).to.deep.equal([{ code: 'captcha-failed', rule: 'CAPTCHA-1' }]);
    }
    expect(world.tenant.audit.list()).to.deep.equal([]);
  });

  it('CAPTCHA-1: works once', async () => {
    const world = asking({ kind: 'proof-of-work' });
    const captcha = await solved(world);
    expect((await start(world, captcha)).kind).to.equal('choose-method');
    expect((await start(world, captcha)).kind).to.equal('identify');
  });

  it('CAPTCHA-1: lives five minutes', async () => {
    const world = asking({ kind: 'proof-of-work' });
    const captcha = await solved(world);
    world.clock.advance({ minutes: 5 });
    expect((await start(world, captcha)).kind).to.equal('identify');
  });

  it('SCOPE-6: throttling comes before it: who is blocked is told so', async () => {
    const world = asking({ kind: 'proof-of-work' }, {});
    const { tenant } = world;
    tenant.setPolicy({
      ...tenant.policy,
      throttles: {
        ...tenant.policy.throttles,
        emails: { ...tenant.policy.throttles.emails, count: 1 },
      },
    });
    for (let times = 0; times < 2; times += 1) {
      const step = await start(world, await solved(world));
      if (step.kind !== 'choose-method') throw new Error(step.kind);
      const method = step.methods.find(({ type }) => type === 'email')?.id ?? '';
      await tenant.reset.advance(step.token, { action: 'choose-method', method }, attempt());
    }
    expect(await start(world, undefined)).to.include({ kind: 'refused', code: 'blocked-until' });
  });

  it('CAPTCHA-2: beside a picture stands a way without a puzzle', async () => {
    const world = asking({ kind: 'picture' });
    expect((await captchaOf(world)).kind).to.equal('picture');
    expect((await start(world, await solved(world))).kind).to.equal('choose-method');
  });

  it('CAPTCHA-2: of another maker is checked by whoever the tenant was given', async () => {
    const asked: string[] = [];
    const verifyCaptcha = async (token: string) => asked.push(token) > 0 && token === 'good';
    const settings = { kind: 'external', provider: 'turnstile', siteKey: 'key' } as const;
    const world = asking(settings, { verifyCaptcha });
    expect(await captchaOf(world)).to.deep.equal(settings);
    expect((await start(world, { answer: 'bad' })).kind).to.equal('identify');
    expect((await start(world, { answer: 'good' })).kind).to.equal('choose-method');
    expect(asked).to.deep.equal(['bad', 'good']);
  });

  it('CAPTCHA-2: is not asked where the policy has none', async () => {
    const world = asking({ kind: 'none' });
    expect(await captchaOf(world)).to.deep.equal({ kind: 'none' });
    expect((await start(world, undefined)).kind).to.equal('choose-method');
  });
});
