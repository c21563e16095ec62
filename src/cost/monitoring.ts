import type { Model } from '../components/registry.ts';
import { cacheNodes } from './caches.ts';
import { type CostItem, eachBound, same } from './item.ts';
import { type Pricing, priceItem } from './price-item.ts';

/** The alarms of an environment, as far as they cost something. */
export interface Monitored {
  /** Metrics of all alarms that there is one of. */
  readonly metrics: number;
  /** Metrics of alarms that there is one of for each node of a cache, by the key of the cache. */
  readonly metricsPerNode: ReadonlyMap<string, number>;
  readonly dashboards: number;
}

/** CloudWatch bills each metric of an alarm, so that one that computes with two costs twice. */
export function monitoringItems(model: Model, monitored: Monitored, pricing: Pricing): readonly CostItem[] {
  const perCache = [...monitored.metricsPerNode].flatMap(([key, metrics]) => {
    const cache = model.caches.get(key);
    return cache ? [{ key, metrics, nodes: cacheNodes(key, cache).quantity }] : [];
  });
  const quantity = eachBound((bound) =>
    perCache.reduce((sum, { metrics, nodes }) => sum + metrics * nodes[bound], monitored.metrics),
  );
  const sum = [
    String(monitored.metrics),
    ...perCache.map(({ key, metrics, nodes }) => `${metrics} × ${nodes.expected} nodes of ${key}`),
  ].join(' + ');
  const alarms = {
    path: ['alarms'],
    what: 'metrics of CloudWatch alarms',
    unit: 'metric',
    quantity,
    counted: perCache.length === 0 ? `${sum} metrics` : `(${sum}) = ${quantity.expected} metrics`,
    inputs: [['alarms'], ...perCache.map(({ key }) => ['caches', key])],
  };
  const dashboard = {
    path: ['alarms', 'dashboard'],
    what: 'CloudWatch dashboard',
    unit: 'dashboard',
    quantity: same(monitored.dashboards),
    counted: `${monitored.dashboards} dashboard`,
    inputs: [['alarms', 'dashboard']],
  };
  return [
    ...(quantity.max > 0 ? [priceItem(alarms, 'cloudwatch', 'alarm-metric', pricing)] : []),
    ...(monitored.dashboards > 0 ? [priceItem(dashboard, 'cloudwatch', 'dashboard', pricing)] : []),
  ];
}
