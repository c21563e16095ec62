import { AutoscalingSchedule } from '@cdktf/provider-aws/lib/autoscaling-schedule/index.js';
import type { Root } from '../../../terraform/engine/root.ts';
import { formatClockTime, formatDays } from '../../../util/calendar/clock-time.ts';
import { cronOf } from '../../../util/calendar/cron.ts';
import type { Boundary } from '../../../util/calendar/week.ts';
import type { Model } from '../../registry.ts';
import type { TargetPlan } from '../plan.ts';
import { describeBoundary, partsOf } from './boundary.ts';
import { groupOf } from './group.ts';

/**
 * One scheduled action for each boundary of a group of nodes.
 *
 * @source -1 leaves a size alone; left out it would be 0: provider 5.100,
 *   internal/service/autoscaling/schedule.go (read 2026-11-25)
 */
export function addScheduledActions(root: Root, plan: TargetPlan, model: Model): void {
  const { key, timezone, boundaries } = plan;
  const { kindParts, previousName, isOwner, outside, name } = groupOf(plan, model);
  for (const boundary of boundaries) {
    const parts = [...kindParts, ...partsOf(boundary, plan)];
    root.resource(
      AutoscalingSchedule,
      {
        file: 'schedules',
        at: ['schedules', boundary.window],
        name: [key, ...parts],
        previousName: previousName === undefined ? undefined : [previousName, ...parts],
        notes: [describeBoundary(boundary, 'group')],
      },
      {
        scheduledActionName: actionName(boundary, timezone),
        autoscalingGroupName: name,
        recurrence: cronOf(boundary.time, boundary.days),
        timeZone: timezone,
        minSize: isOwner && boundary.cause === 'end' ? outside : boundary.value,
        // -1: leave it alone. A minimum above the desired capacity raises that too.
        maxSize: -1,
        desiredCapacity: -1,
      },
    );
  }
}

/**
 * Follows everything that says when, so that a change of it replaces the action: updated in place, AWS keeps
 * the start time of the old one. No slash, because the provider's import id has one.
 *
 * @source hashicorp/terraform-provider-aws #723, #38983 (open), #41200 (read 2026-11-25)
 */
function actionName({ time, days }: Boundary, timezone: string): string {
  const zone = timezone.toLowerCase().replaceAll('/', '-');
  const when = `${formatDays(days).replaceAll(', ', '+').replace(' ', '-')}-${formatClockTime(time)}`;
  return `elastiform-${when.replace(':', '')}-${zone}`;
}
