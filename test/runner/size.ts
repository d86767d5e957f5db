import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from './command.js';
import { printFailure, type Result } from './tally.js';

const embed = join(root, 'dist', 'embed');

/** One initial TCP window: the whole first view arrives in a single round trip. */
const firstViewLimit = 14_600;
const lazyLimit = 6_000;
/** What every screen but the first has in common. */
const commonSource = 'src/elements/later/index.ts';
/** Loaded only when the phone field already works without it. */
const limitApart = { pattern: /libphonenumber/, bytes: 34_000 };

/** A chunk as Vite's manifest describes it. */
interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

interface Row {
  readonly name: string;
  readonly bytes: number;
  readonly limit: number;
}

/** A chunk and all that it imports statically, itself included. */
function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key]?.imports ?? []) closure(manifest, imported, seen);
  return seen;
}

async function brotliSize(file: string): Promise<number> {
  const content = await readFile(join(embed, file));
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).length;
}

async function sizeOf(manifest: Manifest, keys: Iterable<string>): Promise<number> {
  let total = 0;
  for (const key of keys) total += await brotliSize(manifest[key]?.file ?? '');
  return total;
}

/**
 * Every entry with its first view, and every lazy chunk with what it brings beyond the reset's, and
 * beyond what all later screens have in common: that comes once, and is counted by itself.
 */
async function measure(manifest: Manifest): Promise<Row[]> {
  const rows: Row[] = [];
  const reset = Object.keys(manifest).find((key) => manifest[key]?.file === 'sspr-reset.js');
  if (reset === undefined) throw new Error('dist/embed holds no sspr-reset.js');
  for (const key of Object.keys(manifest)) {
    if (key !== reset && !manifest[key]?.isEntry) continue;
    const bytes = await sizeOf(manifest, closure(manifest, key));
    const limit = key === reset ? firstViewLimit : Number.POSITIVE_INFINITY;
    rows.push({ name: manifest[key]?.file ?? key, bytes, limit });
  }
  const first = closure(manifest, reset);
  const common = Object.keys(manifest).find((key) => manifest[key]?.src === commonSource);
  if (common === undefined) throw new Error(`dist/embed holds nothing of ${commonSource}`);
  const later = new Set([...first, ...closure(manifest, common)]);
  for (const [key, chunk] of Object.entries(manifest)) {
    if (!chunk.isDynamicEntry) continue;
    const present = key === common ? first : later;
    const brought = [...closure(manifest, key)].filter((part) => !present.has(part));
    const limit = limitApart.pattern.test(chunk.src ?? key) ? limitApart.bytes : lazyLimit;
    rows.push({ name: chunk.file, bytes: await sizeOf(manifest, brought), limit });
  }
  return rows;
}

function print(rows: readonly Row[]): void {
  for (const { name, bytes, limit } of rows) {
    const bound = Number.isFinite(limit) ? `of ${limit}` : '';
    const mark = bytes > limit ? '✗' : ' ';
    console.log(`${mark} ${String(bytes).padStart(7)} ${bound.padEnd(10)} ${name}`);
  }
}

/** Compares the built embed with its budget in bytes of brotli; every bound counts as one check. */
export async function checkSizes(): Promise<Result> {
  let rows: Row[];
  try {
    const manifest = await readFile(join(embed, 'manifest.json'), 'utf8');
    rows = await measure(JSON.parse(manifest) as Manifest);
  } catch (error) {
    const failure = { file: 'dist/embed', name: 'size', message: String(error) };
    printFailure('size', failure);
    return { passed: 0, skipped: 0, failures: [failure] };
  }
  print(rows);
  const bounded = rows.filter(({ limit }) => Number.isFinite(limit));
  const failures = bounded
    .filter(({ bytes, limit }) => bytes > limit)
    .map(({ name, bytes, limit }) => ({
      file: `dist/embed/${name}`,
      name: 'size',
      message: `${bytes} bytes of brotli, ${bytes - limit} more than its budget of ${limit}`,
    }));
  return { passed: bounded.length - failures.length, skipped: 0, failures };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failures } = await checkSizes();
  process.exitCode = failures.length > 0 ? 1 : 0;
}
