import type { Frame } from '../../compiler/frame/frame.ts';
import type { Roots } from '../../terraform/platform/roots.ts';
import type { Model } from '../registry.ts';
import type { ClusterAutoscalerSection } from './schema.ts';
import { addDeployment } from './terraform/deployment.ts';
import { addIdentity } from './terraform/identity.ts';
import { addPermissions } from './terraform/permissions.ts';

/** An IAM role in the AWS root, and everything inside of the cluster in the Kubernetes root. */
export function lowerClusterAutoscaler(
  autoscaler: ClusterAutoscalerSection,
  roots: Roots,
  frame: Frame,
  model: Model,
): void {
  if (!autoscaler || autoscaler.managedBy === 'elsewhere') return;
  addIdentity(autoscaler, roots, frame);
  addPermissions(autoscaler, roots, frame);
  addDeployment(autoscaler, roots, frame, model);
}
