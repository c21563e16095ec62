import type { Rule } from '../../compiler/rules/rule.ts';
import { burstableInProduction } from './burstable-in-production.ts';
import { duplicateName } from './duplicate-name.ts';
import { fewSpotTypes } from './few-spot-types.ts';
import { firstGraviton } from './first-graviton.ts';
import { instanceTypeUnknown } from './instance-type-unknown.ts';
import { iopsAboveSize } from './iops-above-size.ts';
import { mixedArchitectures } from './mixed-architectures.ts';
import { mixedShapes } from './mixed-shapes.ts';
import { noRoomForPods } from './no-room-for-pods.ts';
import type { NodeKind, NodePools } from './node-pool.ts';
import { oldVolumeType } from './old-volume-type.ts';
import { performanceNeedsGp3 } from './performance-needs-gp3.ts';
import { renameChangesName } from './rename-changes-name.ts';
import { reservedLabels } from './reserved-labels.ts';
import { sizeOrder } from './size-order.ts';
import { thresholdOutOfRange } from './threshold-out-of-range.ts';
import { throughputAboveIops } from './throughput-above-iops.ts';
import { volumeBelowImage } from './volume-below-image.ts';

/** The rules that hold for self-managed and for managed groups of nodes, with codes of the kind's theme. */
export function nodeRules(kind: NodeKind): readonly Rule<NodePools>[] {
  return [
    sizeOrder(kind),
    instanceTypeUnknown(kind),
    mixedArchitectures(kind),
    firstGraviton(kind),
    noRoomForPods(kind),
    mixedShapes(kind),
    fewSpotTypes(kind),
    burstableInProduction(kind),
    oldVolumeType(kind),
    performanceNeedsGp3(kind),
    throughputAboveIops(kind),
    iopsAboveSize(kind),
    volumeBelowImage(kind),
    reservedLabels(kind),
    duplicateName(kind),
    renameChangesName(kind),
    thresholdOutOfRange(kind),
  ];
}
