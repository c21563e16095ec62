import { always, defaulted, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, quantity, section } from '../../compiler/language/fields.ts';

const API_DEFAULT = 'the default of the API server, written out so that no plan shows it as a difference';

const direction = (word: 'up' | 'down', stabilizationWindow: string, policies: string) =>
  section(
    {
      stabilizationWindow: defaulted(
        quantity('duration', {
          description:
            word === 'up'
              ? 'How far back the controller looks for the lowest proposal before it adds pods; from 0s to 1h. It keeps a short peak from adding pods.'
              : 'How far back the controller looks for the highest proposal before it removes pods; from 0s to 1h. It keeps a short dip from removing pods.',
          example: word === 'up' ? '1m' : '5m',
        }),
        stabilizationWindow,
        API_DEFAULT,
      ),
      percent: optional(
        quantity('percent-rate', {
          description: `How fast, as a share of the pods per time; at most 30m. More than one policy of this type cannot be written.`,
          example: word === 'up' ? '100% per 30s' : '50% per 1m',
        }),
        `no such limit; if pods is left out too: ${policies}`,
      ),
      pods: optional(
        quantity('pod-rate', {
          description: `How fast, as a number of pods per time; at most 30m. More than one policy of this type cannot be written.`,
          example: '4 per 15s',
        }),
        `no such limit; if percent is left out too: ${policies}`,
      ),
      selectPolicy: defaulted(
        choice(['Max', 'Min', 'Disabled'], {
          description:
            'Which limit counts when there are two: the one that allows most (Max), the one that allows least (Min). Disabled: never in this direction.',
        }),
        'Max',
        API_DEFAULT,
      ),
      tolerance: optional(
        quantity('share', {
          description:
            'How far the metric may be from its target before anything happens. Kubernetes has it since 1.33 behind a gate that EKS does not open, and open by default since 1.35; version 2.38 of the kubernetes provider cannot set it, so it is refused for now.',
          example: '5%',
        }),
        '10 %, for the whole cluster',
      ),
    },
    {
      description: `How fast pods are ${word === 'up' ? 'added' : 'removed'}.`,
      example:
        word === 'up'
          ? { stabilizationWindow: '1m', percent: '100% per 30s' }
          : { stabilizationWindow: '5m', percent: '50% per 1m' },
    },
  );

/** The defaults of autoscaling/v2. @source KEP-853 and kubernetes.io "Horizontal Pod Autoscaling", 2026-11-25 */
const scaleUp = direction('up', '0s', '4 per 15s and 100% per 15s');
const scaleDown = direction('down', '5m', '100% per 15s');

export const behavior = section(
  { scaleUp: always(scaleUp), scaleDown: always(scaleDown) },
  {
    description:
      'How fast the number of pods may change. As soon as one key of it is given, the API server fills in all others, so elastiform writes them all.',
    example: {
      scaleDown: { stabilizationWindow: '5m', percent: '50% per 1m' },
      scaleUp: { stabilizationWindow: '1m', percent: '100% per 30s' },
    },
  },
);

/** The two sections of a behavior, in the order of output. */
export const DIRECTIONS = ['scaleUp', 'scaleDown'] as const;

export type ScalingRules = ModelOf<typeof scaleUp>;
export type Behavior = ModelOf<typeof behavior>;
