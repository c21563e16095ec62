import { defineRule } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const sameDeployment = defineRule<Workloads>({
  code: 'workload/same-deployment',
  severity: 'error',
  summary: 'a Deployment belongs to one workload',
  why: 'two autoscalers on one Deployment disable each other (AmbiguousSelector), and two owners undo each other',
  source: 'kubernetes #112011 and #122059; the pair of autoscalers in the guide',
  examples: {
    good: [
      'workloads: {api: {replicas: 2}, worker: {replicas: 2}}',
      'workloads: {api: {replicas: 2}, other: {name: api, namespace: tests, replicas: 2}}',
    ],
    bad: ['workloads: {api: {replicas: 2}, other: {name: api, replicas: 2}}'],
  },
  check(items, report, { isWritten }) {
    const owners = new Map<string, string>();
    for (const [key, { name, namespace }] of items) {
      const id = `${namespace}/${name}`;
      const owner = owners.get(id);
      if (owner === undefined) {
        owners.set(id, key);
        continue;
      }
      // The name that somebody wrote is the one to change, and not the one that follows from a key.
      const [wrong, right] = isWritten(['workloads', key, 'name']) ? [key, owner] : [owner, key];
      report({
        at: ['workloads', wrong, 'name'],
        message: `the Deployment ${id} belongs to the workload ${right} already`,
        help: `put everything about it into workloads.${right}; one autoscaler may have several metrics`,
        related: [{ message: 'the other workload', at: { path: ['workloads', right], on: 'key' } }],
      });
    }
  },
});
