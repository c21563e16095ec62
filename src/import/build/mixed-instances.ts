import type { GroupFacts, TemplateFacts } from '../facts-of-nodes.ts';
import type { ItemBuilder } from './spec-tree.ts';

const STRATEGIES = ['price-capacity-optimized', 'capacity-optimized', 'lowest-price'];

/** How on-demand and spot instances are mixed. */
export function mixOf({ mixed }: GroupFacts, template: TemplateFacts, item: ItemBuilder): void {
  const percent = mixed?.onDemandPercent ?? 100;
  const isSpot = template.isSpot || (mixed !== undefined && percent === 0);
  item.unlessDefault('capacity', isSpot ? 'spot' : 'on-demand');
  if (!mixed) return;
  item.unlessDefault('mixedInstances.onDemandBaseCapacity', mixed.onDemandBase);
  item.unlessDefault('mixedInstances.onDemandPercentageAboveBaseCapacity', `${percent}%`);
  if (mixed.spotStrategy !== undefined && STRATEGIES.includes(mixed.spotStrategy))
    item.unlessDefault('mixedInstances.spotAllocationStrategy', mixed.spotStrategy);
}
