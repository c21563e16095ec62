import { formatCpu } from '../../compiler/quantity/cpu.ts';
import { formatMemory } from '../../compiler/quantity/memory.ts';
import type { Workload } from './schema.ts';
import type { Metric } from './schema-metric.ts';

type Resource = 'cpu' | 'memory';

/** A target for what one pod, or one container of it, uses. */
interface PodTarget {
  /** Of the metric, in the spec. */
  readonly key: string;
  readonly kind: 'resource' | 'container';
  readonly resource: Resource;
}

interface Utilization extends PodTarget {
  /** In percent of the request. */
  readonly target: number;
}

interface Average extends PodTarget {
  /** In milli-CPU or bytes; below one byte a fraction. */
  readonly target: number;
}

/** The metrics that are measured against requests. */
export function utilizations(workload: Workload): Utilization[] {
  return podMetrics(workload).flatMap(({ averageUtilization: target, ...metric }) =>
    target === undefined || target < 1 ? [] : [{ ...metric, target }],
  );
}

/** The metrics of use that are measured as they are. */
export function averages(workload: Workload): Average[] {
  return podMetrics(workload).flatMap(({ averageValue, ...metric }) =>
    averageValue === undefined ? [] : [{ ...metric, target: amountOf(averageValue, metric.resource) }],
  );
}

function podMetrics({ autoscaling }: Workload) {
  return [...(autoscaling?.metrics ?? [])].flatMap(([key, metric]) => {
    const { kind, resource, averageUtilization, averageValue } = metric;
    // A resource that is not what the key says is told by `workload/metric-keys`.
    if (!isOfPods(kind) || !resource || (kind === 'resource' && resource !== key)) return [];
    return [{ key, kind, resource, averageUtilization, averageValue }];
  });
}

/** Whether a metric is what pods use of CPU or memory. */
export function isOfPods(kind: Metric['kind']): kind is 'resource' | 'container' {
  return kind === 'resource' || kind === 'container';
}

const SUFFIXES: Readonly<Record<string, number>> = {
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

function amountOf(canonical: string, resource: Resource): number {
  const [, digits = '', suffix = ''] = /^([0-9]+)([A-Za-z]*)$/.exec(canonical) ?? [];
  const value = Number(digits) * (SUFFIXES[suffix] ?? 1);
  return resource === 'cpu' ? Math.round(value * 1000) : value;
}

export function formatAmount(amount: number, resource: Resource): string {
  if (resource === 'cpu') return formatCpu(amount);
  return amount < 1024 ? `${amount} bytes` : formatMemory(amount);
}

/**
 * The utilization, in whole percent as the controller counts, of a pod that uses its whole limit. Of one container
 * of several it is known only where every container has a limit as large as its request.
 */
export function mostUtilization(
  { image, resources }: Workload,
  { kind, resource }: PodTarget,
): number | undefined {
  const limit = resources.limits[resource];
  // Kubernetes takes the limit for the request where there is none (SetDefaults_Pod, k/k #12035).
  const request = resources.requests[resource] ?? limit;
  if (request === undefined || limit === undefined || limit < request) return undefined;
  if (kind === 'container' && image === undefined && limit !== request) return undefined;
  return Math.trunc((limit * 100) / request);
}

/** The lowest utilization, in whole percent as the controller counts, that makes it add pods. */
export function leastThatAddsPods(target: number): number {
  let percent = Math.trunc(target * TOLERATED);
  while (percent / target <= TOLERATED) percent += 1;
  return percent;
}

/** Pods are added when use ÷ target is above this: tolerance 0.1, fixed on EKS. @source flags of kube-controller-manager and manifests of metrics-server (2026-11) */
export const TOLERATED = 1.1;

const MIB = 2 ** 20;
/** More than all but the largest machines have; and a pod that large says what it requests. */
const UNLIKELY_CPU_MILLICORES = 100_000;
const UNLIKELY_SHARE_OF_REQUEST = 100;

/**
 * Whether a unit was left out, or is the one of the other resource: `cpu: 500` are 500 cores, and `memory: 512m` is
 * half a byte.
 */
export function isUnitSlip({ resources }: Workload, { resource, target }: Average): boolean {
  // No program is that small: an empty container of Kubernetes (pause) takes about as much.
  if (resource === 'memory') return target < MIB;
  const request = resources.requests.cpu ?? resources.limits.cpu;
  if (request === undefined) return target >= UNLIKELY_CPU_MILLICORES;
  return target >= UNLIKELY_SHARE_OF_REQUEST * request && target % 1000 === 0;
}
