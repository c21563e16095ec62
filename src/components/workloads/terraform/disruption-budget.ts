import { PodDisruptionBudgetV1 } from '@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1/index.js';
import { formatPodsOrShare } from '../../../compiler/quantity/pods-or-share.ts';
import type { Root } from '../../../terraform/engine/root.ts';
import type { Workload } from '../schema.ts';
import { importIdOf, labelsOf, placeOf } from './place.ts';

/** @param selector labels of the pods */
export function addDisruptionBudget(
  root: Root,
  key: string,
  workload: Workload,
  budget: NonNullable<Workload['podDisruptionBudget']>,
  selector: Readonly<Record<string, string>>,
): void {
  root.resource(
    PodDisruptionBudgetV1,
    {
      ...placeOf(key, workload, ['podDisruptionBudget']),
      importId: budget.adopt ? importIdOf(workload, budget.name) : undefined,
      notes: ['The provider replaces a budget whose spec changes: a moment without it.'],
    },
    {
      metadata: { name: budget.name, namespace: workload.namespace, labels: labelsOf(workload) },
      spec: {
        maxUnavailable: formatPodsOrShare(budget.maxUnavailable),
        selector: { matchLabels: selector },
      },
    },
  );
}
