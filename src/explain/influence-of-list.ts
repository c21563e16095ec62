import type { SpecPath } from '../compiler/spec-path.ts';
import type { Changes } from './changes.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import { type Influence, influenceOf } from './influence.ts';

/** Of a list of scalars, where an item that is away says as much as one that is another. */
export function influenceOfList(
  trace: EnvironmentTrace,
  part: string,
  path: SpecPath,
  written: readonly unknown[],
): Influence {
  const influence = influenceOf(trace, part, path, () => changesOfList(trace, part, path, written));
  return {
    path,
    effectOn(element, attribute) {
      const effect = influence.effectOn(element, attribute);
      return effect === 'presence' && IS_ITEM.test(attribute) ? 'value' : effect;
    },
  };
}

const IS_ITEM = /\[[0-9]+\]$/;

/** Each item is missed in one of the other lists, where that can be. */
function changesOfList(
  trace: EnvironmentTrace,
  part: string,
  path: SpecPath,
  written: readonly unknown[],
): readonly Changes[] {
  const found: Changes[] = [];
  const missed = new Set<unknown>();
  for (const other of trace.alternatives(path) as readonly (readonly unknown[])[]) {
    if (found.length > 0 && missed.size === new Set(written).size) break;
    const cells = trace.tryCells(() => trace.cellsWith(path, other));
    const changes = cells && trace.changesOfPart(part, cells);
    if (!changes) continue;
    found.push(changes);
    for (const item of written) if (!other.includes(item)) missed.add(item);
  }
  return found;
}
