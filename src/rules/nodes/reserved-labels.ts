import { defineRule, eachItem } from '../../compiler/rules/rule.ts';
import { example, type NodeKind, type NodePool, type NodePools } from './node-pool.ts';

const RESERVED = ['kubernetes.io', 'k8s.io', 'eks.amazonaws.com'];

/**
 * What the kubelet may say about its own node all the same; EKS takes none of it.
 *
 * @source kubernetes, `--node-labels` of the kubelet; the same lists in kubernetes/website #24937
 */
const KUBELET_DOMAINS = ['kubelet.kubernetes.io', 'node.kubernetes.io'];
const KUBELET_LABELS: ReadonlySet<string> = new Set([
  'beta.kubernetes.io/arch',
  'beta.kubernetes.io/instance-type',
  'beta.kubernetes.io/os',
  'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone',
  'kubernetes.io/arch',
  'kubernetes.io/hostname',
  'kubernetes.io/os',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);

export const reservedLabels = (kind: NodeKind) =>
  defineRule<NodePools>({
    code: `${kind.theme}/reserved-label`,
    severity: 'error',
    summary: 'labels of nodes stay out of the domains of Kubernetes and EKS',
    why: 'the kubelet refuses to start with such a label and the node never joins; EKS refuses the node group',
    source:
      'terraform-aws-modules/terraform-aws-eks #3346; eksctl-io/eksctl #4007: "Label cannot contain reserved prefixes"',
    examples: {
      good: [
        example(kind, { more: 'labels: {team: a, example.com/team: b}' }),
        ...(kind.key === 'autoScalingGroups'
          ? [example(kind, { more: 'labels: {node.kubernetes.io/purpose: general}' })]
          : []),
      ],
      bad: [
        example(kind, { more: 'labels: {node-role.kubernetes.io/worker: "true"}' }),
        example(kind, { more: 'labels: {eks.amazonaws.com/team: a}' }),
        example(kind, { more: 'labels: {node-restriction.kubernetes.io/team: a}' }),
      ],
    },
    check: eachItem<NodePool>(kind.key, ({ labels }, at, report) => {
      for (const key of labels.keys()) {
        const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
        if (!isIn(domain, RESERVED)) continue;
        const isKubelets = isIn(domain, KUBELET_DOMAINS) || KUBELET_LABELS.has(key);
        if (kind.key === 'autoScalingGroups' && isKubelets) continue;
        report({
          at: at('labels', key),
          on: 'key',
          message: `the label ${key} is in the reserved domain ${domain}`,
          help: 'use a key without a domain, or a domain of your own',
        });
      }
    }),
  });

function isIn(domain: string, domains: readonly string[]): boolean {
  return domains.some((other) => domain === other || domain.endsWith(`.${other}`));
}
