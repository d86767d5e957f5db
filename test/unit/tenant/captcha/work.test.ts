import { expect } from 'chai';
import { hex } from '../../../../src/tenant/digest.js';
import { seededRandom } from '../../../../src/tenant/random.js';
import { bytesOf, desk, keyText, numberOf, sha256 } from './captcha-desk.js';

/** Independently of the tenant's own digest. */
async function hmac(text: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytesOf(keyText), algorithm, false, ['sign']);
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', key, bytesOf(text))));
}

describe('the format of a proof of work', () => {
  it("CAPTCHA-2: is ALTCHA's: the hash of salt and number, signed with an HMAC of the hash", async () => {
    const { work } = desk({ kind: 'proof-of-work', maxNumber: 300 });
    const issued = await work();
    expect(issued).to.have.all.keys('algorithm', 'challenge', 'salt', 'maxNumber', 'signature');
    expect(issued.algorithm).to.equal('SHA-256');
    expect(issued.maxNumber).to.equal(300);
    expect(issued.challenge).to.equal(await sha256(`${issued.salt}${await numberOf(issued)}`));
    expect(issued.signature).to.equal(await hmac(issued.challenge));
  });

  it('CAPTCHA-2: its salt says when it ends, in seconds, closed against the number', async () => {
    const { work, clock } = desk({ kind: 'proof-of-work' });
    clock.advance({ milliseconds: 700 });
    const [random, query] = (await work()).salt.split('?');
    expect(random).to.match(/^[0-9a-f]{24}$/);
    expect(query).to.match(/^expires=\d+&$/);
    const expires = Number(new URLSearchParams(query).get('expires'));
    expect(expires).to.equal(Math.floor((clock.now() + 5 * 60_000) / 1_000));
  });

  it('CAPTCHA-1: what is left on the wire is never more than what the salt says', async () => {
    const { captchas, clock } = desk({ kind: 'proof-of-work' });
    clock.advance({ milliseconds: 700 });
    expect(await captchas.issue('en')).to.include({ expiresInMs: 5 * 60_000 - 700 });
  });

  it('CAPTCHA-2: the number is anything from 0 to the highest', async () => {
    const { work } = desk({ kind: 'proof-of-work', maxNumber: 2 }, { random: seededRandom(3) });
    const numbers = new Set<number>();
    for (let count = 0; count < 40; count++) numbers.add(await numberOf(await work()));
    expect([...numbers].toSorted()).to.deep.equal([0, 1, 2]);
  });

  it('CAPTCHA-2: no two are the same', async () => {
    const { work } = desk({ kind: 'proof-of-work', maxNumber: 1 });
    const made = await Promise.all(Array.from({ length: 20 }, () => work()));
    expect(new Set(made.map(({ challenge }) => challenge))).to.have.property('size', 20);
  });
});
