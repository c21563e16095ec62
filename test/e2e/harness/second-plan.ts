import type { QuirkLedger } from './mock-quirks.ts';
import type { TerraformRoot } from './terraform.ts';

/**
 * Plans again after an apply, when nothing should be left to do.
 *
 * @returns what is left all the same, as of `formatPlan`; empty when it is nothing but known quirks
 */
export async function planAgain(root: TerraformRoot, ledger: QuirkLedger): Promise<string> {
  const plan = await root.plan();
  // Spares a start of the provider in the good case.
  return plan.hasChanges ? ledger.unforgiven(await plan.json()) : '';
}
