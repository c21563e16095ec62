import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../catalog/catalog.ts';
import type { Model } from '../components/registry.ts';
import { components } from '../components/registry.ts';
import { lintExample } from '../components/testing/compile-example.ts';
import { formatMinute } from '../util/calendar/date.ts';
import { eventWindows } from './events.ts';
import { eventFloors } from './events-floors.ts';

const traffic = (from: string, to: string, timezone: string) =>
  ({ timezone, events: new Map([['sale', { from, to, factor: 300, leadTime: 1800 }]]) }) as never;

describe('the time of an event', () => {
  it.each([
    [
      'days alone: through the last',
      '2027-03-01',
      '2027-03-03',
      'UTC',
      '2027-03-01 00:00',
      '2027-03-04 00:00',
    ],
    ['with times', '2027-03-01 08:00', '2027-03-01 20:30', 'UTC', '2027-03-01 08:00', '2027-03-01 20:30'],
    ['one day', '2027-11-07', '2027-11-07', 'America/New_York', '2027-11-07 04:00', '2027-11-08 05:00'],
    // 01:30 comes at 05:30Z and again at 06:30Z.
    [
      'from the first',
      '2027-11-07 01:30',
      '2027-11-07',
      'America/New_York',
      '2027-11-07 05:30',
      '2027-11-08 05:00',
    ],
    [
      'to the second',
      '2027-11-06',
      '2027-11-07 01:30',
      'America/New_York',
      '2027-11-06 04:00',
      '2027-11-07 06:30',
    ],
  ])('%s', (_, from, to, timezone, begin, end) => {
    const [window] = eventWindows(traffic(from, to, timezone));
    expect([window?.begin, window?.end].map((minute) => formatMinute(minute ?? 0))).toEqual([begin, end]);
  });

  it.each([
    ['a day that does not exist', '2027-02-29', '2027-03-01', 'UTC'],
    ['an end before the beginning', '2027-03-02', '2027-03-01', 'UTC'],
    ['more than 31 days', '2027-03-01', '2027-04-01', 'UTC'],
    ['no time zone', '2027-03-01', '2027-03-02', 'EST'],
  ])('is none with %s', (_, from, to, timezone) => {
    expect(eventWindows(traffic(from, to, timezone))).toEqual([]);
  });
});

it('floors are counted for the greatest peak of the days, with nodes for pods below their maximum', () => {
  const yaml = `
traffic:
  asOf: "2026-11-25"
  current: 1000/min
  peak: 1500/min
  # It grows until the second day of the event, and shrinks again.
  growth: {"2027-03-02": 2000/min, "2027-03-09": 1000/min}
  events: {sale: {from: 2027-03-01, to: 2027-03-04, factor: 2.5}}
  workloads: {api: {ratePerPod: 500/min}, web: {share: 10%, ratePerPod: 500/min}}
workloads:
  api: {autoscaling: {minReplicas: 3, maxReplicas: 12, metrics: {cpu: {averageUtilization: 70%}}}, resources: {requests: {cpu: 500m, memory: 256Mi}}}
  web: {replicas: 2, resources: {requests: {cpu: 500m, memory: 256Mi}}}
autoScalingGroups:
  workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 10}}
`;
  const model = lintExample(components, yaml, []).value?.model as Model;
  expect(
    eventFloors(model, builtInCatalog).map(({ target, needed, floor, isElastic }) => [
      target,
      needed.value,
      floor,
      isElastic,
    ]),
  ).toEqual([
    // 3000/min × 2.5 ÷ 500/min.
    ['workloads.api', 15, 12, true],
    ['workloads.web', 2, 2, false],
    // 14 pods, three on a node.
    ['autoScalingGroups.workers', 5, 5, true],
  ]);
  expect(eventFloors(model, builtInCatalog)[0]?.needed.formula).toBe(
    '3,000/min × 2.5 = 7,500/min; ⌈7,500/min ÷ 500/min⌉ = 15',
  );
});
