import { formatPath, type SpecPath } from '../../compiler/spec-path.ts';
import type { AlarmId } from './kinds/ids.ts';
import type { Alarms, Overrides } from './schema.ts';

/** What is different for one thing. */
export function overridesOf({ items }: Alarms, item: SpecPath): Overrides | undefined {
  return items.get(formatPath(item));
}

/** Whether a thing has alarms of a kind. */
export function isWatched(alarms: Alarms, item: SpecPath, id: AlarmId): boolean {
  const own = overridesOf(alarms, item);
  return own === undefined || (own.enabled && !(own.without ?? []).includes(id));
}
