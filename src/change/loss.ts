import { formatPath, pathKey, type SpecPath } from '../compiler/spec-path.ts';
import type { EnvironmentVersion } from './changed-item.ts';

/**
 * What somebody should know who takes an item out of the spec, or gives it another name.
 *
 * @returns nothing when it holds no data
 */
export function dangerOfLoss(
  path: SpecPath,
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): string | undefined {
  const isHere = (item: SpecPath) => pathKey(item) === pathKey(path);
  if (!before.stateful.some((item) => isHere(item.path))) return undefined;
  const moved = after.stateful.find(({ previousPath }) => previousPath && isHere(previousPath));
  if (moved) return `it holds data, and is kept as ${formatPath(moved.path)}`;
  const retired = after.model.retired.get(path.join('.'));
  if (retired)
    return retired.action === 'destroy'
      ? `it holds data and is destroyed: ${retired.reason}`
      : `it holds data and is left running without Terraform: ${retired.reason}`;
  const isNew = after.stateful.some(
    (item) =>
      isSibling(item.path, path) && !before.stateful.some((old) => pathKey(old.path) === pathKey(item.path)),
  );
  const hint = isNew ? `; if it has only another name, say previousName: ${path.at(-1)} there` : '';
  return `it holds data, and nothing says that it may go${hint}`;
}

function isSibling(a: SpecPath, b: SpecPath): boolean {
  return a.length === b.length && a.slice(0, -1).every((part, index) => part === b[index]);
}
