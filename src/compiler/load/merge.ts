import type { Outcome } from '../outcome.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../source-tree.ts';

/**
 * A child's spec laid over its parent's. Maps merge key by key at every depth; scalars and lists replace
 * what was there; a written `null` deletes the parent's entry, and stays when the parent has none, for the shape
 * phase to judge. A key without any value deletes nothing: everything below it may have been commented out.
 * The parent's keys come first, then the child's new ones.
 *
 * An entry that replaced another one keeps it as `previous`. Merging is associative up to the order of
 * keys: a `previous` in the child is replayed over the parent, so a chain of files may be merged from
 * either end.
 *
 * @returns always a value and no diagnostics: any two maps can be merged
 */
export function mergeSpecs(parent: SourceMap, child: SourceMap): Outcome<SourceMap> {
  return { value: mergeMaps(parent, child), diagnostics: [] };
}

function mergeMaps(parent: SourceMap, child: SourceMap): SourceMap {
  const entries = new Map(parent.entries);
  for (const [key, written] of child.entries) {
    // Oldest first. Without replaying, a null that deleted something inside the child would be forgotten.
    for (const step of history(written)) {
      const merged = mergeEntry(entries.get(key), step);
      if (merged) entries.set(key, merged);
      else entries.delete(key);
    }
  }
  return { kind: 'map', entries, span: child.span };
}

/** What `child` makes of the entry below it; nothing when it deletes it. */
function mergeEntry(parent: SourceEntry | undefined, child: SourceEntry): SourceEntry | undefined {
  if (!parent) return child;
  if (isNull(child.value)) return undefined;
  if (parent.value.kind === 'map' && child.value.kind === 'map') {
    const { key, keySpan } = child;
    const value = mergeMaps(parent.value, child.value);
    return parent.previous ? { key, keySpan, value, previous: parent.previous } : { key, keySpan, value };
  }
  return { ...child, previous: parent };
}

function history(entry: SourceEntry): SourceEntry[] {
  const steps: SourceEntry[] = [];
  for (let step: SourceEntry | undefined = entry; step; step = step.previous) {
    const { key, keySpan, value } = step;
    steps.unshift({ key, keySpan, value });
  }
  return steps;
}

/** Written as `null` or `~`; an empty value is for the shape phase to refuse. */
function isNull(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.source !== '';
}
