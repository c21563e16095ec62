import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachMetric } from './each-metric.ts';
import { example } from './example.ts';

const LABEL = 'scaledobject.keda.sh/name';

export const kedaWithoutSelector = defineRule<Model>({
  code: 'metric/keda-without-selector',
  severity: 'warning',
  summary: 'a metric of KEDA names its ScaledObject',
  why: 'KEDA finds a metric by the ScaledObject that defines it; and that ScaledObject makes an autoscaler of its own, so it must not have the same Deployment as its target',
  source:
    'keda.sh, KEDA Metrics Server (2.9 to 2.16): the query carries labelSelector=scaledobject.keda.sh/name=… (read 2026-11-25)',
  examples: {
    good: [
      example(
        'queue_depth: {kind: external, averageValue: 30, selector: {scaledobject.keda.sh/name: orders}}',
        '{external: keda}',
      ),
    ],
    bad: [example('queue_depth: {kind: external, averageValue: 30}', '{external: keda}')],
  },
  check: eachMetric(({ kind, metric }, at, report, { frame }) => {
    if (kind !== 'external' || frame.foundation.metricsAdapters.external !== 'keda') return;
    if (metric.selector?.has(LABEL)) return;
    report({
      at: at(),
      on: 'key',
      message: `KEDA does not know of which ScaledObject ${metric.metric} is`,
      help: `write selector: {${LABEL}: <ScaledObject>}, or let the ScaledObject alone scale the Deployment`,
    });
  }),
});
