import { optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { section } from '../../compiler/language/fields.ts';
import { endOfExtendedSupport, endOfStandardSupport, NOT_ANNOUNCED } from '../row-fields.ts';

/** What the catalog knows of a major version of an engine of RDS, by `postgres 15` and `mysql 8.0`. */
export const rdsEngineVersion = section(
  {
    endOfStandardSupport: optional(endOfStandardSupport, NOT_ANNOUNCED),
    endOfExtendedSupport: optional(endOfExtendedSupport, `${NOT_ANNOUNCED}; MariaDB has none`),
  },
  {
    description: 'A major version of an engine of RDS.',
    example: { endOfStandardSupport: '2028-02-29', endOfExtendedSupport: '2031-02-28' },
  },
);

export type RdsEngineVersion = ModelOf<typeof rdsEngineVersion>;
