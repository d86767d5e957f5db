import { expect } from 'chai';
import { spokenDigits } from '../../../../src/tenant/captcha/spoken-digits.js';
import { dataOf, desk, heardIn, plainWords } from './captcha-desk.js';

const recorded = async (locale = 'en', words?: typeof spokenDigits) => {
  const { picture } = desk({ kind: 'picture' }, words && { words });
  return (await picture(locale)).audio;
};

const ascii = (bytes: Uint8Array, from: number) =>
  String.fromCharCode(...bytes.subarray(from, from + 4));

describe('the recording of a captcha', () => {
  for (const length of [6, 7])
    it(`is a WAV file of 8-bit mono at 8 kHz, of ${length} words`, async () => {
      const { picture } = desk(
        { kind: 'picture', length },
        // Of odd length: the chunk is padded, its size is not.
        { words: async () => plainWords.map((word) => word.subarray(1)) },
      );
      const file = dataOf((await picture()).audio, 'audio/wav');
      const view = new DataView(file.buffer, file.byteOffset);
      expect([0, 8, 12, 36].map((at) => ascii(file, at)).join()).to.equal('RIFF,WAVE,fmt ,data');
      expect(view.getUint32(4, true), 'size of what follows').to.equal(file.length - 8);
      expect(view.getUint32(16, true), 'size of the format').to.equal(16);
      expect(view.getUint16(20, true), 'PCM').to.equal(1);
      expect(view.getUint16(22, true), 'channels').to.equal(1);
      expect(view.getUint32(24, true), 'samples a second').to.equal(8_000);
      expect(view.getUint32(28, true), 'bytes a second').to.equal(8_000);
      expect(view.getUint16(32, true), 'bytes a sample').to.equal(1);
      expect(view.getUint16(34, true), 'bits a sample').to.equal(8);
      const size = view.getUint32(40, true);
      expect(file.length).to.equal(44 + size + (size % 2));
    });

  for (const locale of ['en', 'de', 'ar'])
    it(`CAPTCHA-2: speaks six digits in ${locale}, under noise, with pauses of no fixed length`, async () => {
      const words = await spokenDigits(locale);
      const audio = await recorded(locale, spokenDigits);
      expect(heardIn(audio, words)).to.equal(heardIn(await recorded(), plainWords));
      const quiet = dataOf(audio, 'audio/wav').subarray(44, 44 + 2_000);
      expect(new Set(quiet).size).to.be.within(5, 16);
      expect(Math.min(...quiet)).to.be.at.least(128 - 6);
      expect(Math.max(...quiet)).to.be.at.most(128 + 6);
      expect(audio.length).to.be.below(400_000 / 2);
    });

  it('CAPTCHA-1: the pauses differ, within a recording and between two', async () => {
    const { picture } = desk({ kind: 'picture' }, { words: async () => [] });
    const lengths = await Promise.all(
      Array.from({ length: 5 }, async () => (await picture()).audio.length),
    );
    expect(new Set(lengths).size).to.be.above(1);
  });
});

describe('the spoken digits', () => {
  for (const locale of ['en', 'de', 'ar'])
    it(`in ${locale} are ten different words, loud, short and without silence at the ends`, async () => {
      const words = await spokenDigits(locale);
      expect(words).to.have.length(10);
      expect(new Set(words.map(String))).to.have.property('size', 10);
      for (const word of words) {
        expect(word.length / 8_000).to.be.within(0.12, 0.8);
        const loudness = word.map((sample) => Math.abs(sample - 128));
        expect(Math.max(...loudness)).to.be.within(100, 127);
        expect(Math.max(...loudness.subarray(0, 160))).to.be.above(0);
        expect(Math.max(...loudness.subarray(-160))).to.be.above(0);
      }
      const bytes = words.reduce((sum, { length }) => sum + length, 0);
      expect((bytes * 4) / 3).to.be.below(45_000);
    });

  it('CAPTCHA-2: are those of the language, whatever the region, and English elsewhere', async () => {
    const [english, german, arabic] = await Promise.all(['en', 'de', 'ar'].map(spokenDigits));
    expect(await spokenDigits('de-AT')).to.deep.equal(german);
    expect(await spokenDigits('AR-eg')).to.deep.equal(arabic);
    for (const other of ['fr', '', 'constructor', 'en-XA'])
      expect(await spokenDigits(other)).to.deep.equal(english);
    expect(german).not.to.deep.equal(english);
    expect(arabic).not.to.deep.equal(english);
  });
});
