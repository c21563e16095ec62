import { findSpan } from '../compiler/load/find-span.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { SpecValue } from './answer.ts';
import { cellAt } from './cells.ts';
import type { EnvironmentTrace } from './environment-trace.ts';

/** What the spec says at a path, and why. @param depth how far the inputs of derived values are followed */
export function specValueOf(trace: EnvironmentTrace, path: SpecPath, depth = 1): SpecValue {
  const { cells, document } = trace.spec;
  const cell = cellAt(cells, path);
  const leaf = cell?.kind === 'leaf' ? cell : undefined;
  const fallback = trace.fieldAt(path)?.fallback;
  const origin = leaf?.origin;
  const inputs = origin?.kind === 'derived' && depth > 0 ? origin.inputs : [];
  return {
    path,
    value: leaf?.written,
    origin,
    place: leaf === undefined && cell ? findSpan(document, { path, on: 'key' }) : undefined,
    meaning: !cell && fallback?.kind === 'absent' ? fallback.meaning : undefined,
    inputs: inputs.map((input) => specValueOf(trace, input.path, depth - 1)),
  };
}
