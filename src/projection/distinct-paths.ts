import { pathKey, type SpecPath } from '../compiler/spec-path.ts';

/** Each path once, where it comes first. */
export function distinctPaths(paths: readonly SpecPath[]): readonly SpecPath[] {
  return [...new Map(paths.map((path) => [pathKey(path), path])).values()];
}
