import { manualClock } from '../../../../src/tenant/clock.js';
import {
  OnPremises,
  type OnPremisesFacts,
  type OnPremisesOverrides,
  type OnPremisesPerson,
  type OnPremisesWorld,
  onPremises,
} from '../../../../src/tenant/on-premises/index.js';
import { pbkdf2 } from '../../../../src/tenant/password-hash.js';
import { seededRandom } from '../../../../src/tenant/random.js';

export const corp = 'corp.example';
export const erin = 'erin.hagens@corp.example';
export const firstPassword = 'Old-Saucer-11';
export const newPassword = 'Blue-Teapot-77';

/** Erin as her domain has her, unless said otherwise. */
export const erinWith = (
  facts: OnPremisesFacts = {},
  known: Partial<OnPremisesPerson> = {},
): OnPremisesPerson => ({
  username: erin,
  firstName: 'Erin',
  lastName: 'Hagens',
  password: firstPassword,
  onPremises: facts,
  ...known,
});

/** What the agents for banned words download at first. */
export const firstWords = { terms: ['password', 'teapots'], tenantName: 'Contoso', minPoints: 5 };

/** A hash that waits until it is let go, for what happens meanwhile. */
export function heldHash() {
  const { promise, resolve: release } = Promise.withResolvers<void>();
  const hash = pbkdf2({ iterations: 1 });
  return {
    release,
    hash: async (password: string, salt: Uint8Array<ArrayBuffer>) => {
      await promise;
      return hash(password, salt);
    },
  };
}

/** A domain with one agent and one controller where Erin is, its clock, and writeback on. */
export function corporation(
  definition: OnPremisesOverrides = {},
  people: readonly OnPremisesPerson[] = [erinWith()],
  world: Partial<OnPremisesWorld> = {},
) {
  const clock = manualClock();
  const site = new OnPremises(
    onPremises({ agents: [{ domains: [corp] }], ...definition }),
    people,
    {
      clock,
      random: seededRandom(1),
      hash: pbkdf2({ iterations: 1 }),
      enabled: () => true,
      bannedWords: firstWords,
      ...world,
    },
  );
  const [agent] = site.agents;
  const [controller] = site.controllers;
  if (!agent) throw new Error('A corporation has an agent.');
  return {
    site,
    clock,
    agent,
    /** Of the first domain. */
    get controller() {
      if (!controller) throw new Error('This corporation has no controller.');
      return controller;
    },
    /** The codes in the event log of the first agent. */
    codes: () => agent.events.list().map(({ code }) => code),
  };
}

/** A domain that asks for nothing but what `policy` says. */
export const lenient = (
  policy: NonNullable<OnPremisesOverrides['controllers']>[0]['policy'] = {},
) => ({
  controllers: [
    {
      domain: corp,
      policy: {
        history: 0,
        minimumAgeMs: 0,
        minimumLength: 0,
        complexity: false,
        bannedAgent: 'off' as const,
        ...policy,
      },
    },
  ],
});

/** How something ended, in a word: the kind, or the code of what stood against it. */
export const outcome = (result: {
  readonly kind: string;
  readonly verdict?: { readonly code: string };
}): string => result.verdict?.code ?? result.kind;
