import type { TextEdit } from '../diagnostic.ts';
import { compareSpans } from '../span.ts';
import { fixesOf } from './fixes-of.ts';
import type { Found, Look } from './look.ts';

/** A finding with the edits that certainly put it right. */
export interface Repair {
  readonly found: Found;
  /** Of one file, in its order. */
  readonly edits: readonly TextEdit[];
}

/** What can be repaired in environments, each once: a mistake in a parent is found by everybody who extends it. */
export function repairsOf(looks: readonly Look[]): readonly Repair[] {
  const repairs = new Map<string, Repair>();
  for (const { found, document } of looks) {
    for (const one of found) {
      const fix = fixesOf(one.diagnostic, document).find(
        (candidate) => candidate?.applicability === 'machine',
      );
      if (!fix) continue;
      const edits = [...fix.edits].sort((a, b) => compareSpans(a.span, b.span));
      const key = JSON.stringify(edits);
      if (!repairs.has(key)) repairs.set(key, { found: one, edits });
    }
  }
  return [...repairs.values()].sort((a, b) => compareSpans(a.edits[0]!.span, b.edits[0]!.span));
}

/** The first ones that do not come near each other. */
export function apart(repairs: readonly Repair[]): readonly Repair[] {
  const taken: TextEdit[] = [];
  return repairs.filter(({ edits }) => {
    if (edits.some((edit) => taken.some((other) => meet(edit, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

/** Also side by side: which of two insertions at one place comes first would be a matter of chance. */
function meet({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return a.file === b.file && a.start.offset <= b.end.offset && b.start.offset <= a.end.offset;
}

export function editsByFile(repairs: readonly Repair[]): ReadonlyMap<string, readonly TextEdit[]> {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of repairs.flatMap(({ edits }) => edits)) {
    byFile.set(edit.span.file, [...(byFile.get(edit.span.file) ?? []), edit]);
  }
  return byFile;
}
