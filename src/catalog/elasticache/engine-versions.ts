import { optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { section } from '../../compiler/language/fields.ts';
import { endOfExtendedSupport, endOfStandardSupport, NOT_ANNOUNCED } from '../row-fields.ts';

/** What the catalog knows of a version that ElastiCache offers, by `redis 7.1`, `redis 5.0.6` and `valkey 8.0`. */
export const elasticacheEngineVersion = section(
  {
    endOfStandardSupport: optional(endOfStandardSupport, NOT_ANNOUNCED),
    endOfExtendedSupport: optional(endOfExtendedSupport, NOT_ANNOUNCED),
  },
  {
    description: 'A version of an engine of ElastiCache.',
    example: { endOfStandardSupport: '2027-01-31', endOfExtendedSupport: '2030-01-31' },
  },
);

export type ElasticacheEngineVersion = ModelOf<typeof elasticacheEngineVersion>;
