import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { actionsSuspended } from './actions-suspended.ts';
import { changesNothing } from './changes-nothing.ts';
import { clusterTooOld } from './cluster-too-old.ts';
import { emptyWindow } from './empty-window.ts';
import { fixedReplicas } from './fixed-replicas.ts';
import { floorAboveMax } from './floor-above-max.ts';
import { floorZero } from './floor-zero.ts';
import { repeatedTime, skippedTime } from './irregular-times.ts';
import { leadTimeOutOfRange } from './lead-time-out-of-range.ts';
import { leadTimeTooLong } from './lead-time-too-long.ts';
import { nodesTooLate } from './nodes-too-late.ts';
import { overlap } from './overlap.ts';
import { podsWithoutNodes } from './pods-without-nodes.ts';
import { terraformOwnedGroup } from './terraform-owned-group.ts';
import { twoOwners } from './two-owners.ts';
import { twoTimeZones } from './two-time-zones.ts';
import { unknownTarget } from './unknown-target.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';
import { wholeWeek } from './whole-week.ts';

/** What must hold between schedules and the workloads and groups that they move. */
export const scheduleRules: readonly Rule<Model>[] = [
  unknownTimeZone,
  emptyWindow,
  leadTimeOutOfRange,
  unknownTarget,
  fixedReplicas,
  floorZero,
  floorAboveMax,
  overlap,
  twoTimeZones,
  skippedTime,
  repeatedTime,
  wholeWeek,
  changesNothing,
  terraformOwnedGroup,
  twoOwners,
  actionsSuspended,
  clusterTooOld,
  leadTimeTooLong,
  nodesTooLate,
  podsWithoutNodes,
];
