import { kindsOf } from './behaviors.ts';
import type { EdgeItem } from './schema.ts';

/**
 * Names of an account, not of a region: those of all environments in one account meet. A cache policy, a response
 * headers policy and an origin access control may share one, for they are different lists.
 */
export function policyName({ name }: EdgeItem, kind: string): string {
  return `${name}-${kind}`;
}

/** All cache policies, and so all response headers policies, of an item. */
export function policyNames(item: EdgeItem): readonly string[] {
  return kindsOf(item).map((kind) => policyName(item, kind.name));
}
