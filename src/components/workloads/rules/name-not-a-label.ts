import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { DNS_LABEL, DNS_LABEL_MEANING } from '../kubernetes-names.ts';
import type { Workloads } from '../schema.ts';

export const nameNotALabel = defineRule<Workloads>({
  code: 'workload/name-not-a-label',
  severity: 'error',
  summary: 'the name of a Deployment of ours can be the value of a label',
  why: 'the name is also the label of the pods and, unless said otherwise, the name of the container',
  source: 'kubernetes.io, Labels and Selectors; autoscaling/v2 vector valid-049',
  examples: {
    good: ['workloads: {api: {name: api.v2, replicas: 2}}'],
    bad: ['workloads: {api: {name: api.v2, image: "registry.example.com/api:1.4.2", replicas: 2}}'],
  },
  check: eachItem('workloads', ({ name, image }, at, report) => {
    if (image === undefined || IS_LABEL.test(name)) return;
    report({
      at: at('name'),
      message: `the name ${name} cannot be a label`,
      help: `write ${DNS_LABEL_MEANING}`,
    });
  }),
});

const IS_LABEL = new RegExp(DNS_LABEL, 'u');
