import { isObject, type Json, type JsonObject } from './json.ts';

/**
 * Finds what the provider takes and does not send, without a word: the API then has no value or its own default,
 * and every later plan may show a difference.
 *
 * @throws with the path of the first
 * @source expandV2MetricTarget and expandHorizontalPodAutoscalerV2Spec, structure_horizontal_pod_autoscaler_v2.go;
 *   expandCronJobSpecV1, structures_cron_job_v1.go; terraform-provider-kubernetes 2.x, read in a mirror
 *   that does not tell the tag
 */
export function refuseLosses(body: JsonObject): void {
  visit(body, '');
}

function visit(value: Json, path: string): void {
  if (Array.isArray(value)) {
    value.forEach((item: Json, index) => {
      visit(item, `${path}[${index}]`);
    });
  } else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      const here = `${path}.${name}`;
      if (name === 'target') refuseLostTarget(item, here);
      if (name === 'toleration') refuseUnreadToleration(item, here);
      if (ZERO_IS_LOST.has(name) && item === 0) throw new Error(`${here}: the provider does not send 0`);
      visit(item, here);
    }
  }
}

const ZERO_IS_LOST: ReadonlySet<string> = new Set(['min_replicas', 'starting_deadline_seconds']);

/**
 * The provider sends them, and leaves them out when it reads the object back, since Kubernetes gives them to pods
 * by itself: every plan wants to add them.
 *
 * @source builtInTolerations, structures_pod.go
 */
const UNREAD_TOLERATIONS: ReadonlySet<string> = new Set(
  [
    'disk-pressure',
    'memory-pressure',
    'network-unavailable',
    'not-ready',
    'pid-pressure',
    'unreachable',
    'unschedulable',
  ].map((condition) => `node.kubernetes.io/${condition}`),
);

function refuseUnreadToleration(value: Json, path: string): void {
  for (const toleration of Array.isArray(value) ? value : [value]) {
    const key = isObject(toleration) ? String(toleration['key']) : '';
    if (UNREAD_TOLERATIONS.has(key)) throw new Error(`${path}: the provider does not read ${key} back`);
  }
}

/** Keyed by type of target: the only value of it that is sent. */
const VALUE_OF_TARGET: Readonly<Record<string, string>> = {
  AverageValue: 'average_value',
  Utilization: 'average_utilization',
  Value: 'value',
};

function refuseLostTarget(value: Json, path: string): void {
  const target = Array.isArray(value) ? value[0] : value;
  if (!isObject(target) || typeof target['type'] !== 'string') return;
  const { type } = target;
  for (const [name, item] of Object.entries(target)) {
    if (name === 'type' || item === null) continue;
    if (name !== VALUE_OF_TARGET[type]) {
      throw new Error(`${path}.${name}: the provider does not send it with the type ${type}`);
    }
    if (item === 0 || item === '0' || item === '') {
      throw new Error(`${path}.${name}: the provider does not send ${JSON.stringify(item)}`);
    }
  }
}
