import { defaulted } from '../language/fallback.ts';
import type { ModelOf } from '../language/field.ts';
import { map, quantity, section, text } from '../language/fields.ts';

const DAY = '20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';
const MOMENT = `^${DAY}(?: (?:[01][0-9]|2[0-3]):[0-5][0-9])?$`;

const moment = (description: string, example: string) =>
  text({
    description,
    example,
    pattern: MOMENT,
    patternMeaning: 'a day or a local time such as "2026-11-27" or "2026-11-27 08:00"',
  });

const event = section(
  {
    from: moment(
      'Local time, in traffic.timezone, at which the event begins; a day alone begins at 00:00.',
      '2026-11-27 06:00',
    ),
    to: moment('Local time at which it ends; a day alone is its last day.', '2026-11-30'),
    factor: quantity('factor', {
      description: 'How many times as many requests as without the event.',
      example: 3,
      examples: [2.5],
    }),
    leadTime: defaulted(
      quantity('duration', {
        description:
          'How long before the event the floors of groups of nodes rise, in whole minutes; those of workloads rise when half of it has passed.',
        example: '30m',
      }),
      '30m',
      'nodes take minutes to be Ready, many at once longer, and caches of new pods are cold',
    ),
  },
  {
    description: 'Days on which the traffic is another.',
    example: { from: '2026-11-27 06:00', to: '2026-11-30', factor: 3 },
  },
);

export const trafficEvents = map(event, {
  description:
    'Days on which there is more traffic than growth tells. Floors of workloads with autoscaling, and of the groups of nodes under them, rise for it and fall afterwards by themselves.',
  example: { 'black-friday': { from: '2026-11-27 06:00', to: '2026-11-30', factor: 3 } },
});

export type TrafficEvent = ModelOf<typeof event>;
