import { policiesOf } from '../scaling-policies.ts';
import type { Behavior } from '../schema-behavior.ts';

/**
 * Both directions with every key. The API server fills in what is left out, and the provider then shows the
 * difference in every plan (terraform-provider-kubernetes #1850).
 */
export function behaviorBlock(behavior: Behavior) {
  return {
    // The binding wants arrays here and hands on an object unmapped, in camelCase (seen with cdktf 0.21.0).
    scaleUp: [rulesBlock('scaleUp', behavior)],
    scaleDown: [rulesBlock('scaleDown', behavior)],
  };
}

function rulesBlock(direction: keyof Behavior, { [direction]: rules }: Behavior) {
  return {
    stabilizationWindowSeconds: rules.stabilizationWindow,
    selectPolicy: rules.selectPolicy,
    policy: policiesOf(direction, rules).map(({ type, value, periodSeconds }) => ({
      type,
      value,
      periodSeconds,
    })),
  };
}
