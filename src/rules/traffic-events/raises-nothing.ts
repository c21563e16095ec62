import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eventPlansOf } from '../../components/schedules/event-plan.ts';
import { eventWindows } from '../../traffic/events.ts';
import { eventFloors } from '../../traffic/events-floors.ts';
import { isOver } from './each-event.ts';
import { event, example } from './example.ts';

const factor = (value: number) => `sale: {from: "2027-03-01", to: "2027-03-03", factor: ${value}}`;

export const raisesNothing = defineRule<Model>({
  code: 'traffic-event/raises-nothing',
  severity: 'info',
  summary: 'an event raises the floor of something',
  why: 'cost and load tests know of its traffic, but what scales has as many pods and nodes as without it',
  source: 'elastiform, decision 0009 (2026-11-27)',
  examples: {
    good: [example(event('sale', '2027-03-01', '2027-03-03'))],
    bad: [
      example(factor(0.5)),
      example(factor(1.2), { traffic: ', workloads: {api: {ratePerPod: 500/min}}' }),
      example(event('sale', '2027-03-01', '2027-03-03'), { workload: 'replicas: 3' }),
    ],
  },
  check(model, report, { catalog, today, isWritten }) {
    const raised = new Set(
      eventPlansOf(model, catalog).flatMap(({ oneOffs }) => oneOffs.map(({ event }) => event)),
    );
    const floors = eventFloors(model, catalog).filter(({ kind }) => kind === 'workloads');
    const windows = eventWindows(model.traffic);
    for (const window of windows) {
      const { name, begin, end } = window;
      // Of two at a time the greater one counts; traffic-event/overlap tells of it.
      if (windows.some((other) => other !== window && other.begin < end && begin < other.end)) continue;
      const own = floors.filter((floor) => floor.event.name === name);
      const isTold = own.some(({ needed, most }) => needed.value > most);
      if (raised.has(name) || isTold || isOver(window, today)) continue;
      const [first] = own;
      const rate = ['traffic', 'workloads', first?.key ?? '', 'ratePerPod'];
      report({
        at: ['traffic', 'events', name, 'factor'],
        message: first
          ? `${name} raises no floor: ${first.needed.formula} of ${first.target}, which are there anyway`
          : `${name} raises no floor: no workload with autoscaling follows the traffic`,
        help: first
          ? 'write another factor, or a rate that one pod really serves'
          : 'give a workload autoscaling, or take the event away',
        related: isWritten(rate) ? [{ message: 'what one pod serves', at: { path: rate } }] : [],
      });
    }
  },
});
