import { parseArgs } from 'node:util';

export const stageNames = ['check', 'build', 'unit', 'browser'] as const;
export type StageName = (typeof stageNames)[number];

export const engineNames = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof engineNames)[number];

export interface Options {
  readonly stages: readonly StageName[];
  readonly engines: readonly EngineName[];
  /** Globs that replace the usual test files; empty means all of them. */
  readonly files: readonly string[];
}

function chosen<T extends string>(flag: string, all: readonly T[], value: string | undefined) {
  if (value === undefined) return all;
  return value.split(',').map((word) => {
    const known = all.find((name) => name === word);
    if (known === undefined) throw new Error(`${flag} takes ${all.join(', ')}; not "${word}"`);
    return known;
  });
}

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      engines: { type: 'string' },
      files: { type: 'string', multiple: true },
    },
  });
  return {
    stages: chosen('--only', stageNames, values.only),
    engines: chosen('--engines', engineNames, values.engines),
    files: (values.files ?? []).flatMap((globs) => globs.split(',')),
  };
}
