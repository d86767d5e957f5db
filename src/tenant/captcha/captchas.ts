import type { Captcha, ResetIntent } from '../../contract/index.js';
import { allow, day, deny, type TenantPolicy, type Verdict } from '../../policy/index.js';
import type { KeyedDigest } from '../digest.js';
import { type Random, randomDigits, randomText } from '../random.js';
import { base64 } from './base64.js';
import { Expiring } from './expiring.js';
import { pictureAlphabet } from './glyphs.js';
import { drawPicture } from './picture.js';
import { readingOf } from './reading.js';
import { drawSpeech, recordingOf } from './recording.js';
import { type SpokenDigits, spokenDigits } from './spoken-digits.js';
import { checkWork, drawWork, readSolution, type Solution, workOf } from './work.js';

/** Asks the maker of an external captcha about a token. Where it throws, the token has not passed. */
export type VerifyCaptcha = (token: string, signal?: AbortSignal) => Promise<boolean>;

export interface CaptchasOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
  readonly digest: KeyedDigest;
  /** The settings of now. */
  readonly policy: () => TenantPolicy['captcha'];
  /** Without it no token of an external captcha passes. */
  readonly verify: VerifyCaptcha | undefined;
  /** The spoken digits in a language. Default: those in `generated`. */
  readonly words?: (locale: string) => Promise<SpokenDigits>;
  /** Makes an SVG of characters. Default: bent outlines without text. */
  readonly draw?: (characters: string, random: Random) => string;
  /** How many pictures may wait for an answer; of more, the oldest is forgotten. Default 10,000. */
  readonly mostPictures?: number;
}

/** A picture that waits for its answer; what it shows and says is kept as keyed hashes only. */
interface Issued {
  readonly readings: readonly string[];
  readonly expiresAt: number;
}

/** Longer than any maker lets a token live. */
const tokenMemoryMs = day;

const passed = allow('CAPTCHA-1');
const failed = deny('CAPTCHA-1', 'captcha-failed');

/** Makes the captchas of a tenant and checks their answers (rules CAPTCHA-1, CAPTCHA-2). */
export class Captchas {
  readonly #options: CaptchasOptions;
  readonly #pictures: Expiring<Issued>;
  readonly #spent: Expiring<true>;
  readonly #spentTokens: Expiring<true>;

  constructor(options: CaptchasOptions) {
    this.#options = options;
    this.#pictures = new Expiring(options.now, options.mostPictures ?? 10_000);
    this.#spent = new Expiring(options.now);
    this.#spentTokens = new Expiring(options.now);
  }

  /**
   * A new captcha of the kind that the policy asks for.
   * @param locale of the recording beside a picture, BCP 47; English where its digits are not spoken
   */
  async issue(locale: string): Promise<Captcha> {
    const { kind, lifetimeMs, length, maxNumber, provider, siteKey } = this.#options.policy();
    if (kind === 'none') return { kind };
    if (kind === 'external') return { kind, provider: provider ?? '', siteKey: siteKey ?? '' };

    const { now, random, digest, draw = drawPicture, words = spokenDigits } = this.#options;
    const issuedAt = now();
    // The format counts in seconds; rounded down, nothing lives longer than the policy says.
    const expiresAt = Math.floor((issuedAt + lifetimeMs) / 1_000) * 1_000;
    const expiresInMs = expiresAt - issuedAt;
    const drawnWork = drawWork(random, maxNumber, expiresAt);
    if (kind === 'proof-of-work')
      return { kind, work: await workOf(drawnWork, maxNumber, digest), expiresInMs };

    // All chance is drawn before the first wait: its order must not hang on what loads first.
    const characters = randomText(random, pictureAlphabet, length);
    const digits = randomDigits(random, length);
    const svg = draw(characters, random);
    const speech = drawSpeech(random, length);
    const work = await workOf(drawnWork, maxNumber, digest);
    const voice = await words(locale);
    const spoken = [...digits].flatMap((digit) => voice[Number(digit)] ?? []);
    const { challenge } = work;
    const readings = await Promise.all(
      [characters, digits].map((shown) => this.#reading(challenge, shown)),
    );
    this.#pictures.set(challenge, { readings, expiresAt }, expiresAt);
    return {
      kind,
      challenge,
      picture: `data:image/svg+xml;base64,${btoa(svg)}`,
      audio: `data:audio/wav;base64,${base64(recordingOf(spoken, speech))}`,
      work,
      expiresInMs,
    };
  }

  /**
   * Checks an answer, which uses its captcha up, right or wrong; picture, recording and work of one
   * captcha are used up together.
   * @param given with `challenge` what was read or heard; without it the solution of the work, base 64
   * of ALTCHA's JSON, or the token of an external captcha
   */
  async check(
    given: ResetIntent['captcha'],
    signal?: AbortSignal,
  ): Promise<Verdict<'captcha-failed'>> {
    const { kind } = this.#options.policy();
    if (kind === 'none') return allow('CAPTCHA-2');
    if (!given) return failed;
    const { challenge, answer } = given;
    if (kind === 'external') return (await this.#isToken(answer, signal)) ? passed : failed;
    const solution = readSolution(answer);
    if (solution) return (await this.#isDone(solution)) ? passed : failed;
    return kind === 'picture' && challenge !== undefined && (await this.#isRead(challenge, answer))
      ? passed
      : failed;
  }

  #reading(challenge: string, shown: string): Promise<string> {
    return this.#options.digest.text(`captcha ${challenge} ${readingOf(shown)}`);
  }

  async #isRead(challenge: string, answer: string): Promise<boolean> {
    const issued = this.#pictures.take(challenge);
    if (!issued) return false;
    this.#spent.set(challenge, true, issued.expiresAt);
    return issued.readings.includes(await this.#reading(challenge, answer));
  }

  async #isDone(solution: Solution): Promise<boolean> {
    const { challenge } = solution;
    const { genuine, solved, expiresAt } = await checkWork(solution, this.#options.digest);
    // No wait from here on: of two answers at the same time one finds the challenge spent.
    if (!genuine || this.#spent.has(challenge)) return false;
    const now = this.#options.now();
    const { lifetimeMs } = this.#options.policy();
    this.#spent.set(challenge, true, solved ? expiresAt : now + lifetimeMs);
    this.#pictures.take(challenge);
    return solved && now < expiresAt;
  }

  async #isToken(token: string, signal?: AbortSignal): Promise<boolean> {
    const { verify, now, digest } = this.#options;
    const key = await digest.text(`captcha token ${token}`);
    if (!verify || this.#spentTokens.has(key)) return false;
    // Before the answer is there, or the same token would pass twice at the same time.
    this.#spentTokens.set(key, true, now() + tokenMemoryMs);
    const isRight = await this.#ask(verify, token, signal);
    // What did not pass needs no memory, which anybody could fill; the maker refuses it again.
    if (!isRight) this.#spentTokens.take(key);
    return isRight;
  }

  async #ask(verify: VerifyCaptcha, token: string, signal?: AbortSignal): Promise<boolean> {
    try {
      return await verify(token, signal);
    } catch {
      return false;
    }
  }
}
