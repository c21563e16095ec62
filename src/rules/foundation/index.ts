import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { kubernetesSupportEnds } from './kubernetes-support-ends.ts';
import { kubernetesVersionUnknown } from './kubernetes-version-unknown.ts';
import { regionUnknown } from './region-unknown.ts';

/** What is to be said of what exists before everything else. */
export const foundationRules: readonly Rule<Model>[] = [
  kubernetesSupportEnds,
  kubernetesVersionUnknown,
  regionUnknown,
];
