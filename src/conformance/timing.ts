import { Visitor } from './visitor.js';
import type { OpenWorld } from './world.js';

/** How long a start takes, in milliseconds: the median of several. The network is in it. */
export interface Timing {
  readonly knownMs: number;
  readonly unknownMs: number;
}

const rounds = 7;

/** Times starts for a known and for an unknown name, by turns, so that both meet the same weather. */
export async function measureTiming(openWorld: OpenWorld, now: () => number): Promise<Timing> {
  const visitor = new Visitor(await openWorld());
  const known: number[] = [];
  const unknown: number[] = [];
  const time = async (username: string, into: number[]): Promise<void> => {
    const intent = await visitor.intent(username);
    const before = now();
    await visitor.world.adapter.reset.start(intent, visitor.attempt());
    into.push(now() - before);
  };
  for (let round = 0; round < rounds; round += 1) {
    await time(visitor.world.username, known);
    await time(visitor.world.unknownUsername, unknown);
  }
  return { knownMs: median(known), unknownMs: median(unknown) };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
