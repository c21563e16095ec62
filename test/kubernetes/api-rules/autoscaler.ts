import type { Json } from '../json.ts';
import type { Manifest } from '../to-kubernetes.ts';
import type { Finding } from '../validate-manifest.ts';
import { isPathSegment } from './names.ts';
import { at, listAt, objectAt, quantityOf } from './reading.ts';

export function* autoscalerRules(manifest: Manifest): Generator<Finding> {
  if (manifest.kind !== 'HorizontalPodAutoscaler') return;
  const spec = objectAt(manifest, 'spec');
  const min = Number(spec['minReplicas'] ?? 1);
  if (Number(spec['maxReplicas']) < 1) yield { path: 'spec.maxReplicas', message: 'is below 1' };
  if (min > Number(spec['maxReplicas'])) yield { path: 'spec.minReplicas', message: 'is above maxReplicas' };
  // The gate HPAScaleToZero is closed by default, and EKS does not open it.
  if (min < 1) yield { path: 'spec.minReplicas', message: 'is below 1' };
  for (const [index, metric] of listAt(spec, 'metrics').entries()) {
    yield* metricRules(metric, `spec.metrics[${index}]`);
  }
  for (const direction of ['scaleUp', 'scaleDown']) {
    yield* directionRules(at(spec, 'behavior', direction), `spec.behavior.${direction}`);
  }
}

/** Keyed by type: the field that belongs to it, and the targets that it may have. */
const SOURCES: Readonly<Record<string, { readonly field: string; readonly targets: readonly string[] }>> = {
  ContainerResource: { field: 'containerResource', targets: ['Utilization', 'AverageValue'] },
  External: { field: 'external', targets: ['Value', 'AverageValue'] },
  Object: { field: 'object', targets: ['Value', 'AverageValue'] },
  Pods: { field: 'pods', targets: ['AverageValue'] },
  Resource: { field: 'resource', targets: ['Utilization', 'AverageValue'] },
};

const VALUES: Readonly<Record<string, string>> = {
  AverageValue: 'averageValue',
  Utilization: 'averageUtilization',
  Value: 'value',
};

function* metricRules(metric: Json, path: string): Generator<Finding> {
  const source = SOURCES[String(at(metric, 'type'))];
  if (!source) {
    yield { path: `${path}.type`, message: 'is no type of a metric' };
    return;
  }
  for (const field of Object.keys(objectAt(metric))) {
    if (field !== 'type' && field !== source.field) {
      yield { path: `${path}.${field}`, message: 'does not go with the type' };
    }
  }
  const name = at(metric, source.field, 'metric', 'name') ?? at(metric, source.field, 'name');
  if (!isPathSegment(String(name ?? ''))) {
    yield { path: `${path}.${source.field}`, message: 'has no usable name' };
  }
  yield* targetRules(
    objectAt(metric, source.field, 'target'),
    source.targets,
    `${path}.${source.field}.target`,
  );
}

function* targetRules(
  target: { readonly [key: string]: Json },
  targets: readonly string[],
  path: string,
): Generator<Finding> {
  const type = String(target['type']);
  if (!targets.includes(type)) yield { path: `${path}.type`, message: `is none of ${targets.join(', ')}` };
  const value = target[VALUES[type] ?? ''];
  if (value === undefined) yield { path, message: `has no value for the type ${type}` };
  else if (!(quantityOf(value) > 0)) yield { path: `${path}.${VALUES[type]}`, message: 'is not above 0' };
}

/** In seconds. @source the API reference of HPAScalingPolicy and HPAScalingRules, autoscaling/v2 */
const LONGEST_PERIOD = 1800;
const LONGEST_WINDOW = 3600;

function* directionRules(rules: Json | undefined, path: string): Generator<Finding> {
  if (rules === undefined) return;
  const window = Number(at(rules, 'stabilizationWindowSeconds') ?? 0);
  if (window < 0 || window > LONGEST_WINDOW) {
    yield { path: `${path}.stabilizationWindowSeconds`, message: `is not between 0 and ${LONGEST_WINDOW}` };
  }
  const policies = listAt(rules, 'policies');
  if (policies.length === 0) yield { path: `${path}.policies`, message: 'is empty' };
  for (const [index, policy] of policies.entries()) {
    const period = Number(at(policy, 'periodSeconds'));
    const here = `${path}.policies[${index}]`;
    if (!['Pods', 'Percent'].includes(String(at(policy, 'type')))) {
      yield { path: `${here}.type`, message: 'is neither Pods nor Percent' };
    }
    if (!(Number(at(policy, 'value')) > 0)) yield { path: `${here}.value`, message: 'is not above 0' };
    if (period < 1 || period > LONGEST_PERIOD) {
      yield { path: `${here}.periodSeconds`, message: `is not between 1 and ${LONGEST_PERIOD}` };
    }
  }
}
