import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../catalog/catalog.ts';
import { formatPath } from '../compiler/spec-path.ts';
import { components, type Model } from '../components/registry.ts';
import { lintExample } from '../components/testing/compile-example.ts';
import { budgetText, checkBudget } from './budget.ts';
import { estimateCost } from './estimate.ts';
import { costFiguresOf } from './figures.ts';
import { usdNumber } from './money.ts';
import { builtInPrices } from './prices/built-in-prices.ts';

function estimated(yaml: string) {
  const model = lintExample(components, yaml, []).value?.model as Model;
  return { model, estimate: estimateCost(model, builtInCatalog, builtInPrices()) };
}

const group = (name: string, rest: string) =>
  `{ami: ami-0123456789abcdef0, instanceTypes: [${name}], ${rest}}`;
const workload = (cpu: string, bounds: string) =>
  `{autoscaling: {${bounds}, metrics: {cpu: {averageUtilization: 70%}}}, resources: {requests: {cpu: ${cpu}, memory: 1Gi}}}`;

const SHARES = `
autoScalingGroups:
  arm: ${group('m7g.xlarge', 'size: {min: 2, max: 12}, volume: {size: 100GiB, iops: 5000, throughput: 300}')}
workloads:
  api: ${workload('900m', 'minReplicas: 2, maxReplicas: 20')}
  worker: ${workload('1500m', 'minReplicas: 2, maxReplicas: 8')}
traffic:
  asOf: "2026-11-25"
  current: 3000/min
  peak: 5000/min
  averageToPeak: 40%
  workloads: {api: {ratePerPod: 300/min}, worker: {ratePerPod: 100/min, share: 25%}}
slo: {headroom: 20%}
`;

const WEEK_ENDS = `
autoScalingGroups: {g: ${group('m5.large', 'size: {min: 2, max: 10}')}}
workloads: {web: ${workload('600m', 'minReplicas: 4, maxReplicas: 20')}}
schedules:
  weekend: {timezone: Europe/Berlin, window: "00:00-24:00", days: [sat, sun], floors: {workloads.web: 2, autoScalingGroups.g: 1}}
  lunch: {timezone: Europe/Berlin, window: "11:00-14:00", days: [mon, tue, wed, thu, fri], leadTime: 30m, floors: {workloads.web: 9, autoScalingGroups.g: 5}}
traffic: {asOf: "2026-11-25", current: 1000/min, peak: 2000/min, workloads: {web: {ratePerPod: 100/min}}}
`;

const MIXED = `
autoScalingGroups:
  mix: ${group('m6i.xlarge, m6a.xlarge, m5.xlarge', 'size: {min: 3, max: 12, initial: 4}, mixedInstances: {onDemandBaseCapacity: 2, onDemandPercentageAboveBaseCapacity: 25%}')}
policy: {cost: {spotDiscount: 70%}}
`;

describe('sums are those of sheets made by hand', () => {
  it.each([
    // Node 0.1632 × 730, disk 8, IOPS 2000 × 0.005, throughput 175 × 0.04: 144.136 a node. 8 and 6 pods: two workers
    // on each of three nodes, four of the others on each of two.
    ['shares, ARM, IOPS and throughput', SHARES, [2 * 144.136, 5 * 144.136, 12 * 144.136]],
    // Two pods of 600m on 1,730m; 9 for 15 h and 5 × 30 min of lead, 6 for the rest.
    [
      'a floor for lunch, a lower one at the week end',
      WEEK_ENDS,
      [74.08, (74.08 * (3 * 150.5 + 5 * 17.5)) / 168, 740.8],
    ],
    // Two and a quarter of the rest, rounded up; the rest at 30 % of 0.1728, 0.1856 and 0.192.
    [
      'on demand and spot',
      MIXED,
      [3 * (0.1728 * 730 + 4), 3 * (0.1856 * 730 + 4), 730 * 0.192 * (5 + 7 * 0.3) + 12 * 4],
    ],
  ])('%s', (_, yaml, [min = 0, expected = 0, max = 0]) => {
    const { totals } = estimated(yaml).estimate;
    const sums = [totals.min, totals.expected, totals.max].map(usdNumber);
    for (const [index, sum] of [min, expected, max].entries()) expect(sums[index]).toBeCloseTo(sum, 1);
  });
});

it('says for each number of pods all the times at which it holds', () => {
  expect(estimated(WEEK_ENDS).estimate.because).toEqual([
    'mean rate = 2,000/min × 30% = 600/min',
    'pods of web in weekend, and outside of windows: ⌈600/min ÷ 100/min⌉ = 6',
    'pods of web in lunch: max(⌈600/min ÷ 100/min⌉ = 6, least 9) = 9',
  ]);
});

it('names everything that a number of nodes rests on, and nothing else', () => {
  const { estimate } = estimated(SHARES);
  const inputs = costFiguresOf(estimate).get('cost.autoScalingGroups.arm.expected')?.inputs.map(formatPath);
  expect(inputs).toEqual(
    expect.arrayContaining([
      'traffic.peak',
      'traffic.averageToPeak',
      'traffic.workloads.worker.share',
      'traffic.workloads.worker.ratePerPod',
      'slo.headroom',
      'workloads.api.resources.requests',
      'foundation.daemonSets',
      'autoScalingGroups.arm.volume',
    ]),
  );
  const fixed = estimated(SHARES.replace('max: 12}', 'max: 12, initial: 4, owner: terraform}')).estimate;
  expect(fixed.items[0]?.inputs.map(formatPath)).toEqual([
    'autoScalingGroups.arm.instanceTypes',
    'autoScalingGroups.arm.size',
  ]);
});

it('does not promise a budget while items have no price', () => {
  const { model, estimate } = estimated(
    `aws: {region: eu-west-1}\npolicy: {cost: {monthlyBudget: 10USD}}\nautoScalingGroups: {g: ${group('m5.large', 'size: {min: 2, max: 10}')}}\n`,
  );
  const check = checkBudget(model, estimate);
  expect(check).toMatchObject({ isAbove: false, dearest: [], withoutPrice: 2 });
  expect(check && budgetText(check, () => 'specs/x.yaml:1')).toContain(
    'expected 0.00 USD, without 2 items that have no price, is within the budget',
  );
});
