import { optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, flag, section } from '../../compiler/language/fields.ts';
import { oldestVersions } from '../row-fields.ts';

const NOT_RUN = 'no node type of the family runs the engine';

/** What the catalog knows of all sizes of an ElastiCache node type, by `cache.r6g`. */
export const elasticacheFamily = section(
  {
    isBurstable: flag({ description: 'Whether it earns CPU credits and is slow without.', example: false }),
    generation: choice(['current', 'previous'], {
      description: 'previous: ElastiCache keeps existing nodes of it and makes no new ones.',
    }),
    engines: section(
      {
        redis: optional(oldestVersions('Redis OSS', ['5.0.6']), NOT_RUN),
        valkey: optional(oldestVersions('Valkey', ['7.2']), NOT_RUN),
      },
      {
        description: 'The engines that run on the family, and from which versions on.',
        example: { redis: ['5.0.6'], valkey: ['7.2'] },
      },
    ),
    hasEncryption: flag({ description: 'Whether it can encrypt at rest and in transit.', example: true }),
    hasDataTiering: flag({
      description: 'Whether what is seldom read is kept on a local SSD; the node type decides that alone.',
      example: false,
    }),
    hasAutoScaling: flag({
      description:
        'Whether Application Auto Scaling handles its sizes large, xlarge and 2xlarge; it handles no others.',
      example: true,
    }),
  },
  {
    description: 'A family of ElastiCache node types.',
    example: {
      isBurstable: false,
      generation: 'current',
      engines: { redis: ['5.0.6'], valkey: ['7.2'] },
      hasEncryption: true,
      hasDataTiering: false,
      hasAutoScaling: true,
    },
  },
);

export type ElasticacheFamily = ModelOf<typeof elasticacheFamily>;

/** `cache.r6g` of `cache.r6g.large`. */
export function elasticacheFamilyOf(nodeType: string): string {
  return nodeType.split('.', 2).join('.');
}
