import type { Behavior, ScalingRules } from '../schema-behavior.ts';

/**
 * Both directions with every key. The API server fills in what is left out, and the provider then shows the
 * difference in every plan (terraform-provider-kubernetes #1850).
 */
export function behaviorBlock({ scaleUp, scaleDown }: Behavior) {
  return {
    // The binding wants arrays here and hands on an object unmapped, in camelCase (engine.md 7).
    scaleUp: [rulesBlock(scaleUp, DEFAULT_UP)],
    scaleDown: [rulesBlock(scaleDown, DEFAULT_DOWN)],
  };
}

interface Policy {
  readonly type: 'Pods' | 'Percent';
  readonly value: number;
  readonly periodSeconds: number;
}

/** @source autoscaling/v2 of Kubernetes 1.33, defaults of HPAScalingRules; the API server's order */
const DEFAULT_UP: readonly Policy[] = [
  { type: 'Pods', value: 4, periodSeconds: 15 },
  { type: 'Percent', value: 100, periodSeconds: 15 },
];
const DEFAULT_DOWN: readonly Policy[] = [{ type: 'Percent', value: 100, periodSeconds: 15 }];

function rulesBlock(rules: ScalingRules, defaults: readonly Policy[]) {
  const { stabilizationWindow, selectPolicy, pods, percent } = rules;
  const written: Policy[] = [
    ...(pods ? [{ type: 'Pods' as const, ...pods }] : []),
    ...(percent ? [{ type: 'Percent' as const, ...percent }] : []),
  ];
  return {
    stabilizationWindowSeconds: stabilizationWindow,
    selectPolicy,
    policy: [...(written.length > 0 ? written : defaults)].map(({ type, value, periodSeconds }) => ({
      type,
      value,
      periodSeconds,
    })),
  };
}
