import { invariant } from '../../util/invariant.ts';

/**
 * The name of a resource in Terraform, made from keys of the spec and from words of ours: the item's key,
 * then what it is a part of. `["postgres", "replica-1"]` is `postgres__replica_1`.
 *
 * The name is a contract: state hangs on it. It is injective because keys hold no underscore and no double
 * hyphen, so that two different lists can never give one name (goal R12 of the hardening reference; cdktf
 * merges resources of one name without a word).
 */
export function addressName(parts: readonly string[]): string {
  invariant(parts.length > 0, 'an address has a name');
  for (const part of parts) invariant(PART.test(part), `${JSON.stringify(part)} is no part of an address`);
  return parts.map((part) => part.replaceAll('-', '_')).join('__');
}

const PART = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
