import { builtInCatalog } from '../../catalog/catalog.ts';
import { compileSpec, type Knowledge, knowledgeOf } from '../../compiler/compile.ts';
import type { Component } from '../../compiler/component.ts';
import type { Diagnostic } from '../../compiler/diagnostic.ts';
import type { Rule } from '../../compiler/rules/rule.ts';
import { synthesize } from '../../terraform/synthesize.ts';

/** A small environment that is right in everything; examples are laid over it. */
const BASE = `
apiVersion: elastiform/v1
tier: prod
aws: {region: us-east-1, accountId: "123456789012", state: {bucket: dapp-terraform-state}}
foundation:
  cluster: dapp-prod
  kubernetesVersion: "1.35"
  vpc: {name: dapp-prod}
  subnets: [dapp-prod-private-a, dapp-prod-private-b, dapp-prod-private-c]
  nodeRole: dapp-prod-node
  securityGroups: {nodes: dapp-prod-nodes, postgres: dapp-prod-postgres, redis: dapp-prod-redis}
`;

/** What kinds need so that examples about other things are left in peace: somebody is told of alarms, … */
const IN_PEACE: Readonly<Record<string, string>> = {
  alarms: 'alarms: {notify: ["arn:aws:sns:us-east-1:123456789012:oncall"], containerInsights: false}\n',
  clusterAutoscaler: 'clusterAutoscaler: {managedBy: elsewhere}\n',
};

/** What examples are laid over, in the presence of some kinds. */
export function exampleBase(components: readonly Component[]): string {
  return BASE + components.map(({ key }) => IN_PEACE[key] ?? '').join('');
}

/** Today, for tests: the day on which they were written. */
const TODAY = '2026-11-25';

/**
 * Compiles a piece of a spec, in YAML, laid over a small valid one.
 *
 * @returns all findings, and the files in HCL when there is no error
 */
export async function compileExample(
  components: readonly Component[],
  yaml: string,
  format: 'hcl' | 'json' = 'hcl',
  rules: readonly Rule<never>[] = [],
): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly files: ReadonlyMap<string, string> }> {
  const { value, diagnostics } = lintExample(components, yaml, rules);
  const isWrong = diagnostics.some(({ severity }) => severity === 'error');
  if (isWrong || !value) return { diagnostics, files: new Map() };
  return { diagnostics, files: await synthesize(value, components, format) };
}

/** The same without the files, which take longer than all rules together. */
export function lintExample(
  components: readonly Component[],
  yaml: string,
  rules: readonly Rule<never>[],
): ReturnType<typeof compileSpec> {
  const child = `extends: ./base.yaml\nenvironment: prod\n${yaml}`;
  const texts = new Map([
    ['specs/prod.yaml', child],
    ['specs/base.yaml', exampleBase(components)],
  ]);
  const files = {
    read: (path: string) => {
      const text = texts.get(path);
      return text === undefined ? { problem: 'missing' as const, detail: '' } : { text };
    },
  };
  return compileSpec('specs/prod.yaml', files, knowledgeFor(components, rules), { today: TODAY });
}

// The validator of a language is compiled once, which takes longer than all the examples of a component.
const known = new Map<string, Knowledge>();

function knowledgeFor(components: readonly Component[], rules: readonly Rule<never>[]): Knowledge {
  const name = [...components.map(({ key }) => key), ...rules.map(({ code }) => code)].join(' ');
  const knowledge = known.get(name) ?? knowledgeOf(components, rules, builtInCatalog);
  known.set(name, knowledge);
  return knowledge;
}
