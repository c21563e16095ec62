import { formatDuration } from '../../compiler/quantity/duration.ts';
import { percentRate, podRate } from '../../compiler/quantity/scaling-rate.ts';
import type { View } from '../view.ts';
import type { SpecValue } from './spec-tree.ts';

type Behavior =
  | { readonly fields: readonly (readonly [key: string, value: SpecValue])[] }
  | { readonly problem: string };

/** Nothing without a behavior. The API server has filled in every key of one that is there. */
export function behaviorOf(behavior: View): Behavior {
  const fields: (readonly [string, SpecValue])[] = [];
  for (const direction of ['scaleUp', 'scaleDown'] as const) {
    const rules = behavior.view(direction);
    if (!rules.isMap) continue;
    if (rules.has('tolerance'))
      return { problem: 'it has a tolerance, which the Terraform provider cannot set' };
    const window = rules.number('stabilizationWindowSeconds');
    if (window !== undefined) fields.push([`${direction}.stabilizationWindow`, formatDuration(window)]);
    const policy = rules.text('selectPolicy');
    if (policy !== undefined) fields.push([`${direction}.selectPolicy`, policy]);
    const types = rules.views('policies').map((each) => each.text('type'));
    if (new Set(types).size < types.length) return { problem: `${direction} has two policies of one type` };
    for (const each of rules.views('policies')) {
      const rate = { value: each.number('value') ?? 0, periodSeconds: each.number('periodSeconds') ?? 0 };
      if (each.text('type') === 'Percent') fields.push([`${direction}.percent`, percentRate.format(rate)]);
      else fields.push([`${direction}.pods`, podRate.format(rate)]);
    }
  }
  return { fields };
}
