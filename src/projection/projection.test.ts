import { expect, it } from 'vitest';
import { builtInCatalog } from '../catalog/catalog.ts';
import { formatPath } from '../compiler/spec-path.ts';
import { components, type Model } from '../components/registry.ts';
import { lintExample } from '../components/testing/compile-example.ts';
import { figuresIn } from './figures.ts';
import { projectionOf } from './projection.ts';

function projected(traffic: string, slo = '{}') {
  const yaml = `
autoScalingGroups: {g: {ami: ami-0123456789abcdef0, instanceTypes: [m5.large], size: {min: 2, max: 10}}}
workloads: {web: {autoscaling: {minReplicas: 4, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}, resources: {requests: {cpu: 600m, memory: 1Gi}}}}
traffic: {asOf: "2026-11-25", ${traffic}}
slo: ${slo}
`;
  const model = lintExample(components, yaml, []).value?.model as Model;
  return projectionOf(model, builtInCatalog)!;
}

it.each([
  ['current: 0/min, growth: {6mo: 5000/min}', ['growth']],
  ['current: 1000/min, growth: {6mo: 5000/min}', []],
])('nothing is told in proportion to no traffic: %s', (traffic, unknown) => {
  expect(projected(traffic).unknown.map(({ what }) => what)).toEqual(unknown);
});

it('figures name all that they were made from', () => {
  const traffic =
    'current: 1000/min, growth: {6mo: 5000/min}, workloads: {web: {share: 50%, ratePerPod: 100/min}}';
  const figures = figuresIn(projected(traffic, '{headroom: 10%, zonesToSurvive: 1}'));
  const inputsOf = (id: string) => figures.get(id)?.inputs.map(formatPath);
  expect(inputsOf('capacity.6mo.workloads.web.pods')).toEqual([
    'traffic.growth["6mo"]',
    'traffic.workloads.web.share',
    'traffic.workloads.web.ratePerPod',
    'slo.headroom',
    'slo.zonesToSurvive',
    'foundation.subnets',
  ]);
  expect(inputsOf('capacity.6mo.autoScalingGroups.g.nodes')).toEqual(
    expect.arrayContaining(['workloads.web.resources.requests', 'foundation.daemonSets']),
  );
});

it('a floor is named where it decides', () => {
  const figures = figuresIn(projected('current: 100/min, workloads: {web: {ratePerPod: 100/min}}'));
  expect(figures.get('capacity.asOf.workloads.web.pods')?.inputs.map(formatPath)).toContain(
    'workloads.web.autoscaling.minReplicas',
  );
});
