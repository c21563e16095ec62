import { leftOf, pack } from '../../capacity/pack.ts';
import type { NodeOffer, PodBatch } from '../../capacity/scene.ts';
import type { Finding, RuleContext } from '../../compiler/rules/rule.ts';
import type { Shortage } from './shortage.ts';
import { withoutZone, zonesOf } from './zones.ts';

/**
 * What to do about too few nodes at the peak. Where one group is concerned, how many are enough: for all pods, for
 * each of their rollouts, and for the loss of a zone where the policy asks for it, so that no other finding follows.
 */
export function remedyFor(
  { offers, rivals }: Shortage,
  context: RuleContext,
): Required<Pick<Finding, 'help' | 'suggestions'>> {
  const [offer, ...others] = offers;
  const otherwise = 'use larger instance types, or lower maxReplicas';
  if (!offer || others.length > 0)
    return { help: `raise size.max of a group, ${otherwise}`, suggestions: [] };
  const nodes = enough(offer, rivals, context);
  if (nodes === undefined) return { help: otherwise, suggestions: [] };
  const key = offer.pool.most.path.slice(2).join('.');
  const what = `${key} of ${offer.name} to ${nodes}`;
  // The number that Terraform keeps has a maximum of its own, which may have to rise with it.
  const change = { path: offer.pool.most.path, value: nodes };
  const suggestions = key === 'size.max' ? [{ message: `raise ${what}`, change }] : [];
  return { help: `raise ${what}, ${otherwise}`, suggestions };
}

/** The least number of nodes of the only group; undefined where the language takes no such number. */
function enough(offer: NodeOffer, rivals: readonly PodBatch[], context: RuleContext): number | undefined {
  const zones = zonesOf(context);
  const own = rivals.map((batch) => ({ ...batch, pools: [offer.name] }));
  const holds = (nodes: number, batches: readonly PodBatch[]) =>
    leftOf(pack([{ ...offer, nodes }], batches)) === 0;
  const isEnough = (nodes: number) =>
    holds(nodes, own) &&
    own.every((batch) => !batch.rollsBySurge || holds(nodes, [...own, newVersionOf(batch)])) &&
    (!context.frame.policy.surviveZoneLoss || zones === 1 || holds(withoutZone(nodes, zones), own));
  let [tooFew, enough] = [0, MOST_NODES];
  if (!isEnough(enough)) return undefined;
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

/** As the language takes for `size.max`. */
const MOST_NODES = 5000;

/** The first pod of another version, which is spread by itself. */
export function newVersionOf(batch: PodBatch): PodBatch {
  return { ...batch, name: `the new version of ${batch.name}`, count: 1, isEven: false, rollsBySurge: false };
}
