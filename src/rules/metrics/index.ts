import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { kedaWithoutSelector } from './keda-without-selector.ts';
import { notServed } from './not-served.ts';
import { wrongApi } from './wrong-api.ts';

/** Whether something in the cluster answers for the metrics of the autoscalers. */
export const metricRules: readonly Rule<Model>[] = [wrongApi, notServed, kedaWithoutSelector];
