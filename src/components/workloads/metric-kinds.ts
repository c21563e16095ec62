import type { Workload } from './schema.ts';
import type { Metric } from './schema-metric.ts';

type Kind = NonNullable<Metric['kind']>;

/** Keys that say where a metric comes from. */
export const SOURCE_FIELDS = ['metric', 'selector', 'object', 'container', 'resource'] as const;
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

/** False where `workload/metric-kind` has something to say first. */
export function isOfKnownKind(key: string, metric: Metric): metric is Metric & { readonly kind: Kind } {
  if (metric.kind === 'resource') return key === 'cpu' || key === 'memory';
  return metric.kind !== undefined;
}

interface Utilization {
  /** Of the metric, in the spec. */
  readonly key: string;
  readonly resource: 'cpu' | 'memory';
  /** In percent of the request. */
  readonly target: number;
}

/** The metrics that are measured against requests. */
export function utilizations({ autoscaling }: Workload): Utilization[] {
  return [...(autoscaling?.metrics ?? [])].flatMap(([key, metric]) => {
    const { resource, averageUtilization: target } = metric;
    const isMeasured = metric.kind === 'resource' || metric.kind === 'container';
    if (!isMeasured || !resource || target === undefined || target < 1) return [];
    return [{ key, resource, target }];
  });
}

/** The utilization, in whole percent as the controller counts, of a pod that uses its whole limit. */
export function mostUtilization({ resources }: Workload, resource: 'cpu' | 'memory'): number | undefined {
  const request = resources.requests[resource];
  const limit = resources.limits[resource];
  if (request === undefined || limit === undefined || limit < request) return undefined;
  return Math.trunc((limit * 100) / request);
}

/** The controller adds pods when utilization ÷ target is above 1.1 (tolerance 0.1, fixed on EKS). */
export function isNeverExceeded(target: number, most: number): boolean {
  return most / target <= 1.1;
}
