import { tolerates } from '../../catalog/kubernetes/tolerations.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { allGroups } from '../../components/workloads/placement-groups.ts';
import { eachWorkload } from './each-workload.ts';
import { example } from './example.ts';

const taintedWorkers = 'labels: {workload: general}, taints: {dedicated: {value: api, effect: NoSchedule}}';

export const nothingTolerated = defineRule<Model>({
  code: 'placement/nothing-tolerated',
  severity: 'warning',
  summary: 'the pods of a workload may run on some group of the spec',
  why: 'every group has a taint that the pods do not tolerate, so they wait unless the cluster has other nodes, and Cluster Autoscaler adds none',
  source:
    'kubernetes/website@0008cd2, taint-and-toleration.md: one taint of effect NoSchedule or NoExecute left over is enough (read 2026-11-25)',
  examples: {
    good: [
      example({ placement: '' }),
      example({ workers: taintedWorkers }),
      example({ placement: '', workers: taintedWorkers, workload: ', tolerations: {dedicated: {}}' }),
    ],
    bad: [
      example({ placement: '', workers: taintedWorkers }),
      example({
        placement: '',
        workers: taintedWorkers,
        workload: ', tolerations: {dedicated: {value: batch}, capacity: {effect: NoExecute}}',
      }),
    ],
  },
  check: eachWorkload((workload, at, report, { model }) => {
    const groups = allGroups(model);
    if (workload.image === undefined || workload.placement || groups.length === 0) return;
    if (groups.some((group) => tolerates(workload.tolerations, group.taints))) return;
    report({
      at: at(),
      on: 'key',
      message: `the pods tolerate the taints of none of ${groups.map(({ target }) => target).join(', ')}`,
      help: 'name the groups in placement.groups',
      related: groups.map(({ target }) => ({
        message: 'the taints',
        at: { path: [...target.split('.'), 'taints'] },
      })),
    });
  }),
});
