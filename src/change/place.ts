import type { Origin } from '../compiler/resolve/origin.ts';
import { formatPath } from '../compiler/spec-path.ts';
import type { LeafChange } from './leaf-changes.ts';

/** Which line of a spec, or what else, made a value differ. @param base what the older version is called */
export function placeOf({ before, after }: LeafChange, base: string): string {
  const is = after?.cell && written(after.cell.origin);
  if (is !== undefined) return is;
  const was = before?.cell && written(before.cell.origin);
  if (was !== undefined) return `${was} at ${base}`;
  return describe((after ?? before)?.cell?.origin);
}

function written(origin: Origin): string | undefined {
  return 'span' in origin ? `${origin.span.file}:${origin.span.start.line}` : undefined;
}

function describe(origin: Origin | undefined): string {
  if (origin?.kind === 'preset') return `preset of ${origin.name}`;
  if (origin?.kind !== 'derived') return 'default';
  const inputs = origin.inputs.map(({ path }) => formatPath(path));
  return inputs.length === 0 ? 'derived' : `derived from ${inputs.slice(0, 3).join(', ')}`;
}
