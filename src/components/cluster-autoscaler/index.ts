import { type Component, defineComponent } from '../../compiler/component.ts';
import { clusterAutoscalerRules } from './rules/index.ts';
import { clusterAutoscalerField } from './schema.ts';

/**
 * Cluster Autoscaler: its permissions in AWS, and its Deployment. Its rules about groups of nodes are in
 * `rules/cluster-autoscaler`.
 */
export const clusterAutoscaler: Component<'clusterAutoscaler', typeof clusterAutoscalerField> =
  defineComponent({
    key: 'clusterAutoscaler',
    field: clusterAutoscalerField,
    rules: clusterAutoscalerRules,
    statefulItems: 'none',
    lowering: async () => (await import('./terraform.ts')).lowerClusterAutoscaler,
  });
