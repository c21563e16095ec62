import { batchesAt, offersAt, sceneOf } from '../../capacity/scene.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { evidenceOf } from './evidence.ts';
import { cluster, pooler, USES_POOLER } from './examples.ts';
import { remedyFor } from './remedy.ts';
import { mainOf, nodesText, shortageText } from './sentences.ts';
import { shortagesOf } from './shortage.ts';

export const notEnoughNodes = defineRule<Model>({
  code: 'capacity/not-enough-nodes',
  severity: 'error',
  summary: 'the groups at their maximum hold all pods at their maximum',
  why: 'at the peak, when it matters, pods stay Pending although the autoscaler asked for them; the maximum that the spec promises does not exist',
  source:
    'published incident shape: two autoscalers of 20 and 50 pods on 6 nodes of 4 vCPU; allocatable capacity: awslabs/amazon-eks-ami@81fec2e8 (2026-07-23); spread over nodes: kubernetes/website@02aa04f, topology-spread-constraints.md (read 2026-11-27)',
  examples: {
    good: [
      cluster({ maxReplicas: 17 }),
      cluster({ maxReplicas: 100, start: 'foundation: {otherNodes: true}\n' }),
      cluster({ maxReplicas: 6, workload: ', spread: {hosts: DoNotSchedule}' }),
    ],
    bad: [
      cluster({ maxReplicas: 19 }),
      cluster({ maxReplicas: 12, min: 3, requests: '{cpu: 100m, memory: 3500Mi}' }),
      // Six nodes of four cores, 20 and 50 pods.
      cluster({
        types: '[m6i.xlarge]',
        maxReplicas: 20,
        more: ', web: {image: "registry.example.com/web:2.0.1", resources: {requests: {cpu: 500m, memory: 512Mi}}, autoscaling: {maxReplicas: 50, metrics: {cpu: {averageUtilization: 70%}}}, probes: {readiness: {path: /health, port: 8080}}}',
      }),
      // Terraform keeps two nodes, whatever max says.
      cluster({ maxReplicas: 7, minReplicas: 6, size: '{min: 2, max: 6, owner: terraform}' }),
      // One pod of PgBouncer too many.
      cluster({
        maxReplicas: 18,
        workload: USES_POOLER,
        more: pooler('resources: {requests: {cpu: 300m}}'),
      }),
    ],
  },
  check(model, report, context) {
    const scene = sceneOf(model, context.catalog);
    if (!scene) return;
    const offers = offersAt(scene, ({ most }) => most);
    const batches = batchesAt(scene, ({ most }) => most);
    for (const shortage of shortagesOf(offers, batches)) {
      const told = mainOf(shortage);
      report({
        at: told.path,
        message: shortageText(shortage, nodesText),
        ...remedyFor(shortage, context),
        related: evidenceOf(shortage, told, 'greatest', context),
      });
    }
  },
});
