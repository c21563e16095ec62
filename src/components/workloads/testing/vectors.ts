import { readFileSync } from 'node:fs';

/** An HPA as an API object, and what the API server says about it; see the README of the vectors. */
export interface Vector {
  readonly id: string;
  readonly input: {
    readonly operation: 'create' | 'update';
    readonly object: { readonly metadata: { readonly name: string }; readonly spec: HpaSpec };
  };
  readonly expected: { readonly valid: boolean; readonly errors?: readonly { readonly field: string }[] };
}

export interface HpaSpec {
  readonly scaleTargetRef: { readonly kind: string; readonly name: string };
  readonly minReplicas: number;
  readonly maxReplicas: number;
  readonly metrics?: readonly HpaMetric[];
  readonly behavior?: Readonly<Record<string, HpaRules>>;
}

interface HpaRules {
  readonly selectPolicy?: string;
  readonly tolerance?: string;
  readonly policies?: readonly { type: 'Pods' | 'Percent'; value: number; periodSeconds: number }[];
}

interface HpaMetric {
  readonly type: string;
  readonly resource?: { readonly name: string; readonly target: HpaTarget };
  readonly containerResource?: {
    readonly name: string;
    readonly container: string;
    readonly target: HpaTarget;
  };
  readonly pods?: HpaNamed;
  readonly object?: HpaNamed & { readonly describedObject: { readonly kind: string; readonly name: string } };
  readonly external?: HpaNamed;
}

interface HpaNamed {
  readonly metric: {
    readonly name: string;
    readonly selector?: { readonly matchLabels: Readonly<Record<string, string>> };
  };
  readonly target: HpaTarget;
}

interface HpaTarget {
  readonly averageUtilization?: number;
  readonly averageValue?: string;
  readonly value?: string;
}

export function readVectors(): readonly Vector[] {
  const text = readFileSync(new URL('./api-validation.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { vectors: Vector[] }).vectors;
}

const KINDS: Readonly<Record<string, string>> = {
  Resource: 'resource',
  ContainerResource: 'container',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
};

/** The workload `w` that says the same as the object, as YAML. */
export function specOf({ input: { object } }: Vector): string {
  const { scaleTargetRef, minReplicas, maxReplicas, metrics = [], behavior } = object.spec;
  const autoscaling = {
    name: object.metadata.name,
    minReplicas,
    maxReplicas,
    // Without metrics the API server takes the CPU; the language wants it said.
    metrics: metrics.length > 0 ? Object.fromEntries(metrics.map(metricOf)) : CPU,
    ...(behavior
      ? { behavior: Object.fromEntries(Object.entries(behavior).map(([k, v]) => [k, rulesOf(v)])) }
      : {}),
  };
  return `workloads: ${JSON.stringify({ w: { name: scaleTargetRef.name, autoscaling } })}`;
}

const CPU = { cpu: { averageUtilization: '80%' } };

function metricOf(metric: HpaMetric): [key: string, item: object] {
  const { resource, containerResource, pods, object, external } = metric;
  const named = pods ?? object ?? external;
  const source = resource ?? containerResource ?? named;
  const name = named?.metric.name;
  // A name that is no key goes into `metric`; the name of a resource is always the key.
  const isKey = name === undefined || /^[A-Za-z0-9_.:-]+$/.test(name);
  const key = isKey ? (name ?? resource?.name ?? containerResource?.name ?? 'cpu') : 'm';
  const target = source?.target;
  return [
    key,
    {
      kind: KINDS[metric.type] ?? metric.type,
      ...(isKey ? {} : { metric: name }),
      ...(containerResource ? { container: containerResource.container } : {}),
      ...(object ? { object: { apiVersion: 'v1', ...object.describedObject } } : {}),
      ...(named?.metric.selector ? { selector: named.metric.selector.matchLabels } : {}),
      ...(target?.averageUtilization === undefined
        ? {}
        : { averageUtilization: `${target.averageUtilization}%` }),
      ...(target?.averageValue === undefined ? {} : { averageValue: target.averageValue }),
      ...(target?.value === undefined ? {} : { value: target.value }),
    },
  ];
}

function rulesOf({ selectPolicy, tolerance, policies = [] }: HpaRules): object {
  return {
    ...(selectPolicy === undefined ? {} : { selectPolicy }),
    ...(tolerance === undefined ? {} : { tolerance: `${Number(tolerance) * 100}%` }),
    ...Object.fromEntries(
      policies.map(({ type, value, periodSeconds }) =>
        type === 'Pods'
          ? ['pods', `${value} per ${periodSeconds}s`]
          : ['percent', `${value}% per ${periodSeconds}s`],
      ),
    ),
  };
}

/** The field of the API object that a path of the language stands for. */
export function apiFieldOf(path: readonly string[], code: string, { input }: Vector): string {
  const [first, ...rest] = path.slice(2);
  if (first === 'name') return 'spec.scaleTargetRef.name';
  const [part, ...inside] = rest;
  if (part === 'behavior') {
    const [direction, key] = inside;
    const isPolicy = key === 'pods' || key === 'percent';
    return `spec.behavior.${direction}.${isPolicy ? 'policies[0].value' : key}`;
  }
  if (part !== 'metrics') return `spec.${part}`;
  const { type = '' } = input.object.spec.metrics?.[0] ?? {};
  const source = type.charAt(0).toLowerCase() + type.slice(1);
  const [, key, detail] = inside;
  // The source that the type asks for is not there, or another one is.
  if (code === 'workload/metric-keys' || code === 'workload/metric-kind') return `spec.metrics[0].${source}`;
  if (key === undefined) return `spec.metrics[0].${source}.name`;
  if (key === 'kind') return 'spec.metrics[0].type';
  if (key === 'metric') return `spec.metrics[0].${source}.metric.name`;
  if (key === 'object') return `spec.metrics[0].${source}.describedObject.${detail}`;
  if (key === 'container') return `spec.metrics[0].${source}.container`;
  return `spec.metrics[0].${source}.target.${key}`;
}
