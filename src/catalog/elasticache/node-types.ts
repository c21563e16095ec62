import { optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { integer, section } from '../../compiler/language/fields.ts';
import { vcpu } from '../row-fields.ts';

const MOST_BYTES = 2 ** 50;

/** What the catalog knows of an ElastiCache node type; what holds for all sizes is in `elasticacheFamilies`. */
export const elasticacheNodeType = section(
  {
    vcpu: optional(vcpu, 'not known to this table'),
    maxmemoryBytes: optional(
      integer({
        description:
          'The parameter maxmemory in bytes. Data may use what reserved-memory-percent (25) leaves of it.',
        example: 14_037_181_030,
        minimum: 2 ** 20,
        maximum: MOST_BYTES,
      }),
      'not known to this table',
    ),
    ssdBytes: optional(
      integer({
        description: 'Local SSD in bytes that data tiering uses beside the memory.',
        example: 106_654_401_659,
        minimum: 2 ** 20,
        maximum: MOST_BYTES,
      }),
      'no data tiering',
    ),
  },
  { description: 'An ElastiCache node type.', example: { vcpu: 2, maxmemoryBytes: 14_037_181_030 } },
);

export type ElasticacheNodeType = ModelOf<typeof elasticacheNodeType>;
