import type { PodBatch } from '../../capacity/scene.ts';
import type { RelatedPlace } from '../../compiler/diagnostic.ts';
import type { RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Shortage } from './shortage.ts';

/**
 * Every line that the arithmetic rests on but the one at which it is told: how many pods and how large, how many
 * nodes and how large, and what the DaemonSets take. What nobody wrote is a default, and has no line; numbers are
 * shown all the same, where they would be.
 *
 * @param bound of the nodes
 */
export function evidenceOf(
  { rivals, offers }: Shortage,
  told: PodBatch,
  bound: 'greatest' | 'least',
  { isWritten }: RuleContext,
): readonly RelatedPlace[] {
  const seen = new Set([told.path.join('.')]);
  const places: readonly (readonly [message: string, path: SpecPath, isNumber: boolean])[] = [
    ...rivals.flatMap(({ name, path, requests }) => [
      [`the number of pods of ${name} is set here`, path, true] as const,
      [`what one pod of ${name} asks for is set here`, requestsOrLimits(requests, isWritten), false] as const,
    ]),
    ...offers.flatMap(({ name, path, pool }) => [
      [`the ${bound} number of nodes of ${name} is set here`, path, true] as const,
      [`the instance types of ${name} are set here`, [...pool.path, 'instanceTypes'], false] as const,
    ]),
    ['what the DaemonSets take of each node is set here', ['foundation', 'daemonSets'], false],
  ];
  return places.flatMap(([message, path, isNumber]) => {
    const key = path.join('.');
    const hasLine = isNumber || [path, ...PARTS.map((part) => [...path, part])].some(isWritten);
    if (seen.has(key) || !hasLine) return [];
    seen.add(key);
    return [{ message, at: { path } }];
  });
}

/** Where there are limits and no requests, they are the requests. */
function requestsOrLimits(requests: SpecPath, isWritten: RuleContext['isWritten']): SpecPath {
  return PARTS.some((part) => isWritten([...requests, part]))
    ? requests
    : [...requests.slice(0, -1), 'limits'];
}

/** Of sections: only single values are written or not. */
const PARTS = ['cpu', 'memory', 'pods'];
