import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import type { PathAnswer } from './answer.ts';
import { cellAt, leafCells } from './cells.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import { fanOutOf } from './fan-out.ts';
import { legalValues } from './legal-values.ts';
import { specValueOf } from './spec-value.ts';

/** Where a value of the spec comes from, and all that changes with it; nothing when the spec has no such path. */
export function explainPath(trace: EnvironmentTrace, path: SpecPath): PathAnswer | undefined {
  const field = trace.fieldAt(path);
  const { cells } = trace.spec;
  // A path below something that is not there is one that the environment does not have.
  if (!field || (path.length > 1 && !cellAt(cells, path.slice(0, -1)))) return undefined;
  const cell = cellAt(cells, path);
  if (!cell && isItem(trace, path)) return undefined;
  const isGroup = cell !== undefined && cell.kind !== 'leaf';
  return {
    kind: 'path',
    subject: specValueOf(trace, path),
    description: field.description,
    legal: legalValues(field, isItem(trace, path)),
    inside: isGroup ? leafCells(cell).map((leaf) => specValueOf(trace, leaf.path, 0)) : undefined,
    blocks: isGroup ? blocksBelow(trace, path) : [],
    fanOut: isGroup ? undefined : fanOutOf(trace, path),
  };
}

/** What people name is there or not; only keys of the language can be asked about while they are not set. */
function isItem(trace: EnvironmentTrace, path: SpecPath): boolean {
  const kind = trace.fieldAt(path.slice(0, -1))?.form.kind;
  return kind === 'map' || kind === 'list';
}

function blocksBelow(trace: EnvironmentTrace, path: SpecPath): PathAnswer['blocks'] {
  const above = formatPath(path);
  return [...trace.elements.values()]
    .filter(({ at }) => at === above || at.startsWith(`${above}.`) || at.startsWith(`${above}[`))
    .map(({ file, address, at }) => ({ file, address, at }));
}
