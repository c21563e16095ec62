import { optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { section, text } from '../../compiler/language/fields.ts';
import { endOfExtendedSupport, endOfStandardSupport, NOT_ANNOUNCED } from '../row-fields.ts';

/** What the catalog knows of a minor version of Kubernetes. */
export const kubernetesVersion = section(
  {
    clusterAutoscaler: optional(
      text({
        description: 'The newest Cluster Autoscaler of the minor, which has its scheduler inside.',
        example: '1.33.6',
        pattern: '^1\\.[0-9]{1,2}\\.[0-9]{1,3}$',
        patternMeaning: 'a version such as "1.33.6"',
      }),
      'not known; every minor has an x.y.0',
    ),
    endOfStandardSupport: optional(endOfStandardSupport, NOT_ANNOUNCED),
    endOfExtendedSupport: optional(endOfExtendedSupport, NOT_ANNOUNCED),
  },
  {
    description: 'A minor version of Kubernetes on EKS.',
    example: {
      clusterAutoscaler: '1.33.6',
      endOfStandardSupport: '2026-07-29',
      endOfExtendedSupport: '2027-07-29',
    },
  },
);

export type KubernetesVersion = ModelOf<typeof kubernetesVersion>;
