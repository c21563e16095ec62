import { defaulted, derived } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, integer, list, map, quantity, section, text } from '../../compiler/language/fields.ts';
import { WEEKDAYS } from '../../util/calendar/clock-time.ts';
import { kubectlImage } from './kubectl-image.ts';

/** Linear: no part can match in two ways. */
const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9]';

const schedule = section(
  {
    timezone: text({
      description:
        'IANA name of the time zone in which the window is told, or UTC. Daylight saving follows from it. All schedules with a floor for one target have the same zone.',
      example: 'America/New_York',
      examples: ['Europe/Berlin', 'UTC'],
      pattern: '^[A-Za-z][A-Za-z0-9_+/-]*$',
      patternMeaning: 'the name of a time zone such as "America/New_York"',
      maxLength: 64,
    }),
    window: text({
      description:
        'Local time from which to which the floors hold, as HH:MM-HH:MM. An end before the beginning is on the next day; 24:00 is the end of the day.',
      example: '06:00-22:00',
      examples: ['22:00-06:00', '00:00-24:00'],
      pattern: `^${TIME}-(?:${TIME}|24:00)$`,
      patternMeaning: 'two times of 24 hours, such as "06:00-22:00"',
    }),
    days: defaulted(
      list(choice(WEEKDAYS, { description: 'A day of the week.', example: 'mon' }), {
        description:
          'Days on which the window begins. A window over midnight that begins on Friday ends on Saturday, also if Saturday is not in the list.',
        example: ['mon', 'tue', 'wed', 'thu', 'fri'],
        minItems: 1,
        maxItems: 7,
      }),
      WEEKDAYS,
      'a window of every day, as the two schedules of the guide have',
    ),
    leadTime: defaulted(
      quantity('duration', {
        description:
          'How long before the window the floors of groups of nodes rise, in whole minutes, so that the nodes are there when the pods come. They fall with the end of the window. Floors of workloads do not move by it.',
        example: '10m',
        examples: ['0s'],
      }),
      '10m',
      'a node on EKS takes one to four minutes to be Ready, scheduled actions may come two minutes late, and images have to be pulled',
    ),
    floors: map(
      integer({
        description:
          'Least number of pods or nodes while the window is on: minReplicas of the HorizontalPodAutoscaler, or min of the group. It replaces the number of the item, so that it may be lower too; the greatest number stays as it is.',
        example: 5,
        minimum: 0,
        maximum: 100_000,
      }),
      {
        description:
          'What has to be there at least, keyed by the path of a workload with autoscaling or of a group of nodes. Outside of all windows the numbers of the items themselves hold.',
        example: { 'workloads.blockchain-backend': 5, 'autoScalingGroups.eks-worker-nodes': 4 },
        keyPattern: '^[A-Za-z]+\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*$',
        keyMeaning: 'paths such as "workloads.blockchain-backend" or "autoScalingGroups.eks-worker-nodes"',
        maxKeyLength: 80,
        minItems: 1,
      },
    ),
    image: derived(
      text({
        description:
          'Image with kubectl for the jobs that move the floors of workloads. A job runs the image of the schedule that begins then, or has just ended.',
        example: 'registry.k8s.io/kubectl:v1.33.6',
        pattern: '^[a-z0-9][A-Za-z0-9._:/@-]*$',
        patternMeaning: 'the name of a container image',
        maxLength: 512,
      }),
      'registry.k8s.io/kubectl in the version of foundation.kubernetesVersion',
      (scope) => kubectlImage(scope.getRoot('foundation.kubernetesVersion') as string),
    ),
  },
  {
    description: 'A recurring window of time with floors of its own.',
    example: {
      timezone: 'America/New_York',
      window: '22:00-06:00',
      floors: { 'workloads.blockchain-backend': 2 },
    },
  },
);

export const schedulesField = map(schedule, {
  description:
    'Windows of time in which workloads and groups of nodes have other least numbers: scheduled actions of the Auto Scaling groups, and CronJobs that move the HorizontalPodAutoscalers.',
  example: {
    'business-hours': {
      timezone: 'America/New_York',
      window: '06:00-22:00',
      leadTime: '10m',
      floors: { 'workloads.blockchain-backend': 5, 'autoScalingGroups.eks-worker-nodes': 4 },
    },
  },
});

export type Schedule = ModelOf<typeof schedule>;
export type Schedules = ModelOf<typeof schedulesField>;
