import { registrationTypes } from '../../contract/codes.js';
import { SsprError } from '../../contract/error.js';
import type { RegistrationSteps } from '../../contract/step.js';
import type { CheckEntry } from '../check-entry.js';
import { NotOffered, offered, require } from '../expectation.js';
import { isFreshProof, Registrant } from '../registrant.js';
import { described } from '../shape.js';
import type { Visitor } from '../visitor.js';

const signedIn = (visitor: Visitor): Registrant => new Registrant(visitor, visitor.world.signedIn);

const newcomer = (visitor: Visitor): Registrant =>
  new Registrant(visitor, visitor.world.newcomer, 'somebody who has registered too little');

/** All that a list says is registered, as text. */
const listed = ({ registered }: RegistrationSteps['manage']): string =>
  JSON.stringify(registered.map(({ type, hint }) => [type, hint]).sort());

/** As far as the code that a new address is sent; the address is in place of one where there is one. */
async function newAddress(visitor: Visitor) {
  const address = offered(visitor.world.newAddress, 'an address that can be registered');
  const person = signedIn(visitor);
  const list = await person.manage();
  const old = list.registered.find(({ type, may }) => type === 'email' && may.change === 'yes');
  const can = list.registrable.some(({ type, may }) => type === 'email' && may === 'yes');
  if (!old && !can) throw new NotOffered('to register an address');
  const asked = await person.advance(
    list,
    old ? { action: 'change', id: old.id } : { action: 'add', type: 'email' },
  );
  const form = person.expect(await person.prove(asked), 'enrol-email');
  const sent = await person.advance(form, { action: 'enrol-email', address });
  return { person, before: listed(list), step: person.expect(sent, 'enter-code') };
}

/** What a signed-in person registers. */
export const registrationChecks: readonly CheckEntry[] = [
  [
    'REGISTER-6',
    'opens no registration where nobody is signed in',
    async ({ world: { adapter, signedIn: session }, attempt }) => {
      const register = offered(adapter.register, 'a registration');
      const told: unknown = await register.start({}, attempt()).catch((error: unknown) => error);
      const code = told instanceof SsprError ? told.code : undefined;
      if (code === 'not-found' && !session) throw new NotOffered('a registration');
      require(code === 'unauthorized', 'unauthorized', code ?? 'another answer');
    },
  ],
  [
    'REGISTER-4',
    'lists what is registered, by steps of the contract',
    async (visitor) => {
      const { registered } = await signedIn(visitor).manage();
      require(registered.filter(({ isDefault }) => isDefault).length <= 1, 'one default at most');
      const ids = new Set(registered.map(({ id }) => id));
      require(ids.size === registered.length, 'an id for each', 'one twice');
    },
  ],
  [
    'REGISTER-4',
    'does not do what it said cannot be done',
    async (visitor) => {
      const person = signedIn(visitor);
      const list = await person.manage();
      const fixed = list.registered.find(({ may }) => may.change !== 'yes');
      if (!fixed) throw new NotOffered('something that cannot be changed');
      const next = await person.advance(list, { action: 'change', id: fixed.id });
      require(next.kind === 'manage' &&
        next.problems.length > 0, 'a change to be refused', described(next));
    },
  ],
  [
    'REGISTER-6',
    'asks for a fresh proof before a change where something is registered',
    async (visitor) => {
      const person = signedIn(visitor);
      const list = await person.manage();
      const first = list.registered.find(({ may }) => may.remove === 'yes');
      if (!first) throw new NotOffered('something that can be removed');
      const next = await person.advance(list, { action: 'remove', id: first.id });
      require(isFreshProof(next), 'a fresh proof', described(next));
    },
  ],
  [
    'REGISTER-5',
    'stores nothing before the proof',
    async (visitor) => {
      const { person, before, step } = await newAddress(visitor);
      require(listed(await person.manage()) === before, 'nothing stored yet', 'something');
      const code = await visitor.wrongCode(step.method);
      const wrong = await person.advance(step, { action: 'enter-code', code });
      require(wrong.problems.length > 0, 'a wrong code to be wrong', described(wrong));
      require(listed(await person.manage()) === before, 'nothing stored yet', 'something');
    },
  ],
  [
    'REGISTER-5',
    'stores what was proven',
    async (visitor) => {
      const { person, before, step } = await newAddress(visitor);
      const code = await visitor.code(step.method);
      const next = await person.advance(step, { action: 'enter-code', code });
      person.expect(next, 'manage');
      require(listed(await person.manage()) !== before, 'the new address in the list', 'none');
    },
  ],
  [
    'REGISTER-7',
    'says what a removal costs, and removes nothing before that was confirmed',
    async (visitor) => {
      const person = signedIn(visitor);
      const list = await person.manage();
      const gone = list.registered.find(({ may }) => may.remove === 'yes');
      if (!gone) throw new NotOffered('something that can be removed');
      const asked = await person.advance(list, { action: 'remove', id: gone.id });
      const step = person.expect(await person.prove(asked), 'confirm-removal');
      require(step.registered.type === gone.type, 'to be asked about what was chosen');
      const before = (await person.manage()).registered.length;
      require(before === list.registered.length, 'nothing removed yet', 'something');
      person.expect(await person.advance(step, { action: 'confirm' }), 'manage');
      const after = (await person.manage()).registered;
      require(after.length === before - 1, 'one less', `${after.length} of ${before}`);
      require(!after.some(({ id }) => id === gone.id), 'the one that was chosen gone', 'another');
    },
  ],
  [
    'SESSION-1',
    'refuses a spent token of a registration',
    async (visitor) => {
      const person = signedIn(visitor);
      const list = await person.manage();
      await person.advance(list, { action: 'back' });
      const again = person.expect(await person.advance(list, { action: 'back' }), 'refused');
      require(again.code === 'flow-superseded', 'flow-superseded', again.code);
    },
  ],
  [
    'REGISTER-2',
    'asks whether all is still right, and takes a yes',
    async (visitor) => {
      const person = signedIn(visitor);
      const list = person.expect(await person.start('reconfirm'), 'reconfirm');
      const done = person.expect(await person.advance(list, { action: 'confirm' }), 'done');
      require(done.outcome === 'confirmed', 'the outcome confirmed', done.outcome);
    },
  ],
  [
    'REGISTER-1',
    'interrupts somebody who has registered too little, and lets that be put off only as it says',
    async (visitor) => {
      const person = newcomer(visitor);
      const step = person.expect(await person.start('interrupt'), 'registration-needed');
      const may = step.actions.some(({ name }) => name === 'skip');
      const next = await person.advance(step, { action: 'skip' });
      const skipped = next.kind === 'done' && next.outcome === 'skipped';
      require(skipped === may, may ? 'to be let go' : 'to be held', described(next));
    },
  ],
  [
    'REGISTER-3',
    'asks for what is missing, most secure first',
    async (visitor) => {
      const person = newcomer(visitor);
      const { missing } = person.expect(await person.start('interrupt'), 'registration-needed');
      require(missing.length > 0, 'something that is missing', 'nothing');
      const order: readonly string[] = registrationTypes;
      const ranks = missing.map((type) => order.indexOf(type)).filter((rank) => rank >= 0);
      require(ranks.every(
        (rank, index) => rank > (ranks[index - 1] ?? -1),
      ), 'the order of the contract', missing.join(', '));
    },
  ],
];
