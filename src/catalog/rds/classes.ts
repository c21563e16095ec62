import type { ModelOf } from '../../compiler/language/field.ts';
import { integer, section } from '../../compiler/language/fields.ts';
import { vcpu } from '../row-fields.ts';

/** What the catalog knows of an RDS instance class; what holds for all sizes is in `rdsFamilies`. */
export const rdsClass = section(
  {
    vcpu,
    memoryGib: integer({
      description: 'Nominal memory in GiB; the engine gets a little less.',
      example: 16,
      minimum: 1,
      maximum: 65_536,
    }),
  },
  { description: 'An RDS instance class.', example: { vcpu: 2, memoryGib: 16 } },
);

export type RdsClass = ModelOf<typeof rdsClass>;
