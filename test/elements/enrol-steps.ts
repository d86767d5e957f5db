import type {
  Adapter,
  Answer,
  RegistrationStep,
  RegistrationType,
} from '../../src/contract/index.js';
import type { Overrides, Person } from '../../src/tenant/index.js';
import type { RegisterPage } from '../../src/testing/index.js';
import { proveByMail } from './register-steps.js';
import { register, type SignedIn, signedIn } from './register-world.js';

/** A person who is about to register something, and what the backend said and was told last. */
export interface Enrolling {
  readonly page: RegisterPage;
  readonly where: SignedIn;
  readonly step: () => RegistrationStep;
  readonly answers: readonly Answer[];
}

interface Setting {
  readonly person?: Partial<Person>;
  readonly policy?: Overrides;
  readonly lang?: string;
}

/** Brings Amira to where something is registered. She has nothing, or else an address to prove it by (rule REGISTER-6). */
export async function enrolling(
  type: RegistrationType,
  kind: 'enrol-app' | 'enrol-phone' | 'enrol-email' | 'enrol-questions',
  { lang = 'en', ...setting }: Setting = {},
): Promise<Enrolling> {
  const where = await signedIn(setting);
  const { register: driver } = where.adapter;
  if (!driver) throw new Error('Nobody can register here.');
  const answers: Answer[] = [];
  let newest: RegistrationStep | undefined;
  const keep = async (answer: Promise<RegistrationStep>) => {
    newest = await answer;
    return newest;
  };
  const { contract, discover, reset } = where.adapter;
  const adapter: Adapter = {
    contract,
    discover,
    reset,
    register: {
      start: (...call: Parameters<typeof driver.start>) => keep(driver.start(...call)),
      advance: (...call: Parameters<typeof driver.advance>) => {
        answers.push(call[1]);
        return keep(driver.advance(...call));
      },
      async *watch(...call: Parameters<NonNullable<typeof driver.watch>>) {
        for await (const step of driver.watch?.(...call) ?? [])
          yield await keep(Promise.resolve(step));
      },
      cancel: driver.cancel,
    },
  };
  const page = await register({ ...where, adapter }, { mode: 'manage', lang });
  await page.step('manage');
  // Where nothing is there yet, the list of what can be added is open.
  if (setting.person) page.control('Add method').click();
  await page.until(() => page.form.querySelector('.pick') !== null, 'what can be added');
  const offered = newest?.kind === 'manage' ? newest.registrable.map((one) => one.type) : [];
  page.form.querySelectorAll<HTMLElement>('.pick')[offered.indexOf(type)]?.click();
  if (setting.person) await proveByMail(page, where);
  await page.step(kind);
  return {
    page,
    where,
    answers,
    step() {
      if (!newest) throw new Error('Nothing was asked yet.');
      return newest;
    },
  };
}

/** Resolves when the list of countries is there. */
export const countries = (page: RegisterPage): Promise<void> =>
  page.until(() => page.form.querySelector('.phone select') !== null, 'all countries');

const enabled = { state: 'enabled' } as const;

/** A policy under which everything can be registered. */
export const everything = {
  methods: { whatsapp: enabled, 'office-call': enabled, questions: enabled },
} as const;

/** What is registered, by its names. */
export const names = ({ page }: Enrolling): readonly string[] =>
  page.registered.map(({ name }) => name);
