import type { Foundation } from '../../compiler/frame/frame.ts';
import { compareText } from '../../util/compare.ts';
import { shortHash } from '../../util/short-hash.ts';
import type { NodeGroup } from './schema.ts';

/**
 * Whether a replacement gets another name, so that it can be created before the old group goes.
 * An adopted group keeps the name that it has.
 */
export function hasHash({ nameSuffix, adopt }: NodeGroup): boolean {
  return (nameSuffix ?? (adopt ? 'none' : 'hash')) === 'hash';
}

/**
 * Name of the group in EKS: `spot-nodes-3f9a2c`. The hash covers every input that forces a replacement (the
 * launch template does when it comes or goes; its name follows from the name).
 *
 * What is hashed, and how, is a contract: any change here would replace all node groups of all users.
 *
 * @source ForceNew in terraform-provider-aws 5.100, aws_eks_node_group; seen in plans of it (2026-11-23)
 */
export function groupName(group: NodeGroup, foundation: Foundation): string {
  if (!hasHash(group)) return group.name;
  const inputs = [
    typesOf(group),
    group.capacity,
    group.amiType,
    group.diskSize ?? null,
    group.launchTemplate !== undefined,
    [...foundation.subnets],
    foundation.nodeRole,
  ];
  return `${group.name}-${shortHash(JSON.stringify(inputs), HASH_DIGITS)}`;
}

/** EKS replaces a group whose types come in another order; a list that was only re-ordered shall not. */
export function typesOf({ instanceTypes, adopt }: NodeGroup): string[] {
  return adopt ? [...instanceTypes] : [...instanceTypes].sort(compareText);
}

export const HASH_DIGITS = 6;
