import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const renameChangesName = defineRule<Workloads>({
  code: 'workload/rename-changes-name',
  severity: 'error',
  summary: 'renaming the key of a workload does not rename its Deployment',
  why: 'a name in Kubernetes never changes: a new one means a new Deployment while the old one ends',
  source: 'names force replacement, terraform-provider-kubernetes 2.38',
  examples: {
    good: [
      'workloads: {api: {previousName: backend, name: backend, replicas: 2}}',
      'workloads: {api: {previousName: backend, name: api, replicas: 2}}',
    ],
    bad: ['workloads: {api: {previousName: backend, replicas: 2}}'],
  },
  check: eachItem('workloads', ({ name, previousName }, at, report, { isWritten }) => {
    if (previousName === undefined || isWritten(at('name'))) return;
    report({
      at: at('previousName'),
      message: `with the key the name of the Deployment changes from ${previousName} to ${name}`,
      help: `keep the name: write name: ${previousName}`,
      suggestions: [{ message: `add name: ${previousName}` }],
    });
  }),
});
