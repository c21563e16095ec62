import { always, defaulted, derivedIfAny } from '../language/fallback.ts';
import { integer, quantity, section, text } from '../language/fields.ts';

/** What the users of the platform are promised: load tests are held to it, and capacity is counted for it. */
export const slo = always(
  section(
    {
      p95: defaulted(
        text({
          description: 'Time in which 95 of 100 requests are answered, in milliseconds or seconds.',
          example: '500ms',
          examples: ['1.5s'],
          pattern: '^(?:[1-9][0-9]{0,5}ms|[0-9]{1,3}(?:\\.[0-9]{1,3})?s)$',
          patternMeaning: 'a time such as "500ms" or "1.5s"',
        }),
        '500ms',
        'the guide: "p95 >500ms: investigate, then scale"',
      ),
      errorRate: defaulted(
        quantity('share', { description: 'Share of requests that may fail.', example: '1%' }),
        '1%',
        'what k6 and its examples take for a threshold of http_req_failed',
      ),
      headroom: defaulted(
        quantity('share', {
          description: 'How much more than the projected peak the pods shall serve.',
          example: '20%',
        }),
        '0%',
        'the target of the autoscaler (70 % of CPU) is headroom already',
      ),
      zonesToSurvive: defaulted(
        integer({
          description:
            'How many zones may be gone at the projected peak with enough pods left, without waiting for new ones.',
          example: 1,
          minimum: 0,
          maximum: 2,
        }),
        0,
        'the autoscaler makes new pods where nodes have room; policy.surviveZoneLoss sees to the nodes',
      ),
      databaseCpu: defaulted(
        quantity('share', {
          description: 'CPU of a database at the projected peak above which it needs a larger class.',
          example: '70%',
        }),
        '70%',
        'the guide: "CPU usage >70% sustained: scale horizontally or vertically"',
      ),
      multiAzFrom: derivedIfAny(
        quantity('rate', {
          description: 'Rate of traffic.current from which databases shall be Multi-AZ.',
          example: '10000/min',
        }),
        '0/min, which is always, when tier is prod; never otherwise',
        ({ tier }) => (tier === 'prod' ? '0/min' : undefined),
      ),
    },
    {
      description:
        'What the users of the platform are promised. Load tests (elastiform loadtest) are held to it, and elastiform capacity counts for it.',
      example: { p95: '500ms', errorRate: '1%', headroom: '20%' },
    },
  ),
);
