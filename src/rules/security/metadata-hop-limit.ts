import { defineRule, eachItem } from '../../compiler/rules/rule.ts';

/** One of the two kinds of groups of nodes, and where its items have the key. */
export interface MetadataPlace {
  readonly key: 'autoScalingGroups' | 'nodeGroups';
  /** The first part of the code. */
  readonly theme: 'auto-scaling-groups' | 'node-groups';
  /** Of the section that has `metadataHopLimit`, inside the item. */
  readonly path: readonly string[];
  /** An item in YAML's flow style without its closing brace. */
  readonly example: string;
}

interface Nodes {
  readonly metadataHopLimit?: number;
  readonly launchTemplate?: { readonly metadataHopLimit: number } | undefined;
}

/** The rule for one kind; both have it because both make launch templates. */
export const metadataHopLimit = ({ key, theme, path, example }: MetadataPlace) =>
  defineRule<ReadonlyMap<string, Nodes>>({
    code: `${theme}/metadata-hop-limit`,
    severity: 'warning',
    summary: 'answers of the metadata service do not reach pods',
    why: 'with two hops every pod can borrow the role of the node, and with it what all pods of the node together may do',
    source:
      'CKV_AWS_341 (bridgecrewio/checkov@1a7a569, LaunchTemplateMetadataHop.py); EKS best practices, restrict access to the instance profile (cloudposse/terraform-aws-eks-node-group #62 quotes it; read 2026-11-27)',
    examples: {
      good: [spec(key, example, path, 1), `${key}: {workers: {${example}}}`],
      bad: [spec(key, example, path, 2), `tier: dev\n${spec(key, example, path, 3)}`],
    },
    check: eachItem<Nodes>(key, (nodes, at, report) => {
      const limit = nodes.metadataHopLimit ?? nodes.launchTemplate?.metadataHopLimit ?? 1;
      if (limit <= 1) return;
      report({
        at: at(...path, 'metadataHopLimit'),
        message: `metadataHopLimit is ${limit}: pods reach the metadata service of their node`,
        help: 'give the pods a role of their own (pod identity or IRSA) and take the line away; until then accept it by an exception',
        suggestions: [{ message: 'the node alone', replacement: '1' }],
      });
    }),
  });

function spec(key: string, example: string, path: readonly string[], limit: number): string {
  const value = path.reduceRight((inner, name) => `${name}: {${inner}}`, `metadataHopLimit: ${limit}`);
  return `${key}: {workers: {${example}, ${value}}}`;
}
