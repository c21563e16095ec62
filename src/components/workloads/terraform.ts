import type { Lowering } from '../../compiler/component.ts';
import type { Model } from '../registry.ts';
import type { Workload, Workloads } from './schema.ts';
import { addAutoscaler } from './terraform/autoscaler.ts';
import { addDatabaseConfig } from './terraform/database-config.ts';
import { addDeployment } from './terraform/deployment.ts';
import { addDisruptionBudget } from './terraform/disruption-budget.ts';

/** Adds Deployments, their ConfigMaps, HorizontalPodAutoscalers and PodDisruptionBudgets to the Kubernetes root. */
export const lowerWorkloads: Lowering<Workloads, Model> = (items, roots, { foundation }, model) => {
  const { kubernetes } = roots;
  for (const [key, workload] of items) {
    addDatabaseConfig(roots, key, workload, model);
    if (workload.image !== undefined) addDeployment(kubernetes, key, workload, workload.image, model);
    if (hasAutoscaler(workload)) addAutoscaler(kubernetes, key, workload, foundation);
    const selector = selectorOf(workload);
    if (workload.podDisruptionBudget && selector) {
      addDisruptionBudget(kubernetes, key, workload, workload.podDisruptionBudget, selector);
    }
  }
};

/** A fixed number of pods in a Deployment of ours needs nobody to keep it. */
function hasAutoscaler({ autoscaling, image }: Workload): boolean {
  return autoscaling !== undefined || image === undefined;
}

/** Unknown where somebody else manages the Deployment and the spec does not say. */
function selectorOf({ podSelector, image, name }: Workload): Readonly<Record<string, string>> | undefined {
  if (podSelector) return Object.fromEntries(podSelector);
  return image === undefined ? undefined : { app: name };
}
