import {
  batchesAt,
  type KnownPool,
  type NodeOffer,
  offersAt,
  type Scene,
  sceneOf,
} from '../../capacity/scene.ts';
import type { RelatedPlace } from '../../compiler/diagnostic.ts';
import { defineRule, type Report, type RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { evidenceOf } from './evidence.ts';
import { cluster } from './examples.ts';
import { remedyFor } from './remedy.ts';
import { mainOf, shortageText } from './sentences.ts';
import { type Shortage, shortagesOf } from './shortage.ts';
import { withoutZone, zonesOf } from './zones.ts';

const SURVIVE: SpecPath = ['policy', 'surviveZoneLoss'];
const SUBNETS: SpecPath = ['foundation', 'subnets'];
const asked = 'policy: {surviveZoneLoss: true}\n';

/**
 * Every group is taken to have its nodes evenly over the zones, as Auto Scaling launches them, and the fullest zone
 * to be the one that is gone: of 10 nodes in 3 zones, 6 are left. How many zones there are, `zonesOf` says. Auto
 * Scaling may launch the others in the zones that are left, up to the same maximum; whether AWS has them then, when
 * everybody wants them, nobody knows, so they are not counted. Pods that must be even over zones are no special case:
 * nodes that do not answer are tainted, and with `nodeTaintsPolicy: Honor`, as elastiform writes it, their zone no
 * longer counts.
 */
export const zoneLoss = defineRule<Model>({
  code: 'capacity/zone-loss',
  severity: 'warning',
  summary: 'where the policy asks for it, the nodes at their maximum hold all pods when one zone is gone',
  why: 'a zone goes at the peak as well, and then every customer of AWS launches nodes in the zones that are left: what is not running already may not come',
  source:
    'aws.amazon.com/builders-library/static-stability-using-availability-zones; EC2 Auto Scaling user guide, "Availability Zone distribution": evenly over the enabled zones; kubernetes/website@02aa04f, topology-spread-constraints.md, nodeTaintsPolicy (read 2026-11-27); asked for in aws/karpenter-provider-aws #987 and #3240 and kubernetes-sigs/karpenter #749',
  examples: {
    good: [
      cluster({ start: asked }),
      cluster({ maxReplicas: 13 }),
      cluster({ start: 'tier: staging\n', maxReplicas: 13 }),
      cluster({ start: `${asked}foundation: {otherNodes: true}\n`, maxReplicas: 13 }),
    ],
    bad: [
      cluster({ start: asked, maxReplicas: 13 }),
      cluster({ start: '', maxReplicas: 13 }),
      cluster({ start: `${asked}foundation: {subnets: [a, b]}\n`, maxReplicas: 10 }),
      cluster({ start: `${asked}foundation: {subnets: [a]}\n` }),
    ],
  },
  check(model, report, context) {
    const scene = sceneOf(model, context.catalog);
    if (!scene) return;
    const shortages = shortagesWithoutZone(scene, context);
    if (zonesOf(context) === 1) {
      // Where there are databases, a rule of theirs already says that there are too few subnets.
      if (shortages.length > 0 && model.databases.size === 0) tellOfOnlyZone(shortages, report, context);
      return;
    }
    for (const shortage of shortages) tellOfZone(shortage, report, context);
  },
});

function tellOfZone(shortage: Shortage, report: Report, context: RuleContext): void {
  const told = mainOf(shortage);
  const { help, suggestions } = remedyFor(shortage, context);
  const zones = zonesOf(context);
  const subnets = context.frame.foundation.subnets.length;
  const nodesText = ({ nodes, pool }: NodeOffer) => `${nodes} of ${pool.most.count} nodes`;
  report({
    at: told.path,
    message: `with one of ${zones} zones gone, ${shortageText(shortage, nodesText)}`,
    help: `${help}, or write policy.surviveZoneLoss: false; nodes cost nothing before they are there`,
    suggestions,
    related: [
      ...evidenceOf(shortage, told, 'greatest', context),
      { message: `${subnets} subnets, taken for ${zones} zones, are named here`, at: { path: SUBNETS } },
      ...whoAsks(context),
    ],
  });
}

function tellOfOnlyZone(shortages: readonly Shortage[], report: Report, context: RuleContext): void {
  const pods = shortages.reduce((sum, { left }) => sum + left, 0);
  report({
    at: SUBNETS,
    message: `the nodes have 1 subnet: with its zone all of them are gone, and ${pods} pods with them`,
    help: 'name a subnet in each of three zones, or write policy.surviveZoneLoss: false',
    related: whoAsks(context),
  });
}

function whoAsks({ isWritten }: RuleContext): readonly RelatedPlace[] {
  return isWritten(SURVIVE)
    ? [{ message: 'the loss of a zone is asked about here', at: { path: SURVIVE } }]
    : [];
}

/** What is short when one zone is gone; none where it is short even before, or where nobody asks. */
export function shortagesWithoutZone(scene: Scene, context: RuleContext): readonly Shortage[] {
  if (!context.frame.policy.surviveZoneLoss) return [];
  const batches = batchesAt(scene, ({ most }) => most);
  const isShortBefore =
    shortagesOf(
      offersAt(scene, ({ most }) => most),
      batches,
    ).length > 0;
  if (isShortBefore) return [];
  const zones = zonesOf(context);
  const left = ({ most }: KnownPool) => ({ ...most, count: withoutZone(most.count, zones) });
  return shortagesOf(offersAt(scene, left), batches);
}
