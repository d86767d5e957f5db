import { expect } from 'chai';
import fc from 'fast-check';
import { adele, adeleWith, contoso, newPassword, otherThan, type Visitor } from '../visitor.js';

/** In Node many, in a browser enough to see that it is the same there. */
const numRuns = typeof process === 'object' ? 60 : 4;
const flows = fc.integer({ min: 2, max: 5 });
const settings = { throttles: { emails: { count: 99 } }, captcha: { kind: 'none' } } as const;

const worldOf = () =>
  contoso(settings, {
    people: [adeleWith({ password: 'Old-Saucer-11', phone: '+49 15112345101' })],
  });

/** So many flows of one person, each led as far as told. */
async function side(count: number, lead: (visitor: Visitor) => Promise<unknown>) {
  const world = worldOf();
  const visitors = Array.from({ length: count }, world.visit);
  for (const visitor of visitors) {
    await visitor.start();
    await lead(visitor);
  }
  return { ...world, visitors };
}

const mailed = async (visitor: Visitor, world: ReturnType<typeof worldOf>) => {
  await visitor.choose('email');
  const { outbox } = world.tenant;
  return outbox.list().findLast(({ code }) => code !== undefined)?.code ?? '';
};

describe('flows of one person that answer at once', () => {
  it('SESSION-2: of all their passwords one is set, and signs in', async () => {
    await fc.assert(
      fc.asyncProperty(flows, async (count) => {
        const world = worldOf();
        const visitors = Array.from({ length: count }, world.visit);
        for (const visitor of visitors) {
          await visitor.start();
          await visitor.enter(await mailed(visitor, world));
          visitor.at('new-password');
        }
        const words = visitors.map((_, at) => `${newPassword}-${at}`);
        await Promise.all(visitors.map((visitor, at) => visitor.setPassword(words[at])));
        const won = visitors.map(({ step }) => step?.kind === 'done');
        expect(won.filter(Boolean)).to.have.length(1);
        const signIns = await Promise.all(words.map((word) => world.tenant.signIn(adele, word)));
        expect(signIns.map(({ outcome }) => outcome === 'signed-in')).to.deep.equal(won);
      }),
      { numRuns, seed: 20261124 },
    );
  }).timeout(20_000);

  it('METHOD: a code of the app is taken by one of them', async () => {
    await fc.assert(
      fc.asyncProperty(flows, async (count) => {
        const { tenant, visitors } = await side(count, (visitor) => visitor.choose('app-code'));
        const code = tenant.appCodeOf(adele)?.code ?? '';
        await Promise.all(visitors.map((visitor) => visitor.enter(code)));
        const kinds = visitors.map(({ step }) => step?.kind);
        expect(kinds.filter((kind) => kind === 'new-password')).to.have.length(1);
      }),
      { numRuns, seed: 20261124 },
    );
  }).timeout(20_000);

  it('CODE-2, THROTTLE-1: wrong codes at once are no more tries than one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(flows, fc.integer({ min: 2, max: 8 }), async (count, guesses) => {
        const world = worldOf();
        const visitors = Array.from({ length: count }, world.visit);
        const codes: string[] = [];
        for (const visitor of visitors) {
          await visitor.start();
          codes.push(await mailed(visitor, world));
        }
        const tokens = visitors.map(({ token }) => token);
        await Promise.all(
          visitors.flatMap((visitor, at) =>
            Array.from({ length: guesses }, () =>
              visitor.answer(
                { action: 'enter-code', code: otherThan(codes[at] ?? '') },
                tokens[at],
              ),
            ),
          ),
        );
        // Of each code three tries count, of all of them five.
        const again = world.visit();
        await again.start();
        const blocked = again.step?.kind === 'refused';
        expect(blocked).to.equal(Math.min(guesses, 3) * count >= 5);
      }),
      { numRuns, seed: 20261124 },
    );
  }).timeout(20_000);

  it('CODE-3: a call that is answered twice, and by the page meanwhile, passes one gate', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.constantFrom('back', 'resend', 'none'),
        async (first, what) => {
          const { tenant, visitors } = await side(1, async (visitor) => {
            await visitor.choose('call');
            await visitor.confirmTarget('+49 15112345101');
          });
          const [visitor] = visitors;
          if (!visitor) throw new Error('nobody');
          const send = () =>
            visitor.answer({ action: what === 'back' ? 'back' : 'resend' }, visitor.token);
          const sent = first ? send() : undefined;
          const pressed = [tenant.phoneOf(adele).press('#'), tenant.phoneOf(adele).press('#')];
          await (sent ?? send());
          expect(pressed.filter((one) => one === 'accepted').length).to.be.at.most(1);
          // What the page has sent before, came before.
          expect(visitor.step?.kind === 'new-password').to.equal(!first);
        },
      ),
      { numRuns: 12, seed: 20261124 },
    );
  }).timeout(20_000);
});
