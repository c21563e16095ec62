import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { removal } from '../../compiler/rules/suggestions.ts';
import { example, type NodeKind, type NodePool, type NodePools, volumeOf } from './node-pool.ts';

export const performanceNeedsGp3 = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/performance-needs-gp3`,
    severity: 'error',
    summary: 'only a gp3 volume has provisioned iops and throughput',
    why: 'the performance of gp2 follows from its size; EC2 refuses to launch the instance',
    source:
      'botocore 1.43.11, API model of ec2, CreateVolume; terraform-aws-modules/terraform-aws-eks #3417: "The parameter iops is not supported for gp2 volumes" (read 2026-11-25)',
    examples: {
      good: [example(kind, { volume: '{type: gp2, size: 1000GiB}' })],
      bad: [
        example(kind, { volume: '{type: gp2, size: 1000GiB, iops: 3000}' }),
        example(kind, { volume: '{type: gp2, size: 1000GiB, throughput: 125}' }),
      ],
    },
    check: eachItem<NodePool>(kind.key, (pool, at, report) => {
      const found = volumeOf(pool);
      if (!found || found.volume.type === 'gp3') return;
      const { volume, path } = found;
      const names = (['iops', 'throughput'] as const).filter((name) => volume[name] !== undefined);
      const [first] = names;
      if (first === undefined) return;
      report({
        at: at(...path, first),
        message: `${names.map((name) => `${name} is ${volume[name]}`).join(' and ')}, but the volume type is ${volume.type}`,
        help: `set type: gp3, or leave ${names.join(' and ')} out`,
        suggestions: names.length === 1 ? [removal(at(...path, first))] : [],
        related: [{ message: 'the type', at: { path: at(...path, 'type') } }],
      });
    }),
  });
