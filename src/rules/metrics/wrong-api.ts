import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { example } from './example.ts';

const pods = 'http_requests_per_second: {kind: pods, averageValue: 100}';

/** What serves one API alone. @source keda.sh, KEDA Metrics Server (2.15): "external metrics only" (read 2026-11-25) */
const ONLY: ReadonlyMap<string, string> = new Map([
  ['keda', 'external'],
  ['metrics-server', 'resource'],
]);

export const wrongApi = defineRule<Model>({
  code: 'metric/wrong-api',
  severity: 'error',
  summary: 'an adapter is named for an API that it serves',
  why: 'the metrics stay <unknown>, although the spec says that something serves them',
  source:
    'keda.sh, KEDA Metrics Server (2.15); kubernetes/metrics, IMPLEMENTATIONS.md, Metrics Server (read 2026-11-25)',
  examples: {
    good: [example(pods, '{custom: prometheus-adapter, external: keda}')],
    bad: [example(pods, '{custom: keda}'), example(pods, '{custom: metrics-server}')],
  },
  check(_model, report, { frame }) {
    for (const [api, adapter] of Object.entries(frame.foundation.metricsAdapters)) {
      const only = adapter === undefined ? undefined : ONLY.get(adapter);
      if (only === undefined || only === api) continue;
      report({
        at: ['foundation', 'metricsAdapters', api],
        message: `${adapter} serves metricsAdapters.${only} and not ${api}`,
        help: `write it as metricsAdapters.${only}, and here what serves this API, such as prometheus-adapter`,
      });
    }
  },
});
