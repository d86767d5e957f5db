import { expect } from 'chai';
import type { LadderRung, Overrides } from '../../../src/tenant/index.js';
import { adele, adeleWith, attempt, contoso, nobody, signedIn } from './visitor.js';

const ladder: readonly LadderRung[] = [
  { kind: 'helpdesk', url: 'https://help.contoso.example/' },
  {
    kind: 'administrator-pass',
    text: { en: 'Bring your badge to room 4.', de: 'Kommen Sie mit Ausweis in Raum 4.' },
  },
  { kind: 'identity-check', text: 'Video call' },
];
const told = [
  { kind: 'helpdesk', url: 'https://help.contoso.example/' },
  { kind: 'administrator-pass', text: 'Bring your badge to room 4.' },
  { kind: 'identity-check', text: 'Video call' },
];

const world = (settings: Overrides = {}, known = adeleWith({ password: 'Old-Saucer-11' })) =>
  contoso({ ladder, ...settings }, { people: [known] });

describe('a ladder of help', () => {
  it('REFUSAL-1: is told where nothing is registered, in the order of the policy', async () => {
    const visitor = world(
      { voice: 'detailed' },
      adeleWith({ email: undefined, app: false }),
    ).visit();
    await visitor.start();
    expect(visitor.at('refused')).to.deep.include({ code: 'SSPR_0014', ladder: told });
  });

  it('REFUSAL-2: is told to known and hidden alike, where none of the methods will do', async () => {
    for (const name of [adele, nobody]) {
      const visitor = world().visit();
      await visitor.start(name);
      await visitor.answer({ action: 'none-of-these' });
      expect(visitor.at('refused')).to.deep.include({ code: 'not-proven', ladder: told });
    }
  });

  it('REFUSAL-1: is in the language of the flow', async () => {
    const { tenant } = world();
    const call = () => ({ ...attempt(), locale: 'de-AT' });
    const first = await tenant.reset.start({ username: adele }, call());
    if (first.kind !== 'choose-method') throw new Error(first.kind);
    const step = await tenant.reset.advance(first.token, { action: 'none-of-these' }, call());
    if (step.kind !== 'refused') throw new Error(step.kind);
    expect(step.ladder?.[1]?.text).to.equal('Kommen Sie mit Ausweis in Raum 4.');
  });

  it('REFUSAL-1: is not told where waiting helps, nor where the organisation has none', async () => {
    const blocked = world().visit();
    await blocked.start();
    await blocked.choose('app-code');
    for (let times = 0; times < 5; times += 1) await blocked.enter('000000');
    expect(blocked.at('refused').code).to.equal('blocked-until');
    expect(blocked.step).not.to.have.property('ladder');
    const without = world({ ladder: [] }).visit();
    await without.start();
    await without.answer({ action: 'none-of-these' });
    expect(without.at('refused')).not.to.have.property('ladder');
  });

  it('REGISTER-6: is told to who cannot give a fresh proof', async () => {
    const one = await signedIn(world().tenant);
    await one.start('manage');
    await one.answer({ action: 'add', type: 'phone' });
    await one.answer({ action: 'none-of-these' });
    expect(one.at('refused').ladder).to.deep.equal(told);
  });
});
