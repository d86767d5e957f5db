/**
 * Figures, never verdicts: how long a name that somebody has and a name of nobody take in the uniform
 * voice (rule REFUSAL-2), and how many resets the simulated tenant serves. Run it by `npm run benchmark`.
 */
import type { Answer, Step } from '../../src/contract/index.js';
import {
  createTenant,
  manualClock,
  pbkdf2,
  person,
  policy,
  seededRandom,
  type Tenant,
} from '../../src/tenant/index.js';

const tries = 200;
const known = 'amira.haddad@contoso.example';
const unknown = 'nobody.here@contoso.example';
const phone = '+49 171 1234567';

/** Enough that the questions show; a real tenant has thirty times as many. */
const rounds = 20_000;
const never = { count: 1_000_000 };

const contoso = (): Tenant =>
  createTenant({
    name: 'Contoso',
    clock: manualClock(),
    random: seededRandom(1),
    hash: pbkdf2({ iterations: rounds }),
    people: [
      person({
        username: known,
        email: 'amira.h@fineartschool.example',
        app: true,
        phone,
        questions: ['01', '02', '03'].map((number) => ({
          question: `question-${number}`,
          answer: `answer ${number}`,
        })),
      }),
    ],
    policy: policy({
      scope: 'all',
      captcha: { kind: 'none' },
      methods: { questions: { state: 'enabled' } },
      questions: { toRegister: 3, toReset: 3 },
      throttles: {
        wrongProofs: never,
        appCodes: never,
        textsAndCalls: never,
        targets: never,
        questionPages: never,
        emails: never,
        resets: never,
      },
    }),
  });

let attempts = 0;
const attempt = () => ({ attemptId: `benchmark-${++attempts}`, locale: 'en' });

const start = (tenant: Tenant, username: string): Promise<Step> =>
  tenant.reset.start({ username }, attempt());

const advance = (tenant: Tenant, step: Step, answer: Answer): Promise<Step> =>
  tenant.reset.advance('token' in step ? (step.token ?? '') : '', answer, attempt());

const choose = (tenant: Tenant, step: Step, type: string): Promise<Step> => {
  const methods = step.kind === 'choose-method' ? step.methods : [];
  const method = methods.find((one) => one.type === type)?.id ?? '';
  return advance(tenant, step, { action: 'choose-method', method });
};

const wrongAnswers = (step: Step): Answer => ({
  action: 'answer-questions',
  answers: Object.fromEntries(
    (step.kind === 'answer-questions' ? step.questions : []).map(({ id }) => [id, 'no idea']),
  ),
});

/** What is timed: the way to a step is walked before the clock starts. */
const cases: Readonly<
  Record<
    string,
    {
      readonly to: (tenant: Tenant, username: string) => Promise<Step | undefined>;
      readonly timed: (tenant: Tenant, username: string, step: Step | undefined) => Promise<Step>;
    }
  >
> = {
  start: { to: async () => undefined, timed: start },
  'choose the mail': {
    to: start,
    timed: (tenant, _, step) => choose(tenant, step as Step, 'email'),
  },
  'wrong code of a mail': {
    to: async (tenant, name) => choose(tenant, await start(tenant, name), 'email'),
    timed: (tenant, _, step) =>
      advance(tenant, step as Step, { action: 'enter-code', code: '000000' }),
  },
  'wrong code of the app': {
    to: async (tenant, name) => choose(tenant, await start(tenant, name), 'app-code'),
    timed: (tenant, _, step) =>
      advance(tenant, step as Step, { action: 'enter-code', code: '000000' }),
  },
  'wrong number': {
    to: async (tenant, name) => choose(tenant, await start(tenant, name), 'text'),
    timed: (tenant, _, step) =>
      advance(tenant, step as Step, { action: 'confirm-target', target: '+49 171 7654321' }),
  },
  'wrong answers': {
    to: async (tenant, name) => choose(tenant, await start(tenant, name), 'questions'),
    timed: (tenant, _, step) => advance(tenant, step as Step, wrongAnswers(step as Step)),
  },
};

const sorted = (times: readonly number[]): readonly number[] => times.toSorted((a, b) => a - b);
const at = (times: readonly number[], share: number): number =>
  sorted(times)[Math.floor((times.length - 1) * share)] ?? 0;
const ms = (time: number): string => time.toFixed(3).padStart(8);
const quartiles = (times: readonly number[]): string =>
  `${ms(at(times, 0.25))} ${ms(at(times, 0.5))} ${ms(at(times, 0.75))}`;

async function compare(name: string): Promise<void> {
  const measured = cases[name];
  if (!measured) return;
  const tenant = contoso();
  const times: Record<string, number[]> = { [known]: [], [unknown]: [] };
  // In turn, so that what the machine does meanwhile meets both alike; the first ones warm up.
  for (let index = -20; index < tries; index += 1)
    for (const username of [known, unknown]) {
      const step = await measured.to(tenant, username);
      const from = performance.now();
      await measured.timed(tenant, username, step);
      if (index >= 0) times[username]?.push(performance.now() - from);
    }
  const [one = [], two = []] = [times[known], times[unknown]];
  const apart = Math.abs(at(one, 0.5) - at(two, 0.5));
  console.log(`${name.padEnd(24)}${quartiles(one)}   ${quartiles(two)}   ${ms(apart)}`);
}

async function resets(): Promise<void> {
  const tenant = contoso();
  const from = performance.now();
  let count = 0;
  for (; performance.now() - from < 3_000; count += 1) {
    const asked = await choose(tenant, await start(tenant, known), 'email');
    const code = await tenant.outbox.codeFor(known);
    const proven = await advance(tenant, asked, { action: 'enter-code', code });
    const password = `Blue-Teapot-${count + 10}`;
    await advance(tenant, proven, { action: 'set-password', password, confirmation: password });
  }
  const perSecond = count / ((performance.now() - from) / 1_000);
  console.log(`\nresets per second, one after the other: ${perSecond.toFixed(1)}`);
}

console.log(`milliseconds, ${tries} tries each, PBKDF2 with ${rounds} rounds`);
console.log(
  `${''.padEnd(24)}${'known: quartiles'.padEnd(29)}${'nobody: quartiles'.padEnd(29)}medians apart`,
);
for (const name of Object.keys(cases)) await compare(name);
await resets();
