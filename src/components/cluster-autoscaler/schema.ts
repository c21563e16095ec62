import { defaulted, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, flag, switchable } from '../../compiler/language/fields.ts';
import { identityFields } from './fields/identity.ts';
import { podFields } from './fields/pods.ts';
import { scalingFields } from './fields/scaling.ts';

/** Never on by default: two of them in one cluster move the same groups against each other. */
export const clusterAutoscalerField = optional(
  switchable(
    {
      managedBy: defaulted(
        choice(['elastiform', 'elsewhere'], {
          description:
            'Who deploys it. elsewhere: it runs already (Helm, an add-on, another repository); nothing is generated, and only its version or image is compared with the cluster, if it is written here.',
        }),
        'elastiform',
        'who writes the section wants it deployed',
      ),
      ...scalingFields,
      ...podFields,
      ...identityFields,
      adopt: defaulted(
        flag({
          description:
            "Whether the objects of upstream's example manifest are in the cluster already, as the guide's kubectl apply makes them: the first plan imports ServiceAccount, roles, bindings and Deployment. Its IAM role and its PodDisruptionBudget are new.",
          example: true,
        }),
        false,
        'the first apply creates everything',
      ),
    },
    {
      description:
        'Cluster Autoscaler: adds nodes to groups whose owner is cluster-autoscaler while pods wait for room, and removes nodes that are not needed. An IAM role for exactly that, and a Deployment in the version of the cluster. `true`: all defaults.',
      example: { expander: 'least-waste' },
    },
  ),
  'no Cluster Autoscaler is deployed, and whether one runs is not known',
);

/** The section of the model; absent when the spec has none, or says `false`. */
export type ClusterAutoscalerSection = ModelOf<typeof clusterAutoscalerField> | undefined;
export type ClusterAutoscaler = NonNullable<ClusterAutoscalerSection>;
