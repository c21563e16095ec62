import { autoscalerRules } from './api-rules/autoscaler.ts';
import { metadataRules } from './api-rules/metadata.ts';
import { podRules } from './api-rules/pods.ts';
import { workloadRules } from './api-rules/workloads.ts';
import type { Manifest } from './to-kubernetes.ts';
import type { Finding } from './validate-manifest.ts';

/**
 * What the API server refuses although the schema allows it: the forms of names, numbers out of range, fields
 * that need or exclude each other. Only what people have met or our specs could bring about; the server knows
 * more.
 *
 * @param manifest fits its schema
 * @source ValidateHorizontalPodAutoscaler, ValidateDeployment, ValidatePodSpec, ValidatePodDisruptionBudgetSpec,
 *   ValidateCronJobSpec and ValidateObjectMeta in pkg/apis/*\/validation of Kubernetes say it in full; this
 *   was written from what is generally known of them and not held against their text
 */
export function checkApiRules(manifest: Manifest): Finding[] {
  return [metadataRules, autoscalerRules, workloadRules, podRules].flatMap((rules) => [...rules(manifest)]);
}
