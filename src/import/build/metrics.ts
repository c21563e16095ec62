import { metricValue } from '../../compiler/quantity/metric-value.ts';
import type { View } from '../view.ts';
import type { SpecValue } from './spec-tree.ts';

export interface Metric {
  readonly key: string;
  readonly fields: readonly (readonly [path: readonly string[], value: SpecValue])[];
}

type Field = Metric['fields'][number];
type Result<T> = T | { readonly problem: string };

/** The metrics of an autoscaling/v2 object, all of them or none: a plan would take away what is left out. */
export function metricsOf(views: readonly View[]): Result<{ metrics: readonly Metric[] }> {
  if (views.length === 0) return { problem: 'it has none' };
  const metrics: Metric[] = [];
  for (const view of views) {
    const metric = metricOf(view);
    if ('problem' in metric) return metric;
    if (metrics.some(({ key }) => key === metric.key)) return { problem: `${metric.key} is there twice` };
    metrics.push(metric);
  }
  return { metrics };
}

function metricOf(view: View): Result<Metric> {
  const type = view.text('type') ?? 'a metric without a type';
  if (type === 'Resource') return resource(view.view('resource'));
  if (type === 'ContainerResource') return containerResource(view.view('containerResource'));
  if (type === 'Pods') return named('pods', view.view('pods'), []);
  if (type === 'External') return named('external', view.view('external'), []);
  if (type !== 'Object') return { problem: `${type} is not in the language` };
  const object = view.view('object');
  const described = object.view('describedObject');
  return named(
    'object',
    object,
    ['apiVersion', 'kind', 'name'].map((key) => [['object', key], described.text(key) ?? ''] as const),
  );
}

function resource(view: View): Result<Metric> {
  const name = view.text('name');
  if (name !== 'cpu' && name !== 'memory') return { problem: `the resource ${name} is not in the language` };
  const target = targetOf(view.view('target'));
  return 'problem' in target ? target : { key: name, fields: [target.field] };
}

function containerResource(view: View): Result<Metric> {
  const name = view.text('name');
  const container = view.text('container') ?? '';
  if (name !== 'cpu' && name !== 'memory') return { problem: `the resource ${name} is not in the language` };
  const target = targetOf(view.view('target'));
  if ('problem' in target) return target;
  return {
    key: `${container}-${name}`,
    fields: [[['kind'], 'container'], [['container'], container], [['resource'], name], target.field],
  };
}

function named(kind: string, view: View, more: readonly Field[]): Result<Metric> {
  const name = view.view('metric').text('name');
  if (name === undefined) return { problem: `a metric of the kind ${kind} has no name` };
  const selector = view.view('metric').view('selector');
  if (selector.views('matchExpressions').length > 0) return { problem: `${name} selects by expressions` };
  const target = targetOf(view.view('target'));
  if ('problem' in target) return target;
  const key = keyOf(name);
  const labels = selector.view('matchLabels');
  return {
    key,
    fields: [
      [['kind'], kind],
      ...(key === name ? [] : ([[['metric'], name]] as const)),
      ...labels.keys().map((label) => [['selector', label], labels.text(label) ?? ''] as const),
      ...more,
      target.field,
    ],
  };
}

/** A name that is no legal key, or means the use of the pods, goes into the field `metric`. */
function keyOf(name: string): string {
  if (name === 'cpu' || name === 'memory') return `${name}-metric`;
  const legal = name.replace(/[^A-Za-z0-9_.:-]+/g, '_');
  return /^[A-Za-z0-9_]/.test(legal) ? legal : `_${legal}`;
}

function targetOf(view: View): Result<{ field: Field }> {
  const utilization = view.number('averageUtilization');
  if (utilization !== undefined) return { field: [['averageUtilization'], `${utilization}%`] };
  for (const key of ['averageValue', 'value'] as const) {
    const value = view.text(key) ?? view.number(key);
    if (value === undefined) continue;
    const parsed = metricValue.parse(String(value));
    return parsed.ok
      ? { field: [[key], parsed.value] }
      : { problem: `its target ${value} is no metric value` };
  }
  return { problem: 'one has no target' };
}
