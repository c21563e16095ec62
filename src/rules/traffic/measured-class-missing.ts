import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { backend, POSTGRES } from './examples.ts';

export const measuredClassMissing = defineRule<Model>({
  code: 'traffic/measured-class-missing',
  severity: 'warning',
  summary: 'a CPU that was measured says at which class',
  why: 'left out, measuredClass follows the class: once that is changed, the same share stands for other cores, and what the traffic needs is told wrongly without anybody having measured again',
  source: 'the default of traffic.databases.*.measuredClass',
  examples: {
    good: [
      backend('databases: {postgres: {cpuUtilization: 45%, measuredClass: db.r6g.xlarge}}', POSTGRES),
      backend('databases: {postgres: {storageUsed: 120GiB}}', POSTGRES),
    ],
    bad: [backend('databases: {postgres: {cpuUtilization: 45%}}', POSTGRES)],
  },
  check({ traffic }, report, { isWritten }) {
    for (const [key, { cpuUtilization, measuredClass }] of traffic?.databases ?? []) {
      const path = ['traffic', 'databases', key];
      if (cpuUtilization === undefined || measuredClass === undefined) continue;
      if (isWritten([...path, 'measuredClass'])) continue;
      report({
        at: [...path, 'cpuUtilization'],
        message: `${cpuUtilization}% is a share of the cores of one class, and it is not said of which`,
        help: `write measuredClass: ${measuredClass}, if that was it`,
        suggestions: [
          {
            message: `it was measured at ${measuredClass}`,
            change: { path: [...path, 'measuredClass'], value: measuredClass },
          },
        ],
      });
    }
  },
});
