import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { aboveMaximum } from './above-maximum.ts';
import { actionsSuspended } from './actions-suspended.ts';
import { endsBeforeItBegins } from './ends-before-it-begins.ts';
import { leadTimeOutOfRange } from './lead-time-out-of-range.ts';
import { noSuchTime } from './no-such-time.ts';
import { over } from './over.ts';
import { overlap } from './overlap.ts';
import { raisesNothing } from './raises-nothing.ts';
import { tooLong } from './too-long.ts';
import { tooManyActions } from './too-many-actions.ts';
import { twoOwners } from './two-owners.ts';
import { unknownTimeZone } from './unknown-time-zone.ts';

/** What must hold between the events of the traffic and the workloads and groups that they raise. */
export const trafficEventRules: readonly Rule<Model>[] = [
  unknownTimeZone,
  noSuchTime,
  endsBeforeItBegins,
  tooLong,
  leadTimeOutOfRange,
  over,
  overlap,
  aboveMaximum,
  raisesNothing,
  twoOwners,
  actionsSuspended,
  tooManyActions,
];
