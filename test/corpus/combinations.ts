import { placed } from './compare.ts';
import { type CorpusCase, HEAD, SPEC } from './corpus-case.ts';

/** Five mistakes that are judged in one run, each below keys of its own so that none can hide another. */
export interface Combination {
  readonly text: string;
  /** What must be found, as `placed` says it. */
  readonly expected: readonly string[];
  readonly cases: readonly CorpusCase[];
}

/**
 * Combinations that begin with each case that can be combined, or with a share of them, and four others from further on.
 *
 * Deterministic; cases that are about a whole file, or that need more than a piece of one, stay out.
 */
export function combinationsOf(corpus: readonly CorpusCase[], size = 5): readonly Combination[] {
  const pools = new Map<string, Candidate[]>();
  for (const each of corpus) {
    const candidate = candidateOf(each);
    if (ENDS_READING.has(each.code) || !candidate) continue;
    const isAboutEverything = [...candidate.keys].some((key) => ABOUT_EVERYTHING.has(key));
    for (const pool of POOLS[each.code.split('/')[0] ?? ''] ?? []) {
      if (pool === 'mixed' && isAboutEverything) continue;
      pools.set(pool, [...(pools.get(pool) ?? []), candidate]);
    }
  }
  return [...pools.values()].flatMap((pool) =>
    pool.flatMap((first, index) => {
      // Enough of each pool for a percentage, however large the corpus grows.
      if (index % Math.ceil(pool.length / MOST_OF_A_POOL) !== 0) return [];
      const chosen = [first];
      // A step that shares no factor with most lengths visits the whole pool in an order of its own.
      for (let step = 1; step <= pool.length && chosen.length < size; step += 1) {
        const next = pool[(index + step * 37) % pool.length]!;
        if (chosen.every((other) => areApart(other, next))) chosen.push(next);
      }
      return chosen.length === size ? [combine(chosen)] : [];
    }),
  );
}

/**
 * By theme, what a mistake can be found together with. A text that is no YAML hides what it says. Shapes, names and
 * the rules of one kind are told in one run; rules across kinds wait for those, and what they find depends on all
 * the items there are.
 */
const POOLS: Readonly<Record<string, readonly ('load' | 'shape' | 'mixed')[]>> = {
  yaml: ['load'],
  shape: ['shape', 'mixed'],
  reference: ['mixed'],
  'auto-scaling-groups': ['mixed'],
  cache: ['mixed'],
  'connection-pooler': ['mixed'],
  database: ['mixed'],
  edge: ['mixed'],
  'node-groups': ['mixed'],
  workload: ['mixed'],
};

const LONGEST = 2000;

/** What rules read beside their own items: nothing can be judged while it is wrong. */
const ABOUT_EVERYTHING: ReadonlySet<string> = new Set(['tier', 'aws', 'foundation', 'policy', 'retired']);

/** A text that passes a limit is hostile or no spec at all, so nothing else is said about it, and that on purpose. */
const ENDS_READING: ReadonlySet<string> = new Set([
  'yaml/nul',
  'yaml/aliases-too-large',
  'yaml/too-deep',
  'yaml/too-many-aliases',
  'yaml/too-many-nodes',
]);

const MOST_OF_A_POOL = 120;

interface Candidate {
  readonly each: CorpusCase;
  readonly body: string;
  readonly keys: ReadonlySet<string>;
}

function candidateOf(each: CorpusCase): Candidate | undefined {
  if (!each.isPiece || each.unplaced.length > 0 || each.held.length > 0 || each.today !== '2026-11-25')
    return;
  if (each.labels.length === 0 || each.labels.length > 3) return;
  const body = each.files.get(SPEC)!.slice(HEAD.length);
  // What is about the size of a file has a file of its own.
  if (body.length > LONGEST) return;
  const top = body.split('\n').filter((line) => /^[^\s#]/.test(line));
  const keys = top.map((line) => /^([A-Za-z][A-Za-z0-9]*):(?:\s|$)/.exec(line)?.[1]);
  if (keys.length === 0 || keys.includes(undefined) || new Set(keys).size < keys.length) return;
  return { each, body, keys: new Set(keys as string[]) };
}

function areApart(a: Candidate, b: Candidate): boolean {
  return a.each.code !== b.each.code && [...a.keys].every((key) => !b.keys.has(key));
}

function combine(chosen: readonly Candidate[]): Combination {
  let text = HEAD;
  const expected: string[] = [];
  for (const { each, body } of chosen) {
    const shift = text.split('\n').length - HEAD.split('\n').length;
    for (const { code, span } of each.labels) {
      const lower = ({ line, ...rest }: typeof span.start) => ({ ...rest, line: line + shift });
      expected.push(placed(code, { file: SPEC, start: lower(span.start), end: lower(span.end) }));
    }
    text += body;
  }
  return { text, expected, cases: chosen.map(({ each }) => each) };
}
