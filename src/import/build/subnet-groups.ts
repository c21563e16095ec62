import type { Service } from '../facts-of-parts.ts';
import { type Building, sameMembers, type Tell } from './building.ts';
import type { ItemBuilder } from './spec-tree.ts';

/**
 * A subnet group comes under Terraform where that changes nothing: where it holds foundation.subnets and nobody else
 * uses it. Any other is only referred to.
 *
 * @param told its subnets, where the thing itself tells them
 */
export function subnetGroupOf(
  service: Service,
  name: string | undefined,
  told: readonly string[],
  { facts, foundation }: Building,
  item: ItemBuilder,
  tell: Tell,
): void {
  item.unlessDefault('subnetGroup.name', name);
  if (name === undefined) return;
  const found = facts.subnetGroups.find((group) => group.service === service && group.name === name);
  const subnets = told.length > 0 ? told : (found?.subnets ?? []);
  const users = service === 'rds' ? facts.databases : facts.cacheNodes;
  const owners = new Set(
    users.flatMap((user) => {
      if (user.subnetGroup !== name) return [];
      return 'replicationGroup' in user ? (user.replicationGroup ?? []) : (user.source ?? user.id);
    }),
  );
  const reason = reasonAgainst(owners.size, subnets, foundation.subnets);
  if (reason === undefined) return;
  item.set('subnetGroup.managedBy', 'elsewhere');
  tell('told', `its subnet group ${name} stays as it is, for ${reason}`);
}

function reasonAgainst(
  users: number,
  subnets: readonly string[],
  ours: readonly string[],
): string | undefined {
  if (users > 1) return `${users - 1} more use it`;
  if (subnets.length === 0) return 'the input does not tell its subnets';
  if (!sameMembers(subnets, ours)) return 'its subnets are not foundation.subnets';
  return undefined;
}
