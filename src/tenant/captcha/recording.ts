import { type Random, randomBelow } from '../random.js';

/** Samples a second; each is one unsigned byte, 128 is silence. */
export const sampleRate = 8_000;
/** The most that noise adds to a sample or takes from it. */
export const loudestNoise = 5;

/** What is left to chance in a recording. */
export interface SpeechDraw {
  /** Samples before each word, and one more after the last. */
  readonly pauses: readonly number[];
  /** A second of noise, played over and over. */
  readonly noise: Uint8Array;
}

export const drawSpeech = (random: Random, words: number): SpeechDraw => ({
  pauses: Array.from({ length: words + 1 }, () => 2_400 + randomBelow(random, 3_200)),
  noise: random.bytes(sampleRate),
});

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const uint32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >> shift) & 255);
const uint16 = (value: number): number[] => uint32(value).slice(0, 2);

/** A RIFF file of one `fmt ` and one `data` chunk: 8-bit mono PCM. */
function wav(samples: Uint8Array): Uint8Array {
  const padding = samples.length % 2;
  const header = [
    ...[...ascii('RIFF'), ...uint32(36 + samples.length + padding), ...ascii('WAVE')],
    ...[...ascii('fmt '), ...uint32(16), ...uint16(1), ...uint16(1)],
    ...[...uint32(sampleRate), ...uint32(sampleRate), ...uint16(1), ...uint16(8)],
    ...[...ascii('data'), ...uint32(samples.length)],
  ];
  const file = new Uint8Array(header.length + samples.length + padding);
  file.set(header);
  file.set(samples, header.length);
  return file;
}

/** The words one after the other with their pauses, under light noise, as a WAV file. */
export function recordingOf(
  words: readonly Uint8Array[],
  { pauses, noise }: SpeechDraw,
): Uint8Array {
  const starts: number[] = [];
  let length = 0;
  for (const [index, pause] of pauses.entries()) {
    length += pause;
    starts.push(length);
    length += words[index]?.length ?? 0;
  }
  const samples = new Uint8Array(length).fill(128);
  for (const [index, word] of words.entries()) samples.set(word, starts[index]);
  return wav(
    samples.map((sample, at) => {
      const hiss = (((noise[at % noise.length] ?? 128) - 128) * loudestNoise) / 128;
      return Math.min(255, Math.max(0, Math.round(sample + hiss)));
    }),
  );
}
