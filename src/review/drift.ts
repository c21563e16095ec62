import type { AttributeEdit, Plan, PlannedChange } from '../plan/plan.ts';
import { isVirtual } from '../plan/virtual-attributes.ts';
import type { ReviewedEnvironment } from './environment.ts';
import type { Group } from './review.ts';
import { reviewChange } from './reviewed-change.ts';

export interface Drift {
  readonly groups: readonly Group[];
  /** Fields that others own and have moved, as they may. */
  readonly ownedFields: number;
}

/** What changed behind Terraform's back: what belongs to others is counted, the rest is for people to read. */
export function driftOf({ drift }: Plan, environment: ReviewedEnvironment | undefined, today: string): Drift {
  let ownedFields = 0;
  const groups: Group[] = [];
  for (const change of drift) {
    const edits = change.edits.filter((edit) => !isVirtual(edit) && !edit.isUnknown);
    const foreign = edits.filter((edit) => !isOwned(edit, change, environment));
    ownedFields += edits.length - foreign.length;
    if (change.action === 'update' && foreign.length === 0) continue;
    const { group } = reviewChange({ ...change, edits: foreign }, environment, today);
    const { label: _label, ...rest } = group;
    groups.push({ ...rest, verdict: 'auto', because: [] });
  }
  return { groups, ownedFields };
}

function isOwned(
  { path, attribute }: AttributeEdit,
  { address, type, after }: PlannedChange,
  environment: ReviewedEnvironment | undefined,
): boolean {
  // RDS storage autoscaling: the provider hides the growth by itself, so nothing is ignored in the configuration.
  if (type === 'aws_db_instance' && attribute === 'allocated_storage')
    return Number(after['max_allocated_storage'] ?? 0) > 0;
  const owned = environment?.owned.get(address) ?? [];
  return owned.some(
    (one) => path === one || attribute === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`),
  );
}
