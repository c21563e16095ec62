import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget } from '../../components/schedules/plan.ts';
import { example, schedule } from './example.ts';

const FLOORS = 'workloads.api: 5, autoScalingGroups.workers: 4';

/** In seconds. @source amazon-eks-best-practices counts with 120 s from launch to Ready (read 2026-11-25) */
const NODE_START = 120;

export const nodesTooLate = defineRule<Model>({
  code: 'schedule/nodes-too-late',
  severity: 'warning',
  summary: 'the nodes of a window start before its pods',
  why: 'new pods stay Pending until the new nodes are Ready',
  source: 'amazon-eks-best-practices, Cluster Autoscaler: a node takes two minutes (read 2026-11-25)',
  examples: {
    good: [
      example(schedule('day', '06:00-22:00', FLOORS)),
      // Nothing rises, so nothing can be late.
      example(
        schedule('night', '22:00-06:00', 'workloads.api: 2, autoScalingGroups.workers: 1', {
          more: ', leadTime: 0s',
        }),
      ),
    ],
    bad: [
      example(schedule('day', '06:00-22:00', FLOORS, { more: ', leadTime: 0s' })),
      example(schedule('day', '06:00-22:00', FLOORS, { more: ', leadTime: 1m' })),
    ],
  },
  check({ schedules, workloads, autoScalingGroups, nodeGroups }, report) {
    for (const [name, { floors, leadTime }] of schedules) {
      if (leadTime >= NODE_START) continue;
      const raises = [...floors].filter(([target, value]) => {
        const { kind, key } = parseTarget(target);
        if (kind === 'workloads') return value > (workloads.get(key)?.autoscaling?.minReplicas ?? value);
        const group = kind === 'autoScalingGroups' ? autoScalingGroups.get(key) : nodeGroups.get(key);
        return value > (group?.size.min ?? value);
      });
      const pods = raises.find(([target]) => parseTarget(target).kind === 'workloads');
      const nodes = raises.find(([target]) => parseTarget(target).kind !== 'workloads');
      if (!pods || !nodes) continue;
      report({
        at: ['schedules', name, 'leadTime'],
        message: `${nodes[0]} rises to ${nodes[1]} nodes ${leadTime} s before ${pods[0]} rises to ${pods[1]} pods, and a node takes about ${NODE_START} s`,
        help: 'write a lead time of 5m or more',
        related: [nodes, pods].map(([target, value]) => ({
          message: `rises to ${value}`,
          at: { path: ['schedules', name, 'floors', target] },
        })),
        suggestions: [{ message: 'write 5m', replacement: '5m' }],
      });
    }
  },
});
