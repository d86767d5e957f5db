import { expect } from 'chai';
import { adele, contoso } from './visitor.js';

describe('a password that is far too long', () => {
  it('PASSWORD-1: is refused without being scored, which would cost a second for each', async () => {
    const { tenant, visit } = contoso();
    const visitor = visit();
    await visitor.start();
    await visitor.choose('email');
    await visitor.enter(await tenant.outbox.codeFor(adele));
    const scored = () =>
      tenant.verdicts.list().filter(({ verdict }) => verdict.rule.startsWith('BANNED')).length;
    // One character of these is eighteen in the form that is stored.
    await visitor.setPassword('\ufdfa'.repeat(1_000));
    expect(visitor.problems).to.include('password-too-long');
    expect(scored()).to.equal(0);
    await visitor.setPassword('Contoso-1');
    expect(visitor.problems).to.deep.equal(['password-has-name']);
    expect(scored()).to.be.greaterThan(0);
  });
});
