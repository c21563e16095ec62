import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { backend } from './examples.ts';

export const zonesAboveSubnets = defineRule<Model>({
  code: 'slo/zones-above-subnets',
  severity: 'warning',
  summary: 'there are more zones than may be gone',
  why: 'pods that shall go on without some zones need another one to be in; more of them than there are zones is counted as all but one',
  source:
    'by design: every subnet is taken for a zone, and more than three for three, as capacity/zone-loss does',
  examples: {
    good: [backend('', 'slo: {zonesToSurvive: 2}\n'), backend('', 'slo: {zonesToSurvive: 0}\n')],
    bad: [
      backend('', 'slo: {zonesToSurvive: 2}\n').replace(
        'otherNodes: true',
        'otherNodes: true, subnets: [a, b]',
      ),
      backend('', 'slo: {zonesToSurvive: 1}\n').replace('otherNodes: true', 'otherNodes: true, subnets: [a]'),
    ],
  },
  check({ slo, foundation }, report) {
    const subnets = foundation.subnets.length;
    const zones = Math.min(subnets, 3);
    if (slo.zonesToSurvive < zones) return;
    const are = subnets === 1 ? 'is 1 subnet' : `are ${subnets} subnets`;
    report({
      at: ['slo', 'zonesToSurvive'],
      message: `${slo.zonesToSurvive} zones may be gone, but there ${are}, taken for ${zones} zone${zones === 1 ? '' : 's'}`,
      help: 'name a subnet in each of three zones, or survive fewer',
      related: [{ message: 'the subnets are named here', at: { path: ['foundation', 'subnets'] } }],
      suggestions: [{ message: `${zones - 1} can be survived`, replacement: String(zones - 1) }],
    });
  },
});
