import { allocatableOf } from '../../catalog/ec2/allocatable.ts';
import type { Ec2Type } from '../../catalog/ec2/instance-types.ts';
import type { Frame } from '../../compiler/frame/frame.ts';
import { formatCpu } from '../../compiler/quantity/cpu.ts';
import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

const MIB = 2 ** 20;

export const noRoomForPods = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/no-room-for-pods`,
    severity: 'error',
    summary: 'a node has room for pods beside the DaemonSets',
    why: 'DaemonSets run on every node; a node that is full with them takes no pod, and Cluster Autoscaler adds one after the other without helping anybody',
    source:
      'awslabs/amazon-eks-ami@81fec2e8, eni-max-pods.txt and nodeadm (read 2026-07-23): pods = network interfaces × (addresses − 1) + 2',
    examples: {
      good: [
        `tier: dev\n${example(kind, { instanceTypes: '[t3.small]' })}`,
        `tier: dev\nfoundation: {daemonSets: {pods: 3}}\n${example(kind, { instanceTypes: '[t3.micro]' })}`,
      ],
      bad: [
        `tier: dev\n${example(kind, { instanceTypes: '[t3.micro]' })}`,
        `tier: dev\nfoundation: {daemonSets: {pods: 11}}\n${example(kind, { instanceTypes: '[t3.small]' })}`,
        `foundation: {daemonSets: {cpu: 2000m}}\n${example(kind, {})}`,
      ],
    },
    check: eachItem<NodePool>(kind.key, (pool, at, report, { frame, catalog }) => {
      const full = pool.instanceTypes.flatMap((type, index) => {
        const known = catalog.ec2Types.rows.get(type);
        const problem = known && problemOf(known, pool.maxPods, frame.foundation.daemonSets);
        return problem ? [{ type, index, ...problem }] : [];
      });
      const [first] = full;
      if (!first) return;
      report({
        at: at('instanceTypes', String(first.index)),
        message: `${first.text} of ${first.type}${full.length > 1 ? `, and ${full.length - 1} of the other types too` : ''}`,
        help: 'choose larger instance types, or correct foundation.daemonSets',
        related: [
          {
            message: 'what the DaemonSets take of every node',
            at: { path: ['foundation', 'daemonSets', first.resource] },
          },
        ],
      });
    }),
  });

type DaemonSets = Frame['foundation']['daemonSets'];

interface Problem {
  readonly resource: 'pods' | 'cpu' | 'memory';
  readonly text: string;
}

/** What runs out first; `undefined` where something is left of everything. */
function problemOf(
  type: Ec2Type,
  maxPods: number | undefined,
  { pods, cpu, memory }: DaemonSets,
): Problem | undefined {
  const node = allocatableOf(type);
  const most = maxPods ?? node.pods;
  if (pods >= most)
    return { resource: 'pods', text: `${pods} DaemonSets take all ${most} pods that fit on a node` };
  if (cpu >= node.cpuMillicores)
    return {
      resource: 'cpu',
      text: `the DaemonSets ask for ${formatCpu(cpu)} of the ${formatCpu(node.cpuMillicores)} CPU that is left on a node`,
    };
  const mebibytes = Math.ceil(memory / MIB);
  if (mebibytes >= node.memoryMib)
    return {
      resource: 'memory',
      text: `the DaemonSets ask for ${mebibytes} MiB of the ${Math.max(0, node.memoryMib)} MiB that are left on a node`,
    };
  return undefined;
}
