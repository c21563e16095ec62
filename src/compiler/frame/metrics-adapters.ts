import { always, defaulted, optional } from '../language/fallback.ts';
import { section, text } from '../language/fields.ts';

/** The name of what serves an API; any name will do, and the rules know some. */
const adapter = (description: string, example: string) =>
  text({
    description,
    example,
    pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$',
    patternMeaning: `a name such as "${example}"`,
    maxLength: 63,
  });

/**
 * Who answers each of the three metrics APIs that autoscalers ask. There is one APIService for each, so two
 * adapters cannot share one: the later installation takes it from the earlier.
 *
 * @source kedacore/keda-docs #950 of 2022-09-28: one metric server for external metrics in a cluster, because only one
 *   API service can be registered (read 2026-11-25)
 */
export const metricsAdapters = always(
  section(
    {
      resource: defaulted(
        adapter(
          'Serves metrics.k8s.io: cpu and memory of pods and containers. none: nothing does, and such metrics stay <unknown>.',
          'metrics-server',
        ),
        'metrics-server',
        'the add-on of EKS and the usual one; "kubectl top pods" shows that it works',
      ),
      custom: optional(
        adapter('Serves custom.metrics.k8s.io: metrics of the kinds pods and object.', 'prometheus-adapter'),
        'nothing does; no cluster has an adapter by itself',
      ),
      external: optional(
        adapter('Serves external.metrics.k8s.io: metrics of the kind external.', 'keda'),
        'nothing does; no cluster has an adapter by itself',
      ),
    },
    {
      description:
        'What serves the metrics APIs of the cluster; it exists already. One each, for Kubernetes registers only one APIService for an API.',
      example: { custom: 'prometheus-adapter', external: 'keda' },
    },
  ),
);
