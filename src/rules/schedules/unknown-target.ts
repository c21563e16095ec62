import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget, TARGET_KINDS } from '../../components/schedules/plan.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { eachFloor } from './each-schedule.ts';
import { example, schedule } from './example.ts';

export const unknownTarget = defineRule<Model>({
  code: 'schedule/unknown-target',
  severity: 'error',
  summary: 'a floor is for a workload or a group of nodes of the spec',
  why: 'a floor for what is not there moves nothing, and nobody would notice',
  source: 'elastiform, spec language, "schedules" (2026-11-25)',
  examples: {
    good: [example(schedule('night', '22:00-06:00', 'workloads.api: 2, nodeGroups.batch: 2'))],
    bad: [
      example(schedule('night', '22:00-06:00', 'workloads.apy: 2')),
      example(schedule('night', '22:00-06:00', 'nodeGroups.workers: 3')),
      example(schedule('night', '22:00-06:00', 'deployments.api: 2')),
    ],
  },
  check: eachFloor(({ target }, at, model, report) => {
    const { kind, key } = parseTarget(target);
    if (kind && model[kind].has(key)) return;
    const known = TARGET_KINDS.flatMap((word) => [...model[word].keys()].map((name) => `${word}.${name}`));
    const sameKey = known.filter((name) => name.endsWith(`.${key}`));
    const [near] = [...sameKey, ...didYouMean(target, known)];
    report({
      at,
      on: 'key',
      message: kind ? `${kind} has no ${key}` : `${target.split('.')[0]} cannot be scheduled`,
      help:
        near === undefined
          ? 'write workloads.<key>, autoScalingGroups.<key> or nodeGroups.<key>'
          : `did you mean "${near}"?`,
    });
  }),
});
