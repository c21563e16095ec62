import type { Field } from '../../../compiler/language/field.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import { type ClusterAutoscaler, type ClusterAutoscalerSection, clusterAutoscalerField } from '../schema.ts';

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
    bad: [
      'clusterAutoscaler: {managedBy: elsewhere, expander: least-waste}',
      'clusterAutoscaler: {managedBy: elsewhere, resources: {requests: {memory: 1Gi}}, nodeSelector: {a: b}}',
    ],
  },
  check(autoscaler, report, { isWritten }) {
    if (autoscaler?.managedBy !== 'elsewhere') return;
    const { form } = clusterAutoscalerField;
    const fields = form.kind === 'section' ? Object.entries(form.fields) : [];
    const pathOf = (key: string) => ['clusterAutoscaler', key];
    const isIdle = ([key, field]: [string, Field]) =>
      !KEPT.has(key) &&
      isWrittenIn(field, autoscaler[key as keyof ClusterAutoscaler], pathOf(key), isWritten);
    const [first, ...others] = fields.filter(isIdle).map(([key]) => key);
    if (first === undefined) return;
    // Whoever writes ten settings has misunderstood one word.
    report({
      at: pathOf(first),
      on: 'key',
      message: `${[first, ...others].join(', ')} ${others.length === 0 ? 'has' : 'have'} no effect while Cluster Autoscaler is managed elsewhere`,
      help: `remove ${others.length === 0 ? 'it here and set it' : 'them here and set them'} there, or let managedBy be elastiform`,
      suggestions: [first, ...others].map((key) => removal(pathOf(key))),
      related: others.map((key) => ({
        message: 'no effect either',
        at: { path: pathOf(key), on: 'key' as const },
      })),
    });
  },
});

/** Sections and maps have no origin of their own, only what is in them. */
function isWrittenIn(
  { form }: Field,
  value: unknown,
  path: SpecPath,
  isWritten: (path: SpecPath) => boolean,
): boolean {
  // The maps of this section are there when somebody wrote them.
  if (form.kind === 'map') return value !== undefined;
  if (form.kind !== 'section') return isWritten(path);
  return Object.entries(form.fields).some(([key, field]) =>
    isWrittenIn(field, undefined, [...path, key], isWritten),
  );
}
