import { defineComponent } from '../../compiler/component.ts';
import { rules } from './rules/all.ts';
import { cachesField } from './schema.ts';

/** Redis and Valkey on ElastiCache: one replication group for each item. */
export const caches = defineComponent({
  key: 'caches',
  field: cachesField,
  rules,
  statefulItems: (items) =>
    [...items].map(([key, { previousName }]) => ({
      path: ['caches', key],
      previousPath: previousName === undefined ? undefined : ['caches', previousName],
    })),
  lowering: async () => (await import('./terraform.ts')).lowerCaches,
});
