import type { ScalingRules } from './schema-behavior.ts';

/** One limit on the speed in one direction, as the API server knows it. */
export interface ScalingPolicy {
  readonly type: 'Pods' | 'Percent';
  /** Pods, or percent of the pods that there were a period ago. */
  readonly value: number;
  readonly periodSeconds: number;
}

/** The policies that hold: what is written, or else the defaults of Kubernetes. */
export function policiesOf(
  direction: 'scaleUp' | 'scaleDown',
  { pods, percent }: Pick<ScalingRules, 'pods' | 'percent'>,
): readonly ScalingPolicy[] {
  if (!pods && !percent) return DEFAULTS[direction];
  return [
    ...(pods ? [{ type: 'Pods' as const, ...pods }] : []),
    ...(percent ? [{ type: 'Percent' as const, ...percent }] : []),
  ];
}

/** @source autoscaling/v2 of Kubernetes 1.33, defaults of HPAScalingRules; the API server's order */
const DEFAULTS: Readonly<Record<'scaleUp' | 'scaleDown', readonly ScalingPolicy[]>> = {
  scaleUp: [
    { type: 'Pods', value: 4, periodSeconds: 15 },
    { type: 'Percent', value: 100, periodSeconds: 15 },
  ],
  scaleDown: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
};

/**
 * How far one policy lets the number of pods go.
 *
 * @param base pods that there were a period ago
 * @source kubernetes/kubernetes pkg/controller/podautoscaler, convertDesiredReplicasWithBehaviorRate (2026-11), with its order of operations
 */
export function limitOf(
  direction: 'scaleUp' | 'scaleDown',
  { type, value }: ScalingPolicy,
  base: number,
): number {
  if (direction === 'scaleUp') return type === 'Pods' ? base + value : Math.ceil(base * (1 + value / 100));
  return type === 'Pods' ? base - value : Math.trunc(base * (1 - value / 100));
}
