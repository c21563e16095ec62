import type { RuleContext } from '../../compiler/rules/rule.ts';

/**
 * In how many zones the nodes are. The spec does not know the zones of subnets: each is taken for a zone of its own,
 * and more than three for three, because two subnets in each of three zones are as usual as six zones.
 */
export function zonesOf({ frame }: RuleContext): number {
  return Math.min(frame.foundation.subnets.length, 3);
}

/** Nodes that are left of a group when its fullest zone is gone; Auto Scaling launches them evenly over the zones. */
export function withoutZone(nodes: number, zones: number): number {
  return nodes - Math.ceil(nodes / zones);
}
