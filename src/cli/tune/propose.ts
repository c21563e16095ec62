import { formatCpu } from '../../compiler/quantity/cpu.ts';
import { formatMemory } from '../../compiler/quantity/memory.ts';
import type { Workload } from '../../components/workloads/schema.ts';
import type { Resource } from '../../measure/measured.ts';
import type { Match } from './match.ts';
import { percentile, policy, readableCpu, readableMemory } from './policy.ts';

/** A value that would be better, or is fine as it is. */
export interface Proposal {
  /** Below the workload. */
  readonly path: readonly string[];
  readonly resource: Resource;
  readonly kind: 'request' | 'limit' | 'target';
  /** Milli-CPU, bytes or percent; absent when there is none. */
  readonly now: number | undefined;
  /** The same as `now` when it is fine. */
  readonly proposed: number;
  /** What was measured, for people. */
  readonly measured: string;
  /** How the proposal comes about, with all numbers. */
  readonly formula: string;
}

export interface WorkloadProposal {
  readonly key: string;
  readonly container: string;
  readonly pods: number;
  /** Pods that there may be: `replicas`, or the bounds of the autoscaler. */
  readonly least: number;
  readonly most: number;
  /** Samples of the resource with fewer; 0 for what KRR recommends, which has counted by itself. */
  readonly samples: number;
  readonly isEnough: boolean;
  readonly proposals: readonly Proposal[];
  readonly remarks: readonly string[];
}

/** @param spanSeconds that the samples cover; absent when nobody knows */
export function propose(workload: Workload, match: Match, spanSeconds: number | undefined): WorkloadProposal {
  const { autoscaling, replicas } = workload;
  const remarks = [...match.remarks];
  const proposals = (['cpu', 'memory'] as const).flatMap((resource) => {
    const measured = measuredOf(match, resource);
    if (!measured) {
      remarks.push(`its ${resource} was not measured`);
      return [];
    }
    return proposalsFor(workload, match.container, resource, measured);
  });
  const samples = Math.min(
    ...(['cpu', 'memory'] as const)
      .map((resource) => samplesOf(match, resource))
      .filter((count) => count > 0),
  );
  const isEnough =
    match.recommendation !== undefined ||
    (samples >= policy.enoughSamples && (spanSeconds ?? 0) >= policy.enoughSeconds);
  remarks.push(...nearLimits(workload, match), ...withSidecars(workload, match, proposals));
  if (workload.image === undefined) remarks.push(...elsewhere(proposals));
  return {
    key: match.key,
    container: match.container,
    pods: match.pods,
    least: autoscaling?.minReplicas ?? replicas ?? 0,
    most: autoscaling?.maxReplicas ?? replicas ?? 0,
    samples: match.recommendation ? 0 : samples,
    isEnough,
    proposals,
    remarks,
  };
}

/** Where use has met its limit, nobody knows how much more it would have been. */
function nearLimits({ resources }: Workload, { uses }: Match): readonly string[] {
  return (['cpu', 'memory'] as const).flatMap((resource) => {
    const limit = resources.limits[resource];
    if (limit === undefined) return [];
    const largest = uses.flatMap((use) => use[resource]).reduce((a, b) => Math.max(a, b), 0);
    if (largest < limit * AT_LIMIT) return [];
    const format = FORMAT[resource];
    return [
      `its ${resource} went up to ${format(largest)} of the limit ${format(limit)}: it may need more than could be measured`,
    ];
  });
}

/** A share of the limit that counts as all of it. */
const AT_LIMIT = 0.95;

/** A metric of the pods adds up all containers, and the spec knows one of them. */
function withSidecars(
  { autoscaling }: Workload,
  { sidecars }: Match,
  proposals: readonly Proposal[],
): readonly string[] {
  const isMoved = proposals.some(({ kind, path, now, proposed }) => {
    const metric = autoscaling?.metrics.get(path[2] ?? '');
    return kind === 'target' && now !== proposed && metric?.kind === 'resource';
  });
  if (!isMoved || sidecars.length === 0) return [];
  return [
    `the autoscaler also counts ${sidecars.join(', ')}, whose requests the spec does not know: the new target leaves them out`,
  ];
}

/** The autoscaler is ours, the Deployment is not: a new target meets the old request until somebody changes it. */
function elsewhere(proposals: readonly Proposal[]): readonly string[] {
  if (!proposals.some(({ now, proposed }) => now !== proposed)) return [];
  const said = 'somebody else manages the Deployment: the resources here are only declared';
  const targets = proposals.flatMap(({ kind, resource, now, proposed }) => {
    const request = proposals.find((one) => one.kind === 'request' && one.resource === resource);
    if (kind !== 'target' || now === proposed || request?.now === undefined) return [];
    const format = FORMAT[resource];
    const meant = `${proposed}% of ${format(request.now)} = ${format((request.now * proposed) / 100)}`;
    return [`until then the new target of ${resource} means ${meant} for each pod`];
  });
  return [[said, 'change the Deployment first', ...targets].join('; ')];
}

interface Amount {
  /** Milli-CPU or bytes, with the headroom in it. */
  readonly value: number;
  readonly measured: string;
  readonly formula: string;
}

function samplesOf({ uses }: Match, resource: Resource): number {
  return uses.reduce((sum, use) => sum + use[resource].length, 0);
}

function measuredOf({ uses, recommendation }: Match, resource: Resource): Amount | undefined {
  const format = FORMAT[resource];
  if (recommendation) {
    const value = recommendation[resource];
    if (value === undefined) return undefined;
    const measured = `KRR: ${format(value)}`;
    return { value, measured, formula: `KRR recommends ${format(value)}, its headroom included` };
  }
  const pods = uses.map((use) => use[resource]).filter((samples) => samples.length > 0);
  if (pods.length === 0) return undefined;
  const largest = pods.reduce((most, samples) => samples.reduce((a, b) => Math.max(a, b), most), 0);
  if (resource === 'memory') {
    const value = largest * policy.memoryHeadroom;
    return {
      value,
      measured: `max ${format(largest)}`,
      formula: `the largest use ${format(largest)} × ${policy.memoryHeadroom} = ${format(value)}`,
    };
  }
  const hottest = Math.max(...pods.map((samples) => percentile(samples, policy.cpuPercentile)));
  const value = hottest * policy.cpuHeadroom;
  const name = `p${policy.cpuPercentile}`;
  return {
    value,
    measured: `${name} ${format(hottest)}, max ${format(largest)}`,
    formula: `${name} of the hottest pod ${format(hottest)} × ${policy.cpuHeadroom} = ${format(value)}`,
  };
}

const FORMAT: Readonly<Record<Resource, (value: number) => string>> = {
  cpu: (milli) => formatCpu(Math.round(milli)),
  memory: (bytes) => formatMemory(Math.round(bytes / 2 ** 20) * 2 ** 20 || 2 ** 20),
};
const READABLE = { cpu: readableCpu, memory: readableMemory } as const;

function proposalsFor(
  workload: Workload,
  container: string,
  resource: Resource,
  amount: Amount,
): readonly Proposal[] {
  const now = workload.resources.requests[resource];
  const targets = now === undefined ? [] : targetsOf(workload, container, resource);
  const { request, formula } = requestFor(resource, now, amount, targets);
  const proposal: Proposal = {
    path: ['resources', 'requests', resource],
    resource,
    kind: 'request',
    now,
    proposed: request,
    measured: amount.measured,
    formula,
  };
  return [
    proposal,
    ...targets.flatMap((target) => targetFor(target, resource, now as number, request)),
    ...limitFor(workload, resource, now, request),
  ];
}

interface Target {
  readonly key: string;
  readonly percent: number;
}

/** The metrics of the autoscaler that measure use as a share of this very request. */
function targetsOf({ autoscaling }: Workload, container: string, resource: Resource): readonly Target[] {
  return [...(autoscaling?.metrics ?? [])].flatMap(([key, metric]) => {
    if (metric.averageUtilization === undefined || metric.resource !== resource) return [];
    const isOwn =
      metric.kind === 'resource' || (metric.kind === 'container' && metric.container === container);
    return isOwn ? [{ key, percent: metric.averageUtilization }] : [];
  });
}

function requestFor(
  resource: Resource,
  now: number | undefined,
  { value, formula }: Amount,
  targets: readonly Target[],
): { request: number; formula: string } {
  const format = FORMAT[resource];
  const highest = Math.max(0, ...targets.map(({ percent }) => percent));
  const held = ((now ?? 0) * highest) / 100;
  const floor = held / (policy.mostTargetPercent / 100);
  const isHeld = floor > value;
  const request = READABLE[resource](Math.max(value, floor));
  const parts = [
    formula,
    ...(isHeld
      ? [
          `the autoscaler lets each pod use ${highest}% of ${format(now ?? 0)} = ${format(held)}, and ${format(held)} / ${policy.mostTargetPercent}% = ${format(floor)} covers that`,
        ]
      : []),
    `rounded up ${format(request)}`,
  ];
  if (now !== undefined && Math.abs(request - now) / now < policy.smallestChange) {
    const share = `${policy.smallestChange * 100}%`;
    return {
      request: now,
      formula: `${parts.join('; ')}: less than ${share} from ${format(now)}, which stays`,
    };
  }
  return { request, formula: parts.join('; ') };
}

/**
 * With a new request the same target would be another load of each pod, and pods would come and go for no
 * reason. And what a pod uses follows the target, so that the next measurement would propose less again, and so
 * on down (robusta-dev/krr PR #80). The target that keeps request × target keeps the pods for the load.
 */
function targetFor(
  { key, percent }: Target,
  resource: Resource,
  now: number,
  request: number,
): readonly Proposal[] {
  if (request === now) return [];
  const format = FORMAT[resource];
  const held = (now * percent) / 100;
  const proposed = Math.max(1, Math.round((100 * held) / request));
  return [
    {
      path: ['autoscaling', 'metrics', key, 'averageUtilization'],
      resource,
      kind: 'target',
      now: percent,
      proposed,
      measured: '',
      formula: `${format(now)} × ${percent}% = ${format(held)} = ${format(request)} × ${proposed}%: the same pods for the same load`,
    },
  ];
}

/** A limit costs nothing while it is not used, so it is raised where it must be, and lowered only with its request. */
function limitFor(
  { resources }: Workload,
  resource: Resource,
  now: number | undefined,
  request: number,
): readonly Proposal[] {
  const limit = resources.limits[resource];
  if (limit === undefined) return [];
  const format = FORMAT[resource];
  const path = ['resources', 'limits', resource];
  const base = { path, resource, kind: 'limit', now: limit, measured: '' } as const;
  if (limit === now)
    return request === now
      ? []
      : [{ ...base, proposed: request, formula: 'equal to the request, as before' }];
  const least = resource === 'cpu' ? request : readableMemory(request * policy.memoryLimitAboveRequest);
  if (limit >= least) return [];
  const why =
    resource === 'cpu'
      ? `a limit below the request of ${format(request)} is refused`
      : `request ${format(request)} × ${policy.memoryLimitAboveRequest} = ${format(request * policy.memoryLimitAboveRequest)}, so that a peak does not end the container`;
  return [{ ...base, proposed: least, formula: why }];
}

export function formatValue({ kind, resource }: Proposal, value: number): string {
  if (kind === 'target') return `${value}%`;
  return resource === 'cpu' ? formatCpu(value) : formatMemory(value);
}
