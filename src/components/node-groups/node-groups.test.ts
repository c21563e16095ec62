import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { testRuleExamples } from '../testing/rule-examples.ts';
import { nodeGroups } from './index.ts';

testRuleExamples(nodeGroups);

/** The generated file of one group, its keys in YAML's flow style; `top` goes before it. */
async function compile(
  keys = '',
  { types = 'm6i.large', size = '{min: 2, max: 6}', top = '', file = 'eks-autoscaling.tf' } = {},
): Promise<string> {
  const item = `instanceTypes: [${types}], size: ${size}${keys === '' ? '' : `, ${keys}`}`;
  const { diagnostics, files } = await compileExample(
    [nodeGroups],
    `${top}\nnodeGroups: {workers: {${item}}}`,
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return files.get(file) ?? '';
}

function nameIn(text: string): string {
  return /node_group_name = "([^"]+)"/.exec(text)?.[1] ?? '';
}

describe('the node group', () => {
  it('is what the guide asks for', async () => {
    const text = await compile(
      'capacity: spot, labels: {workload: x}, taints: {capacity: {value: spot, effect: NoSchedule}}',
      {
        types: 't3.large, m5.large, m5a.large',
        size: '{min: 1, max: 10, initial: 3}',
      },
    );
    const name = nameIn(text);
    expect(name).toMatch(/^workers-[0-9a-f]{6}$/);
    expect(text).toContain(`resource "aws_eks_node_group" "workers" {
  cluster_name    = data.aws_eks_cluster.main.name
  node_group_name = "${name}"
  node_role_arn   = data.aws_iam_role.node.arn
  subnet_ids      = local.private_subnet_ids
  capacity_type   = "SPOT"
  ami_type        = "AL2023_x86_64_STANDARD"
  instance_types  = ["m5.large", "m5a.large", "t3.large"]
  labels          = { workload = "x" }

  scaling_config {
    min_size     = 1
    max_size     = 10
    desired_size = 3
  }

  launch_template {
    id      = aws_launch_template.workers__node_group.id
    version = aws_launch_template.workers__node_group.latest_version
  }

  taint {
    key    = "capacity"
    value  = "spot"
    effect = "NO_SCHEDULE"
  }

  update_config {
    max_unavailable_percentage = 33
  }

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [scaling_config[0].desired_size]
  }
}
`);
  });

  it('ignores nothing that Terraform owns', async () => {
    const text = await compile('', { size: '{min: 2, max: 2, owner: terraform}' });
    expect(text).not.toContain('ignore_changes');
    expect(text).toContain('desired_size: every apply resets it');
  });

  it('spells taints as EKS does, with and without a value', async () => {
    const text = await compile('taints: {a: {effect: PreferNoSchedule}, b: {value: c, effect: NoExecute}}');
    expect(text).toContain(`  taint {
    key    = "a"
    effect = "PREFER_NO_SCHEDULE"
  }

  taint {
    key    = "b"
    value  = "c"
    effect = "NO_EXECUTE"
  }
`);
  });

  it('updates as many nodes at once as the spec says', async () => {
    expect(await compile('updateConfig: {maxUnavailable: 2}')).toContain(`  update_config {
    max_unavailable = 2
  }
`);
    const half = await compile('updateConfig: {maxUnavailablePercentage: 50%}');
    expect(half).toContain('max_unavailable_percentage = 50');
  });

  it('pins versions only when the spec does', async () => {
    expect(await compile()).not.toMatch(/^ {2}(version|release_version) /m);
    const pinned = await compile('kubernetesVersion: "1.33", releaseVersion: 1.33.4-20251112');
    expect(pinned).toMatch(/^ {2}version += {1,2}"1\.33"$/m);
    expect(pinned).toMatch(/^ {2}release_version += "1\.33\.4-20251112"$/m);
  });

  it.each([
    ['m6g.large', 'AL2023_ARM_64_STANDARD'],
    ['c7gn.large, c7gd.large', 'AL2023_ARM_64_STANDARD'],
    ['g4dn.xlarge', 'AL2023_x86_64_STANDARD'],
  ])('runs the image for %s', async (types, amiType) => {
    expect(await compile('', { types })).toContain(`"${amiType}"`);
  });
});

describe('the name', () => {
  const base = {};
  it.each([
    ['instance types', '', { types: 'm5.large' }],
    ['capacity', 'capacity: spot', base],
    ['image type', 'amiType: BOTTLEROCKET_x86_64', base],
    ['launch template', 'launchTemplate: false', base],
    ['subnets', '', { top: 'foundation: {subnets: [dapp-prod-private-a, dapp-prod-private-b]}' }],
    ['role', '', { top: 'foundation: {nodeRole: other}' }],
  ])('changes with the %s, which force a replacement', async (_what, keys, options) => {
    expect(nameIn(await compile(keys, options))).not.toBe(nameIn(await compile()));
  });

  it('changes with the disk size of a group without launch template', async () => {
    const [small, large] = await Promise.all(
      ['20GiB', '40GiB'].map((size) => compile(`launchTemplate: false, diskSize: ${size}`)),
    );
    expect(nameIn(small!)).not.toBe(nameIn(large!));
    expect(large).toContain('disk_size       = 40');
  });

  it.each([
    ['order of the types', '', { types: 'm5.large, m6i.large' }, { types: 'm6i.large, m5.large' }],
    ['size', '', {}, { size: '{min: 3, max: 9}' }],
    ['labels', 'labels: {a: b}', {}, {}],
    ['volume', 'launchTemplate: {volume: {size: 80GiB}}', {}, {}],
    ['updates', 'kubernetesVersion: "1.32"', {}, {}],
  ])('does not change with the %s', async (_what, keys, before, after) => {
    expect(nameIn(await compile(keys, after))).toBe(nameIn(await compile('', before)));
  });

  it('is the same for ever, for it is a contract', async () => {
    expect(nameIn(await compile())).toBe('workers-f136c8');
  });

  it('is exact where the spec says so, and for an adopted group', async () => {
    expect(nameIn(await compile('nameSuffix: none'))).toBe('workers');
    const adopted = await compile('adopt: true, launchTemplate: false, name: old-nodes');
    expect(nameIn(adopted)).toBe('old-nodes');
    expect(adopted).toContain(`import {
  to = aws_eks_node_group.workers
  id = "dapp-prod:old-nodes"
}
`);
  });

  it('can carry the hash although the group is adopted', async () => {
    const text = await compile('adopt: {id: "dapp-prod:x"}, launchTemplate: false, nameSuffix: hash');
    expect(nameIn(text)).toMatch(/^workers-/);
    expect(text).toContain('id = "dapp-prod:x"');
  });
});

describe('the launch template', () => {
  it('has IMDSv2 only, an encrypted volume and tags, and leaves the rest to EKS', async () => {
    const text = await compile(
      'launchTemplate: {volume: {size: 80GiB, throughput: 250}, metadataHopLimit: 2}',
    );
    expect(text).toContain(`resource "aws_launch_template" "workers__node_group" {
  name                   = "dapp-prod-workers-node-group"
  update_default_version = true

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 2
    instance_metadata_tags      = "disabled"
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size           = 80
      volume_type           = "gp3"
      throughput            = 250
      encrypted             = "true"
      delete_on_termination = "true"
    }
  }

  tag_specifications {
    resource_type = "instance"
    tags          = local.workers__node_tags
  }
`);
  });

  it('encrypts the data volume of Bottlerocket', async () => {
    expect(await compile('amiType: BOTTLEROCKET_x86_64')).toContain('device_name = "/dev/xvdb"');
  });

  it('can be left out', async () => {
    expect(await compile('launchTemplate: false')).not.toContain('launch_template');
  });
});

describe('the hints for Cluster Autoscaler', () => {
  it('are tags of the group that EKS makes', async () => {
    const text = await compile(
      'labels: {example.com/team: a}, taints: {dedicated: {value: x, effect: NoSchedule}}, autoscalingOptions: {scaleDownUnneededTime: 30m}',
      { size: '{min: 0, max: 6}' },
    );
    expect(text).toContain(`  workers__autoscaler_tags = {
    "k8s.io/cluster-autoscaler/node-template/label/example.com/team"                    = "a"
    "k8s.io/cluster-autoscaler/node-template/taint/dedicated"                           = "x:NoSchedule"
    "k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage"               = "44Gi"
    "k8s.io/cluster-autoscaler/node-template/autoscaling-options/scaledownunneededtime" = "1800s"
  }
`);
    expect(text).toContain(`resource "aws_autoscaling_group_tag" "workers" {
  for_each               = local.workers__autoscaler_tags
  autoscaling_group_name = aws_eks_node_group.workers.resources[0].autoscaling_groups[0].name

  tag {
    key                 = each.key
    value               = each.value
    propagate_at_launch = false
  }
}
`);
  });

  it('are absent where there is nothing to say', async () => {
    expect(await compile('launchTemplate: false')).not.toContain('aws_autoscaling_group_tag');
  });
});

it('moves everything when the key is renamed', async () => {
  const text = await compile('previousName: old, name: old');
  for (const [from, to] of [
    ['aws_launch_template.old__node_group', 'aws_launch_template.workers__node_group'],
    ['aws_eks_node_group.old', 'aws_eks_node_group.workers'],
    ['aws_autoscaling_group_tag.old', 'aws_autoscaling_group_tag.workers'],
  ]) {
    expect(text).toContain(`moved {\n  from = ${from}\n  to   = ${to}\n}\n`);
  }
});

it('says the names in the outputs', async () => {
  const text = await compile('', { file: 'outputs.tf' });
  expect(text).toContain('value       = aws_eks_node_group.workers.node_group_name');
  expect(text).toContain('value       = aws_eks_node_group.workers.resources[0].autoscaling_groups[0].name');
});
