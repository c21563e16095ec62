import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { testRuleExamples } from '../testing/rule-examples.ts';
import { clusterAutoscaler } from './index.ts';

testRuleExamples(clusterAutoscaler);

/** The generated files; `top` goes before the section. */
async function compile(
  keys = '',
  top = '',
  managedBy = 'elastiform',
): Promise<{ aws: string; kubernetes: string }> {
  const { diagnostics, files } = await compileExample(
    [clusterAutoscaler],
    `${top}\nclusterAutoscaler: {managedBy: ${managedBy}, ${keys}}`,
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return {
    aws: files.get('cluster-autoscaler.tf') ?? '',
    kubernetes: files.get('kubernetes/cluster-autoscaler.tf') ?? '',
  };
}

describe('the Deployment', () => {
  it('is in the version of the cluster', async () => {
    const image = async (version: string) =>
      /image += "([^"]+)"/.exec(
        (await compile('', `foundation: {kubernetesVersion: "${version}"}`)).kubernetes,
      )?.[1];
    expect(await image('1.33')).toBe('registry.k8s.io/autoscaling/cluster-autoscaler:v1.33.6');
    expect(await image('1.35')).toBe('registry.k8s.io/autoscaling/cluster-autoscaler:v1.35.2');
    // Newer than the catalog: its first release, with a warning.
    expect(await image('1.99')).toBe('registry.k8s.io/autoscaling/cluster-autoscaler:v1.99.0');
  });

  it('finds its groups by their tags, and says every setting', async () => {
    const { kubernetes } = await compile(
      'scanInterval: 20s, scaleDownUtilizationThreshold: 65.5%, scaleDownUnneededTime: 1h, expander: most-pods',
    );
    expect(kubernetes).toContain(`          args = [
            "--cloud-provider=aws",
            "--namespace=kube-system",
            "--node-group-auto-discovery=asg:tag=k8s.io/cluster-autoscaler/dapp-prod,k8s.io/cluster-autoscaler/enabled",
            "--expander=most-pods,least-waste",
            "--balance-similar-node-groups=true",
            "--scan-interval=20s",
            "--new-pod-scale-up-delay=0s",
            "--max-node-provision-time=900s",
            "--scale-down-utilization-threshold=0.655",
            "--scale-down-unneeded-time=3600s",
            "--scale-down-unready-time=1200s",
            "--scale-down-delay-after-add=600s",
            "--scale-down-delay-after-delete=0s",
            "--scale-down-delay-after-failure=180s",
            "--max-graceful-termination-sec=600",
            "--skip-nodes-with-system-pods=true",
            "--skip-nodes-with-local-storage=true",
            "--ignore-daemonsets-utilization=false",
            "--v=4",
          ]
`);
  });

  it('tells itself on its pods to leave their nodes alone, not on the Deployment as the guide does', async () => {
    const { kubernetes } = await compile();
    const deployment = kubernetes.slice(kubernetes.indexOf('"kubernetes_deployment_v1"'));
    const annotation = '"cluster-autoscaler.kubernetes.io/safe-to-evict" = "false"';
    expect(deployment.indexOf(annotation)).toBeGreaterThan(deployment.indexOf('template {'));
    expect(deployment.split(annotation)).toHaveLength(2);
    expect((await compile('safeToEvict: true')).kubernetes).toContain(annotation.replace('false', 'true'));
  });

  it('needs no cluster DNS, no disk and no root', async () => {
    const { kubernetes } = await compile();
    for (const line of [
      'dns_policy                      = "Default"',
      'priority_class_name             = "system-cluster-critical"',
      'run_as_user     = "65534"',
      'read_only_root_filesystem  = true',
      'drop = ["ALL"]',
      'path = "/health-check"',
    ]) {
      expect(kubernetes).toContain(line);
    }
  });

  it('has two pods and a budget where it matters', async () => {
    const prod = await compile();
    expect(prod.kubernetes).toContain('replicas = "2"');
    expect(prod.kubernetes).toContain('"kubernetes_pod_disruption_budget_v1"');
    const dev = await compile('', 'tier: dev');
    expect(dev.kubernetes).toContain('replicas = "1"');
    expect(dev.kubernetes).not.toContain('"kubernetes_pod_disruption_budget_v1"');
  });

  it('runs on the nodes that the spec names', async () => {
    const { kubernetes } = await compile(
      'nodeSelector: {workload: system}, tolerations: {dedicated: {value: system, effect: NoSchedule}, any: {}}',
    );
    expect(kubernetes).toContain('node_selector                   = { workload = "system" }');
    expect(kubernetes).toContain(`        toleration {
          key      = "any"
          operator = "Exists"
        }

        toleration {
          key      = "dedicated"
          operator = "Equal"
          value    = "system"
          effect   = "NoSchedule"
        }
`);
  });

  it('takes over what the guide has applied', async () => {
    const { kubernetes } = await compile('adopt: true');
    const imports = [...kubernetes.matchAll(/to = (\S+)\n {2}id = "([^"]+)"/g)].map(
      ([, to, id]) => `${to} ${id}`,
    );
    expect(imports).toEqual([
      'kubernetes_service_account_v1.eks__cluster_autoscaler kube-system/cluster-autoscaler',
      'kubernetes_cluster_role_v1.eks__cluster_autoscaler cluster-autoscaler',
      'kubernetes_cluster_role_binding_v1.eks__cluster_autoscaler cluster-autoscaler',
      'kubernetes_role_v1.eks__cluster_autoscaler kube-system/cluster-autoscaler',
      'kubernetes_role_binding_v1.eks__cluster_autoscaler kube-system/cluster-autoscaler',
      'kubernetes_deployment_v1.eks__cluster_autoscaler kube-system/cluster-autoscaler',
    ]);
  });

  it('is not there when somebody else deploys it', async () => {
    expect(await compile('', '', 'elsewhere')).toEqual({ aws: '', kubernetes: '' });
    const { files } = await compileExample([clusterAutoscaler], 'clusterAutoscaler: false');
    expect(files.has('cluster-autoscaler.tf')).toBe(false);
  });
});

describe('the permissions in the cluster', () => {
  const resources = async (version: string) => {
    const { kubernetes } = await compile(
      `version: "${version}"`,
      `foundation: {kubernetesVersion: "${version.slice(0, 4)}"}`,
    );
    const role = kubernetes.slice(
      kubernetes.indexOf('"kubernetes_cluster_role_v1"'),
      kubernetes.indexOf('"kubernetes_cluster_role_binding_v1"'),
    );
    return [...role.matchAll(/"(deviceclasses|deployments|resourcequotas)"/g)].map(([, name]) => name);
  };

  it('follow the version', async () => {
    expect(await resources('1.33.6')).toEqual([]);
    expect(await resources('1.34.5')).toEqual(['deviceclasses']);
    expect(await resources('1.35.2')).toEqual(['resourcequotas', 'deployments', 'deviceclasses']);
  });

  it('follow the image, where it says its version', async () => {
    const { kubernetes } = await compile('image: "mirror.example.com:5000/ca:v1.35.1"');
    expect(kubernetes).toContain('"deviceclasses"');
  });

  it('let it read priorities only where there are some', async () => {
    expect((await compile()).kubernetes).not.toContain('priority-expander');
    const { kubernetes } = await compile('expander: priority, priorities: {nodeGroups.spot: 20}');
    expect(kubernetes).toContain('resource_names = ["cluster-autoscaler-priority-expander"]');
    expect(kubernetes).toContain('verbs      = ["create", "list", "watch"]');
  });
});

describe('the role in AWS', () => {
  it('is for one ServiceAccount of one cluster', async () => {
    const { aws } = await compile('namespace: scaling, name: scaler');
    expect(aws).toContain('values   = [data.aws_eks_cluster.main.arn]');
    expect(aws).toContain('values   = ["scaling"]');
    expect(aws).toContain('values   = ["scaler"]');
    expect(aws).toContain(`resource "aws_eks_pod_identity_association" "eks__cluster_autoscaler" {
  cluster_name    = data.aws_eks_cluster.main.name
  namespace       = "scaling"
  service_account = "scaler"
  role_arn        = aws_iam_role.eks__cluster_autoscaler.arn
}
`);
  });

  it('is for the OIDC provider of the cluster with irsa', async () => {
    const { aws, kubernetes } = await compile('identity: irsa, roleName: autoscaler');
    expect(aws).not.toContain('pod_identity');
    expect(aws).toContain('actions = ["sts:AssumeRoleWithWebIdentity"]');
    expect(aws).toContain('values   = ["sts.amazonaws.com"]');
    expect(aws).toContain('values   = ["system:serviceaccount:kube-system:cluster-autoscaler"]');
    expect(kubernetes).toContain(
      '"eks.amazonaws.com/role-arn" = data.aws_iam_role.eks__cluster_autoscaler.arn',
    );
  });

  it('has a name that fits, however long that of the cluster is', async () => {
    const { aws } = await compile('', `foundation: {cluster: ${'a'.repeat(100)}}`);
    const name = /resource "aws_iam_role" "eks__cluster_autoscaler" \{\n {2}name +\S+ "([^"]+)"/.exec(
      aws,
    )?.[1];
    expect(name).toMatch(/^a+-[0-9a-f]{8}-cluster-autoscaler$/);
    expect(name).toHaveLength(64);
  });

  it('brings the agent along where nobody else has', async () => {
    expect((await compile()).aws).not.toContain('aws_eks_addon');
    expect((await compile('podIdentityAgent: managed')).aws).toContain(`{
  cluster_name                = data.aws_eks_cluster.main.name
  addon_name                  = "eks-pod-identity-agent"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"
  preserve                    = true
}`);
  });
});
