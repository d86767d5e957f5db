import { expect } from '@open-wc/testing';
import { scenarios } from '../../src/mock/scenarios/index.js';
import { FaultyWalk } from './scenario-faults.js';
import { allNames } from './scenario-steps.js';

const tried = new Set<string>();
let met = 0;

describe('where every request fails in every way before it gets through,', function () {
  this.timeout(60_000);

  for (const name of allNames)
    it(`a person hears of it, keeps what is typed and gets on, with one effect each: ${name}`, async () => {
      const smooth = await FaultyWalk.open(name, new Set());
      await smooth.walk({ faulty: false });
      const faulty = await FaultyWalk.open(name, tried);
      expect(await faulty.walk({ faulty: true })).to.equal(scenarios[name].endsAt);
      expect(faulty.trace).to.deep.equal(smooth.trace);
      const asks = !scenarios[name].registration || scenarios[name].moves.length > 0;
      expect(faulty.met > 0, 'anything has failed').to.equal(asks);
      met += faulty.met;
    });

  it('that were as many failures as there are faults at twenty screens', () => {
    expect(met).to.be.above(250);
  });
});
