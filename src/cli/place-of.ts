import type { ResolvedSpec } from '../compiler/compile.ts';
import { findSpan } from '../compiler/load/find-span.ts';
import type { SpecPath } from '../compiler/spec-path.ts';

/** `specs/prod.yaml:41:7`: the value at a path, or the nearest line above it that is written. */
export function placeOf({ document }: Pick<ResolvedSpec, 'document'>, path: SpecPath): string {
  const { file, start } = findSpan(document, { path });
  return `${file}:${start.line}:${start.column}`;
}
