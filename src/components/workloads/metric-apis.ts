import type { Foundation } from '../../compiler/frame/frame.ts';
import type { Metric } from './schema-metric.ts';

type Kind = NonNullable<Metric['kind']>;

/** @source kubernetes/website, Horizontal Pod Autoscaling, "Support for metrics APIs" (read 2026-11-25) */
const API_OF_KIND = {
  resource: 'resource',
  container: 'resource',
  pods: 'custom',
  object: 'custom',
  external: 'external',
} as const satisfies Record<Kind, keyof Foundation['metricsAdapters']>;

const GROUP_OF_API = {
  resource: 'metrics.k8s.io',
  custom: 'custom.metrics.k8s.io',
  external: 'external.metrics.k8s.io',
} as const;

/** Where the controller asks for metrics of a kind, and what answers there. */
export function servedBy(
  kind: Kind,
  { metricsAdapters }: Pick<Foundation, 'metricsAdapters'>,
): {
  readonly api: keyof Foundation['metricsAdapters'];
  readonly group: string;
  readonly adapter: string | undefined;
} {
  const api = API_OF_KIND[kind];
  const adapter = metricsAdapters[api];
  return { api, group: GROUP_OF_API[api], adapter: adapter === 'none' ? undefined : adapter };
}

/** Comments beside an autoscaler: which adapter must know which metric. */
export function servingNotes(
  metrics: ReadonlyMap<string, Metric>,
  foundation: Pick<Foundation, 'metricsAdapters'>,
): string[] {
  return [...metrics].flatMap(([key, { kind, metric }]) => {
    if (kind === undefined || kind === 'resource' || kind === 'container') return [];
    const { group, adapter } = servedBy(kind, foundation);
    const name = metric ?? key;
    return adapter === undefined
      ? [`${name}: nothing that the spec knows serves ${group}.`]
      : [`${name}: served by ${adapter} (${group}).`];
  });
}
