import { limitOf, policiesOf } from './scaling-policies.ts';
import type { ScalingRules } from './schema-behavior.ts';

/** Seconds between two looks of the controller: the default, also on EKS. @source flags of kube-controller-manager and manifests of metrics-server (2026-11) */
const LOOK_SECONDS = 15;

type Speed = Pick<ScalingRules, 'pods' | 'percent' | 'selectPolicy'>;

/**
 * Pods after each look of the controller, the first look included, while the metrics ask for `to` pods all the time
 * and nothing but the policies stands in the way.
 *
 * @param forSeconds from the first look on
 * @source kubernetes/kubernetes pkg/controller/podautoscaler, convertDesiredReplicasWithBehaviorRate (2026-11): the base of a period is what there was before its changes
 */
export function numbersUnderLoad(
  direction: 'scaleUp' | 'scaleDown',
  rules: Speed,
  { from, to, forSeconds }: { readonly from: number; readonly to: number; readonly forSeconds: number },
): readonly number[] {
  const policies = policiesOf(direction, rules);
  const isUp = direction === 'scaleUp';
  const numbers: number[] = [];
  // The number before each look, so that the base of a period is an entry of it.
  const before: number[] = [];
  let current = from;
  for (let look = 0; look * LOOK_SECONDS <= forSeconds && current !== to; look += 1) {
    before.push(current);
    // A change at exactly the age of the period counts no more.
    const limits = policies.map((policy) => {
      const oldest = Math.max(0, look - Math.ceil(policy.periodSeconds / LOOK_SECONDS) + 1);
      return limitOf(direction, policy, before[oldest]!);
    });
    const furthest = isUp === (rules.selectPolicy === 'Max') ? Math.max(...limits) : Math.min(...limits);
    current = isUp ? Math.min(to, Math.max(furthest, current)) : Math.max(to, Math.min(furthest, current));
    numbers.push(current);
  }
  return numbers;
}

/** Seconds from the first look to the one that brings `to` pods; undefined if that takes longer than `forSeconds`. */
export function secondsUntil(
  direction: 'scaleUp' | 'scaleDown',
  rules: Speed,
  range: { readonly from: number; readonly to: number; readonly forSeconds: number },
): number | undefined {
  const numbers = numbersUnderLoad(direction, rules, range);
  if (range.from !== range.to && numbers.at(-1) !== range.to) return undefined;
  return Math.max(0, numbers.length - 1) * LOOK_SECONDS;
}
