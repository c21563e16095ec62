import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { AutoScalingGroup, AutoScalingGroups } from '../schema.ts';

export const spotLowestPrice = defineRule<AutoScalingGroups>({
  code: 'auto-scaling-groups/spot-lowest-price',
  severity: 'warning',
  summary: 'spot instances in production are chosen by their capacity, not by their price alone',
  why: 'the cheapest pool is often the one that AWS is about to need itself, so that its nodes are taken back soon and together',
  source:
    'API reference of EC2 Auto Scaling, InstancesDistribution, SpotAllocationStrategy: lowest-price may lead to high interruption rates (read 2026-11-27)',
  examples: {
    good: [
      example('capacity: spot'),
      example('mixedInstances: {spotAllocationStrategy: lowest-price}'),
      `tier: dev\n${example('capacity: spot, mixedInstances: {spotAllocationStrategy: lowest-price}')}`,
    ],
    bad: [example('capacity: spot, mixedInstances: {spotAllocationStrategy: lowest-price}')],
  },
  check: eachItem<AutoScalingGroup>('autoScalingGroups', ({ mixedInstances }, at, report, { frame }) => {
    const { onDemandPercentageAboveBaseCapacity: onDemand, spotAllocationStrategy } = mixedInstances;
    if (frame.tier !== 'prod' || spotAllocationStrategy !== 'lowest-price' || onDemand >= 100) return;
    report({
      at: at('mixedInstances', 'spotAllocationStrategy'),
      message: `${100 - onDemand} % of the nodes above the base are spot instances of the lowest price`,
      help: 'write price-capacity-optimized, or leave it out',
      suggestions: [{ message: 'price-capacity-optimized', replacement: 'price-capacity-optimized' }],
    });
  }),
});

function example(keys: string): string {
  return `autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m5.large, m6a.large, m6i.large], size: {min: 2, max: 6}, ${keys}}}`;
}
