import type { Metric } from './schema-metric.ts';

type Kind = NonNullable<Metric['kind']>;

/** Keys that say where a metric comes from. */
const SOURCE_FIELDS = ['metric', 'selector', 'object', 'container', 'resource'] as const;
type SourceField = (typeof SOURCE_FIELDS)[number];

export const TARGETS = ['averageUtilization', 'averageValue', 'value'] as const;
type Target = (typeof TARGETS)[number];

/** @source autoscaling/v2, MetricSpec and its sources (kubernetes/api v0.33) */
export const FIELDS_OF_KIND: Readonly<
  Record<Kind, { readonly required: readonly SourceField[]; readonly allowed: readonly SourceField[] }>
> = {
  resource: { required: [], allowed: ['resource'] },
  container: { required: ['container', 'resource'], allowed: ['container', 'resource'] },
  pods: { required: [], allowed: ['metric', 'selector'] },
  object: { required: ['object'], allowed: ['metric', 'selector', 'object'] },
  external: { required: [], allowed: ['metric', 'selector'] },
};

export const TARGETS_OF_KIND: Readonly<Record<Kind, readonly Target[]>> = {
  resource: ['averageUtilization', 'averageValue'],
  container: ['averageUtilization', 'averageValue'],
  pods: ['averageValue'],
  object: ['value', 'averageValue'],
  external: ['value', 'averageValue'],
};

/** Keys that a metric of this kind cannot have; `workload/metric-keys` tells of them. */
export function strangeFields(metric: Metric & { readonly kind: Kind }): readonly SourceField[] {
  const { allowed } = FIELDS_OF_KIND[metric.kind];
  return SOURCE_FIELDS.filter((field) => metric[field] !== undefined && !allowed.includes(field));
}

/** False where `workload/metric-kind` has something to say first. */
export function isOfKnownKind(key: string, metric: Metric): metric is Metric & { readonly kind: Kind } {
  if (metric.kind === 'resource') return key === 'cpu' || key === 'memory';
  return metric.kind !== undefined;
}
