/** A stretch of lines of two texts: the same in both, or different. Lines keep their endings. */
export interface LineChange {
  readonly kind: 'same' | 'removed' | 'added';
  readonly line: string;
}

/** Lines around a change, as `diff -u` and git show them. */
const CONTEXT = 3;

/**
 * The difference of two texts as `diff -u` prints it, so that `patch` can apply it.
 *
 * @returns nothing when the texts are the same
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const hunks = hunksOf(lineChanges(before, after)).map(printHunk).join('');
  return `--- a/${name}\n+++ b/${name}\n${hunks}`;
}

/** What becomes of each line, in order; of lines that give way to others, the old ones come first. */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  const old = linesOf(before);
  const now = linesOf(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail += 1;
  const same = (lines: readonly string[]): LineChange[] => lines.map((line) => ({ kind: 'same', line }));
  return [
    ...same(old.slice(0, head)),
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...same(old.slice(old.length - tail)),
  ];
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** More differences than this between two texts, and nobody reads the shortest list of them. */
const MOST_EDITS = 500;

/** The shortest list of changes. @source E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986 */
function middle(old: readonly string[], now: readonly string[]): LineChange[] {
  const replaced = (): LineChange[] => [
    ...old.map((line) => ({ kind: 'removed', line }) as const),
    ...now.map((line) => ({ kind: 'added', line }) as const),
  ];
  if (old.length === 0 || now.length === 0) return replaced();
  // The furthest reach in `old` on each diagonal, for 0, 1, 2, … edits.
  const steps: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= MOST_EDITS; edits += 1) {
    steps.push(new Map(reach));
    const next = new Map(reach);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = startOn(reach, diagonal, edits);
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return retrace(old, now, steps);
    }
    reach = next;
  }
  return replaced();
}

function startOn(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  const left = reach.get(diagonal - 1) ?? -1;
  const above = reach.get(diagonal + 1) ?? -1;
  return diagonal === -edits || (diagonal !== edits && left < above) ? above : left + 1;
}

function retrace(
  old: readonly string[],
  now: readonly string[],
  steps: readonly ReadonlyMap<number, number>[],
): LineChange[] {
  const changes: LineChange[] = [];
  let x = old.length;
  let y = now.length;
  for (let edits = steps.length - 1; edits >= 0; edits -= 1) {
    const reach = steps[edits] as ReadonlyMap<number, number>;
    const diagonal = x - y;
    const left = reach.get(diagonal - 1) ?? -1;
    const above = reach.get(diagonal + 1) ?? -1;
    const isAdded = diagonal === -edits || (diagonal !== edits && left < above);
    const fromX = isAdded ? above : left;
    const fromY = fromX - (isAdded ? diagonal + 1 : diagonal - 1);
    while (x > fromX && y > fromY && x > 0 && y > 0 && old[x - 1] === now[y - 1]) {
      x -= 1;
      y -= 1;
      changes.push({ kind: 'same', line: old[x] as string });
    }
    if (edits === 0) break;
    if (isAdded) changes.push({ kind: 'added', line: now[fromY] as string });
    else changes.push({ kind: 'removed', line: old[fromX] as string });
    x = fromX;
    y = fromY;
  }
  return removedFirst(changes.reverse());
}

function removedFirst(changes: readonly LineChange[]): LineChange[] {
  const result: LineChange[] = [];
  let added: LineChange[] = [];
  for (const change of changes) {
    if (change.kind === 'added') {
      added.push(change);
      continue;
    }
    if (change.kind === 'same') {
      result.push(...added);
      added = [];
    }
    result.push(change);
  }
  return [...result, ...added];
}

interface Hunk {
  /** Lines of each text before it. */
  readonly old: number;
  readonly now: number;
  readonly changes: readonly LineChange[];
}

function hunksOf(changes: readonly LineChange[]): readonly Hunk[] {
  const near = new Set<number>();
  for (const [index, { kind }] of changes.entries()) {
    if (kind === 'same') continue;
    for (let at = index - CONTEXT; at <= index + CONTEXT; at += 1) near.add(at);
  }
  const hunks: { old: number; now: number; changes: LineChange[] }[] = [];
  let old = 0;
  let now = 0;
  for (const [index, change] of changes.entries()) {
    if (near.has(index)) {
      if (!near.has(index - 1) || hunks.length === 0) hunks.push({ old, now, changes: [] });
      hunks.at(-1)?.changes.push(change);
    }
    if (change.kind !== 'added') old += 1;
    if (change.kind !== 'removed') now += 1;
  }
  return hunks;
}

const MARKS = { same: ' ', removed: '-', added: '+' } as const;

function printHunk({ old, now, changes }: Hunk): string {
  const lines = changes.map(({ kind, line }) => {
    const text = `${MARKS[kind]}${line}`;
    return line.endsWith('\n') ? text : `${text}\n\\ No newline at end of file\n`;
  });
  return `@@ -${range(old, changes, 'added')} +${range(now, changes, 'removed')} @@\n${lines.join('')}`;
}

function range(before: number, changes: readonly LineChange[], foreign: LineChange['kind']): string {
  const count = changes.filter(({ kind }) => kind !== foreign).length;
  return `${count === 0 ? before : before + 1}${count === 1 ? '' : `,${count}`}`;
}
