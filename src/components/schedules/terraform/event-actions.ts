import { AutoscalingSchedule } from '@cdktf/provider-aws/lib/autoscaling-schedule/index.js';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { Root } from '../../../terraform/engine/root.ts';
import type { Model } from '../../registry.ts';
import type { EventPlan } from '../event-plan.ts';
import { groupOf } from './group.ts';
import { alikeOneOffs, describeOneOffs, utcTime } from './one-off-words.ts';

/**
 * Scheduled actions that run once, for a group of nodes: one block for each event and cause, with an instance for each
 * moment that has not passed when Terraform plans.
 *
 * @source AWS refuses an action in the past and deletes one that has run: hashicorp/terraform-provider-aws #8646, #19446;
 *   a recurring action with a start time would run at that time too, and be refused once it has passed: API reference
 *   of EC2 Auto Scaling, PutScheduledUpdateGroupAction (read 2026-11-27)
 */
export function addEventActions(root: Root, { plan, oneOffs }: EventPlan, model: Model): void {
  const { key } = plan;
  const { kindParts, previousName, outside, name } = groupOf(plan, model);
  for (const alike of alikeOneOffs(oneOffs)) {
    const [{ event, cause, value }] = alike;
    const parts = [...kindParts, `event-${event}`, cause];
    const place = {
      file: 'schedules',
      at: ['traffic', 'events', event],
      name: [key, ...parts],
    };
    const times = alike.map(({ at }) => utcTime(at));
    root.local({ ...place, name: [...place.name, 'times'] }, times);
    const action = root.resource(
      AutoscalingSchedule,
      {
        ...place,
        previousName: previousName === undefined ? undefined : [previousName, ...parts],
        notes: describeOneOffs(alike, plan, 'group'),
      },
      {
        // The moment is in the name, so that an event that moves gets new actions.
        scheduledActionName: `elastiform-${event}-${cause}-${expression('each.value')}`,
        autoscalingGroupName: name,
        startTime: expression('each.value'),
        minSize: cause === 'end' && value === plan.base ? outside : value,
        // -1: leave it alone. A minimum above the desired capacity raises that too.
        maxSize: -1,
        desiredCapacity: -1,
      },
    );
    root.forEach(
      action,
      expression(
        `toset([for at in local.${addressName([...place.name, 'times'])} : at if timecmp(plantimestamp(), at) < 0])`,
      ),
    );
  }
}
