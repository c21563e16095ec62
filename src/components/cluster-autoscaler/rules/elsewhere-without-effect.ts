import { defineRule } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { type ClusterAutoscalerSection, clusterAutoscalerField } from '../schema.ts';

/** What is compared with the cluster, wherever it runs. */
const KEPT = new Set(['managedBy', 'version', 'image']);

export const elsewhereWithoutEffect = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/elsewhere-without-effect',
  severity: 'warning',
  summary: 'a Cluster Autoscaler that is deployed elsewhere has no settings here',
  why: 'nothing is generated for it, so that a setting would be read as a fact and change nothing',
  source: 'by design: every key of a spec has an effect',
  examples: {
    good: ['clusterAutoscaler: {managedBy: elsewhere, version: "1.35.6"}'],
    bad: ['clusterAutoscaler: {managedBy: elsewhere, expander: least-waste}'],
  },
  check(autoscaler, report, { isWritten }) {
    if (autoscaler?.managedBy !== 'elsewhere') return;
    const { form } = clusterAutoscalerField;
    const keys = form.kind === 'section' ? Object.keys(form.fields) : [];
    for (const key of keys) {
      const at = ['clusterAutoscaler', key];
      if (KEPT.has(key) || !isWritten(at)) continue;
      report({
        at,
        on: 'key',
        message: `${key} has no effect while Cluster Autoscaler is managed elsewhere`,
        help: 'remove it here and set it there, or let managedBy be elastiform',
        suggestions: [removal(at)],
      });
    }
  },
});
