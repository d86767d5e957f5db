import { expect } from 'chai';
import { Broken, conformance } from '../../../src/conformance/index.js';
import type { Adapter } from '../../../src/contract/adapter.js';
import type { RegistrationStep } from '../../../src/contract/step.js';
import { everyMethod, everySetting, fabrikam, fullWorld } from './tenant-world.js';

/** The same adapter with the steps of its registration changed. */
const withSteps = (
  adapter: Adapter | undefined,
  change: (step: RegistrationStep) => RegistrationStep,
): Adapter | undefined => {
  const register = adapter?.register;
  if (!register) return adapter;
  return {
    ...{ contract: adapter.contract, discover: adapter.discover, reset: adapter.reset },
    register: {
      ...register,
      start: async (...call) => change(await register.start(...call)),
      advance: async (...call) => change(await register.advance(...call)),
    },
  };
};

const flaws: [flaw: string, rule: string, change: (step: RegistrationStep) => RegistrationStep][] =
  [
    [
      'holds whom it said it would let go',
      'REGISTER-1',
      (step) => (step.kind === 'done' ? { ...step, outcome: 'confirmed' } : step),
    ],
    [
      'skips the question whether all is right',
      'REGISTER-2',
      (step) => (step.kind === 'done' ? { ...step, outcome: 'skipped' } : step),
    ],
    [
      'asks for the least secure first',
      'REGISTER-3',
      (step) =>
        step.kind === 'registration-needed' ? { ...step, missing: ['questions', 'app'] } : step,
    ],
    [
      'gives one id to all that is registered',
      'REGISTER-4',
      (step) =>
        step.kind === 'manage'
          ? { ...step, registered: step.registered.map((one) => ({ ...one, id: 'same' })) }
          : step,
    ],
    ['does not show that a code was wrong', 'REGISTER-5', (step) => ({ ...step, problems: [] })],
    ['asks for no fresh proof', 'REGISTER-6', (step) => ({ ...step, purpose: undefined })],
    [
      'lists what was removed',
      'REGISTER-7',
      (() => {
        let first: readonly object[] | undefined;
        return (step: RegistrationStep): RegistrationStep => {
          if (step.kind !== 'manage') return step;
          first ??= step.registered;
          return { ...step, registered: first as typeof step.registered };
        };
      })(),
    ],
  ];

describe('the conformance of a registration', () => {
  for (const [flaw, rule, change] of flaws)
    it(`${rule}: finds a backend that ${flaw}`, async () => {
      const open = async () => {
        const world = await fullWorld(fabrikam(everySetting, everyMethod));
        return {
          ...world,
          signedIn: withSteps(world.signedIn, change),
          newcomer: withSteps(world.newcomer, change),
        };
      };
      const broke: boolean[] = [];
      for (const check of conformance(open).filter((one) => one.rule === rule))
        broke.push(
          await check.run().then(
            () => false,
            (error) => error instanceof Broken,
          ),
        );
      expect(broke).to.include(true);
    });
});
