import { always, optional } from './fallback.ts';
import { choice, map, section, text } from './fields.ts';

/**
 * Keys of Kubernetes labels and taints: an optional DNS prefix, then a name of at most 63 characters.
 * A key also becomes the end of an AWS tag key, which has 128 characters; the longest start of ours,
 * `k8s.io/cluster-autoscaler/node-template/label/`, takes 46.
 */
const QUALIFIED_NAME =
  '^(?:[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$';
const QUALIFIED_NAME_LENGTH = 82;

/** @source kubernetes/website@0662c7e, "Labels and Selectors", syntax and character set (read 2026-11-25) */
const VALUE = '^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$';
const VALUE_MEANING = 'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';

/** Labels that the nodes of a group have from their first moment. */
export const nodeLabels = always(
  map(
    text({
      description: 'Value of the label.',
      example: 'general',
      pattern: VALUE,
      patternMeaning: VALUE_MEANING,
      maxLength: 63,
    }),
    {
      description:
        'Kubernetes labels of the nodes. They are also put on the Auto Scaling group as hints, so that Cluster Autoscaler knows them when there is no node to look at.',
      example: { workload: 'general' },
      keyPattern: QUALIFIED_NAME,
      keyMeaning: 'the key of a Kubernetes label, such as "workload" or "example.com/team"',
      maxKeyLength: QUALIFIED_NAME_LENGTH,
    },
  ),
);

const taint = section(
  {
    value: optional(
      text({
        description: 'Value of the taint.',
        example: 'spot',
        pattern: VALUE,
        patternMeaning: VALUE_MEANING,
        maxLength: 63,
      }),
      'the taint has no value, and pods tolerate it with the operator Exists',
    ),
    effect: choice(['NoSchedule', 'PreferNoSchedule', 'NoExecute'], {
      description: 'What happens to pods that do not tolerate the taint, in the words of Kubernetes.',
    }),
  },
  { description: 'Value and effect of one taint.', example: { value: 'spot', effect: 'NoSchedule' } },
);

/** Taints that the nodes of a group have from their first moment. */
export const nodeTaints = always(
  map(taint, {
    description:
      'Kubernetes taints of the nodes, by key. They are also put on the Auto Scaling group as hints for Cluster Autoscaler: without them it would add nodes on which the pending pods are not allowed.',
    example: { capacity: { value: 'spot', effect: 'NoSchedule' } },
    keyPattern: QUALIFIED_NAME,
    keyMeaning: 'the key of a Kubernetes taint, such as "dedicated" or "example.com/gpu"',
    maxKeyLength: QUALIFIED_NAME_LENGTH,
  }),
);
