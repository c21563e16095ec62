import { costDifference, costDifferenceText } from '../../change/cost.ts';
import { eachBound } from '../../cost/item.ts';
import { usdNumber } from '../../cost/money.ts';
import type { ReviewedCost } from '../../review/review.ts';
import type { CliContext } from '../command.ts';
import { openCostBase } from '../cost/cost-base.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Compiled } from '../scale/compiled.ts';

/**
 * What the environments of some plans cost more or less than at the base: that of the specs, for a plan does not tell
 * what everything costs.
 *
 * @param base as `--base` has it; without one nothing is compared
 * @returns an exit code after saying why there is nothing to compare with
 */
export function costsAgainst(
  base: string | undefined,
  compiled: ReadonlyMap<string, Compiled>,
  context: CliContext,
): readonly ReviewedCost[] | undefined | ExitCode {
  if (base === undefined) return undefined;
  const was = openCostBase(base, context);
  if (typeof was === 'number') return was;
  return [...compiled].flatMap(([environment, { spec }]): ReviewedCost[] => {
    const before = was.version?.environments.get(environment);
    if (!spec || (before && 'errors' in before)) return [];
    const difference = costDifference(before, spec);
    if (!difference) return [];
    return [
      {
        environment,
        ...eachBound((bound) => usdNumber(difference.change[bound])),
        itemsWithoutPrice: difference.withoutPrice,
        text: costDifferenceText(difference),
      },
    ];
  });
}
