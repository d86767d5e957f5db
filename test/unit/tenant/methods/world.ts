import {
  type Clock,
  manualClock,
  type Overrides,
  type Person,
} from '../../../../src/tenant/index.js';
import { adele, adeleWith, contoso, type Visitor } from '../visitor.js';

export const mobile = '+49 15112345678';
export const mobileHint = '••• ••• ••78';

export const on = { state: 'enabled' } as const;
export const off = { state: 'disabled' } as const;

/** Every method of a reset. */
export const allMethods: NonNullable<Overrides['methods']> = {
  whatsapp: on,
  'office-call': on,
  questions: on,
};

export const asked = ['first', 'second', 'third', 'fourth', 'fifth'].map(
  (nth) => `What was your ${nth} street?`,
);
/** The answer to one of `asked`. */
export const answerTo = (question: string): string => `Zeedijk ${asked.indexOf(question) + 1}`;
export const answered = asked.map((question) => ({ question, answer: answerTo(question) }));

/** Has registered all that there is. */
export const wellKnown = (known: Partial<Person> = {}): Person =>
  adeleWith({
    app: false,
    apps: [{ notifications: true }],
    phone: mobile,
    officePhone: '+49 3012345644',
    questions: answered,
    ...known,
  });

/** Contoso of one person, with all methods enabled unless said otherwise. */
export const world = (person: Partial<Person> = {}, settings: Overrides = {}) =>
  contoso(
    { ...settings, methods: { ...allMethods, ...settings.methods } },
    { people: [wellKnown({ password: 'Old-Saucer-11', ...person })] },
  );

export type World = ReturnType<typeof contoso>;

/** A visitor who has chosen a method. */
export async function choosing({ visit }: World, type: string, username = adele): Promise<Visitor> {
  const visitor = visit();
  await visitor.start(username);
  await visitor.choose(type);
  return visitor;
}

/** A visitor who has chosen a method that sends to a number, and typed the number. */
export async function reaching(at: World, type: string, number = mobile): Promise<Visitor> {
  const visitor = await choosing(at, type);
  await visitor.confirmTarget(number);
  return visitor;
}

/** A manual clock that knows how many wait for it. */
export function countingClock() {
  const manual = manualClock();
  let waiting = 0;
  const wait: Clock['wait'] = async (ms, signal) => {
    waiting += 1;
    try {
      await manual.wait(ms, signal);
    } finally {
      waiting -= 1;
    }
  };
  return { ...manual, wait, waiting: () => waiting };
}

/** Lets everything happen that needs no time. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 30; i++) await Promise.resolve();
}
