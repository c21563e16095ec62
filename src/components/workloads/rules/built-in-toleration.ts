import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { entryOrMap, removal } from '../../../compiler/rules/suggestions.ts';
import type { Workloads } from '../schema.ts';

/** What Kubernetes itself writes into pods, so that the provider never reads it back. */
const BUILT_IN = new Set(
  [
    'not-ready',
    'unreachable',
    'unschedulable',
    'memory-pressure',
    'disk-pressure',
    'pid-pressure',
    'network-unavailable',
  ].map((condition) => `node.kubernetes.io/${condition}`),
);

export const builtInToleration = defineRule<Workloads>({
  code: 'workload/built-in-toleration',
  severity: 'error',
  summary: 'a pod names no toleration that Kubernetes adds by itself',
  why: 'the provider leaves these out when it reads a Deployment, so every plan would show a difference',
  source: 'builtInTolerations in terraform-provider-kubernetes 2.x, kubernetes/structures_pod.go',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, tolerations: {capacity: {value: spot, effect: NoSchedule}}}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, tolerations: {node.kubernetes.io/not-ready: {effect: NoExecute}}}}',
    ],
  },
  check: eachItem('workloads', ({ tolerations }, at, report) => {
    for (const key of tolerations?.keys() ?? []) {
      if (!BUILT_IN.has(key)) continue;
      report({
        at: at('tolerations', key),
        on: 'key',
        message: `Kubernetes adds the toleration of ${key} by itself`,
        help: 'remove it',
        suggestions: [removal(entryOrMap(at('tolerations'), key, tolerations ?? new Map()), 'machine')],
      });
    }
  }),
});
