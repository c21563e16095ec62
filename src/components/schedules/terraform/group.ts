import { addressName } from '../../../terraform/engine/address.ts';
import { expression, numberExpression } from '../../../terraform/engine/expression.ts';
import type { Model } from '../../registry.ts';
import type { TargetPlan } from '../plan.ts';

/** A group of nodes as its scheduled actions see it. */
export interface ScheduledGroup {
  /** What tells the addresses of node groups from those of Auto Scaling groups of the same key. */
  readonly kindParts: readonly string[];
  readonly previousName: string | undefined;
  readonly isOwner: boolean;
  /** A reference to the group's own least number, which stands once, beside the group. */
  readonly outside: number;
  /** A reference, so that the group is there first. */
  readonly name: string;
}

export function groupOf({ kind, key }: TargetPlan, model: Model): ScheduledGroup {
  const kindParts = kind === 'nodeGroups' ? ['node-group'] : [];
  const group = kind === 'workloads' ? undefined : model[kind].get(key);
  const name = addressName([key]);
  return {
    kindParts,
    previousName: group?.previousName,
    isOwner: group?.size.minOwner === 'schedule',
    outside: numberExpression(`local.${addressName([key, ...kindParts, 'min-size'])}`),
    // EKS gives the Auto Scaling group behind a node group a name of its own.
    name: expression(
      kind === 'nodeGroups'
        ? `aws_eks_node_group.${name}.resources[0].autoscaling_groups[0].name`
        : `aws_autoscaling_group.${name}.name`,
    ),
  };
}
