import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

/** In seconds. */
const SHORTEST = 10;
const LONGEST = 60;

export const scanInterval = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/scan-interval',
  severity: 'warning',
  summary: 'Cluster Autoscaler looks every 10 to 60 seconds',
  why: 'more often, AWS throttles its calls in a large cluster; less often, every node comes later by up to the interval',
  source:
    'aws/aws-eks-best-practices@1712ffc, "Reducing the Scan Interval": 1 minute gives "6x reduced API calls for 38% slower scale ups" (read 2026-11-25)',
  examples: {
    good: [example('scanInterval: 10s'), example('scanInterval: 1m')],
    bad: [example('scanInterval: 1s'), example('scanInterval: 5m')],
  },
  check: whenDeployed(({ scanInterval: interval }, at, report) => {
    if (interval >= SHORTEST && interval <= LONGEST) return;
    report({
      at: at('scanInterval'),
      message: `it would look every ${formatDuration(interval)}`,
      help: 'write between 10s and 60s',
      suggestions: [{ message: 'write 10s', replacement: '10s' }],
    });
  }),
});
