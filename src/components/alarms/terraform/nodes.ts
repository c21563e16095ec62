import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { Model } from '../../registry.ts';
import { thresholdCode, thresholdValue } from './thresholds.ts';
import type { Alarm, AlarmWriter, Metric } from './writer.ts';

/** A group of nodes, whoever made its Auto Scaling group. */
export interface NodePool extends Pick<Alarm, 'subject' | 'item' | 'keys' | 'previousKeys' | 'called'> {
  /** The name of its Auto Scaling group, as a reference. */
  readonly group: string;
  /** Whether something else than Terraform scales it between two bounds. */
  readonly isScaled: boolean;
}

interface Group {
  readonly name: string;
  readonly previousName: string | undefined;
  readonly size: { readonly min: number; readonly max: number; readonly owner: string };
}

export function nodePools({ autoScalingGroups, nodeGroups }: Model): readonly NodePool[] {
  const pool = (subject: 'asg' | 'node-group', kind: string, key: string, item: Group, group: string) => ({
    subject,
    item: [kind, key],
    keys: [key],
    called: item.name,
    previousKeys: item.previousName === undefined ? undefined : [item.previousName],
    group: expression(group),
    isScaled: item.size.owner !== 'terraform' && item.size.min < item.size.max,
  });
  return [
    ...[...autoScalingGroups].map(([key, group]) =>
      pool('asg', 'autoScalingGroups', key, group, `aws_autoscaling_group.${addressName([key])}.name`),
    ),
    ...[...nodeGroups].map(([key, group]) =>
      pool(
        'node-group',
        'nodeGroups',
        key,
        group,
        `aws_eks_node_group.${addressName([key])}.resources[0].autoscaling_groups[0].name`,
      ),
    ),
  ];
}

export function nodeAlarms(model: Model, writer: AlarmWriter): void {
  for (const pool of nodePools(model)) {
    if (pool.isScaled) {
      writer.add({
        ...pool,
        id: 'nodes-at-max',
        evaluation: 'alarm-evaluation',
        metric: {
          code: '100 * desired / maximum',
          label: 'share of the maximum',
          // What the group has as maximum at that time: a schedule may have moved it.
          metrics: {
            desired: groupMetric(pool, 'GroupDesiredCapacity'),
            maximum: groupMetric(pool, 'GroupMaxSize'),
          },
        },
        breaches: 'at-or-above',
        threshold: 100,
        says: 'The group has as many nodes as it may have, sustained: the next pod stays Pending.',
      });
    }
    writer.add({
      ...pool,
      id: 'nodes-cpu',
      evaluation: 'alarm-node-evaluation',
      metric: {
        namespace: 'AWS/EC2',
        name: 'CPUUtilization',
        dimensions: { AutoScalingGroupName: pool.group },
        stat: 'Average',
      },
      breaches: 'above',
      threshold: thresholdValue(writer.alarms, pool.item, 'cpu'),
      says: `CPU of the nodes above ${expression(thresholdCode(writer.alarms, pool.item, 'cpu'))} %, sustained.`,
    });
  }
}

export function groupMetric({ group }: NodePool, name: string): Metric {
  return {
    namespace: 'AWS/AutoScaling',
    name,
    dimensions: { AutoScalingGroupName: group },
    stat: 'Maximum',
  };
}
