import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { Model } from '../../components/registry.ts';
import { type Estimate, estimateCost } from '../../cost/estimate.ts';
import type { PriceTable } from '../../cost/prices/price-table.ts';
import type { CliContext } from '../command.ts';
import { type FromTerraform, fromTerraform } from './monitored-of.ts';

/** What a month of an environment costs, alarms included, and where its things are in the Terraform. */
export async function estimateOf(
  spec: ResolvedSpec,
  prices: PriceTable,
  { knowledge }: CliContext,
): Promise<{ readonly estimate: Estimate } & Pick<FromTerraform, 'addressOf'>> {
  const { monitored, addressOf } = await fromTerraform(spec, knowledge.components);
  // The knowledge that made the model is the registry's.
  const model = spec.model as unknown as Model;
  return { estimate: estimateCost(model, spec.catalog, prices, monitored), addressOf };
}
