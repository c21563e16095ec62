import { type Component, defineComponent } from '../../compiler/component.ts';
import { rules } from './rules/index.ts';
import { field } from './schema.ts';

/** Deployments in the cluster: how many pods they have, and who says so. */
export const workloads: Component<'workloads', typeof field> = defineComponent({
  key: 'workloads',
  field,
  rules,
  statefulItems: 'none',
  lowering: async () => (await import('./terraform.ts')).lowerWorkloads,
});
