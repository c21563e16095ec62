import { formatRate } from '../../compiler/quantity/rate.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { perMinute } from '../../traffic/per-minute.ts';
import { backend } from './examples.ts';

export const peakBelowCurrent = defineRule<Model>({
  code: 'traffic/peak-below-current',
  severity: 'warning',
  summary: 'the busiest minute of a week has no fewer requests than a busy hour',
  why: 'pods, nodes and databases are counted for the peak, so a peak that is too low makes everything too small',
  source:
    'by design: traffic.peak is the busiest minute of an ordinary week, traffic.current an ordinary busy hour',
  examples: {
    good: [backend('peak: 1500/min'), backend('peak: 1000/min'), backend('')],
    bad: [backend('peak: 900/min'), backend('peak: 15rps')],
  },
  check({ traffic }, report, { isWritten }) {
    if (!traffic || traffic.peak >= traffic.current) return;
    report({
      at: ['traffic', 'peak'],
      message: `the peak ${perMinute(traffic.peak)} is less than traffic.current ${perMinute(traffic.current)}`,
      help: 'write the busiest minute of an ordinary week; the mean belongs into averageToPeak',
      related: isWritten(['traffic', 'current'])
        ? [{ message: 'the rate of an ordinary busy hour is set here', at: { path: ['traffic', 'current'] } }]
        : [],
      suggestions: [{ message: 'no less than traffic.current', replacement: formatRate(traffic.current) }],
    });
  },
});
