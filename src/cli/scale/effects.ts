import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { Field } from '../../compiler/language/field.ts';
import type { Cell } from '../../compiler/resolve/cell.ts';
import { formatPath, pathKey, type SpecPath } from '../../compiler/spec-path.ts';
import { specField } from './spec-field.ts';
import { unitOf } from './words.ts';

/** One value of an environment that an edit changes, also one that nobody wrote. */
export interface Effect {
  readonly path: string;
  /** As a person would write it; absent when there was none. */
  readonly before?: string;
  readonly after?: string;
  /** What a bare number counts. */
  readonly unit?: string;
}

/** Every value that differs, in the order of the spec. */
export function effectsOf(before: ResolvedSpec, after: ResolvedSpec, language: Field): readonly Effect[] {
  const old = leavesOf(before.cells);
  const now = leavesOf(after.cells);
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const was = old.get(key);
    const is = now.get(key);
    if (was?.text === is?.text) return [];
    const path = (is ?? was)?.path as SpecPath;
    const unit = unitOf(specField(language, path)?.pattern ?? []);
    return [
      {
        path: formatPath(path),
        ...(was ? { before: was.text } : {}),
        ...(is ? { after: is.text } : {}),
        ...(unit ? { unit } : {}),
      },
    ];
  });
}

/** `20 → 40 pods`. */
export function printEffect({ before, after, unit }: Effect): string {
  const units = unit === undefined ? '' : ` ${unit}`;
  if (before === undefined) return `${after}${units} (new)`;
  if (after === undefined) return `${before}${units} → gone`;
  return `${before} → ${after}${units}`;
}

function leavesOf(cell: Cell, into = new Map<string, { path: SpecPath; text: string }>()) {
  if (cell.kind === 'leaf') {
    const { written } = cell;
    into.set(pathKey(cell.path), {
      path: cell.path,
      text: Array.isArray(written) ? `[${written.join(', ')}]` : String(written),
    });
  } else for (const child of cell.entries.values()) leavesOf(child, into);
  return into;
}
