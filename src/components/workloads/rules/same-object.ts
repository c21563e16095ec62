import { defineRule } from '../../../compiler/rules/rule.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import type { Workload, Workloads } from '../schema.ts';

export const sameObject = defineRule<Workloads>({
  code: 'workload/same-object',
  severity: 'error',
  summary: 'autoscalers and disruption budgets of different workloads have different names',
  why: 'the second one cannot be created, for the name is taken',
  source: 'kubernetes.io, Object Names and IDs',
  examples: {
    good: ['workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {cpu: {averageUtilization: 70%}}}}}'],
    bad: [
      'workloads: {api: {autoscaling: {name: shared, maxReplicas: 5, metrics: {cpu: {averageUtilization: 70%}}}}, worker: {autoscaling: {name: shared, maxReplicas: 5, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check(items, report, { isWritten }) {
    const owners = new Map<string, SpecPath>();
    for (const [key, workload] of items) {
      for (const { kind, name, path } of objectsOf(workload)) {
        const id = `${kind} ${workload.namespace}/${name}`;
        const at = ['workloads', key, ...path];
        const owner = owners.get(id);
        owners.set(id, owner ?? at);
        // Workloads of one Deployment are told so by another rule.
        if (!owner || items.get(owner[1] ?? '')?.name === workload.name) continue;
        // The name that somebody wrote is the one to change, and not the one that follows from a key.
        const [wrong, right] = isWritten(at) ? [at, owner] : [owner, at];
        report({
          at: wrong,
          message: `the ${id} is used by the workload ${right[1]} already`,
          help: 'choose another name',
          related: [{ message: 'the other one', at: { path: right } }],
        });
      }
    }
  },
});

function objectsOf({ name, autoscaling, podDisruptionBudget, podSelector, image }: Workload) {
  const scaler = autoscaling?.name ?? (image === undefined ? `${name}-hpa` : undefined);
  return [
    ...(scaler === undefined
      ? []
      : [
          {
            kind: 'HorizontalPodAutoscaler',
            name: scaler,
            path: autoscaling ? ['autoscaling', 'name'] : ['name'],
          },
        ]),
    // Without the labels of the pods there is no budget.
    ...(podDisruptionBudget && (image !== undefined || podSelector)
      ? [
          {
            kind: 'PodDisruptionBudget',
            name: podDisruptionBudget.name,
            path: ['podDisruptionBudget', 'name'],
          },
        ]
      : []),
  ];
}
