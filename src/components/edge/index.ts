import { defineComponent } from '../../compiler/component.ts';
import { rules } from './rules/all.ts';
import { edgeField } from './schema.ts';

/** What stands between browsers and the frontend: one CloudFront distribution over an S3 bucket for each item. */
export const edge = defineComponent({
  key: 'edge',
  field: edgeField,
  rules,
  // The objects are in the bucket, which is not ours; a distribution only keeps copies.
  statefulItems: 'none',
  lowering: async () => (await import('./terraform.ts')).lowerEdge,
});
