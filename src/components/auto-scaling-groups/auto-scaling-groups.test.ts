import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { testRuleExamples } from '../testing/rule-examples.ts';
import { autoScalingGroups } from './index.ts';

testRuleExamples(autoScalingGroups);

const WORKERS = 'ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 3, max: 10}';

/** The generated file of one group with further keys in YAML's flow style; `top` goes before it. */
async function compile(keys = '', top = ''): Promise<string> {
  const item = keys === '' ? WORKERS : `${WORKERS}, ${keys}`;
  return compileYaml(`${top}\nautoScalingGroups: {workers: {${item}}}`);
}

async function compileYaml(yaml: string, file = 'eks-autoscaling.tf'): Promise<string> {
  const { diagnostics, files } = await compileExample([autoScalingGroups], yaml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return files.get(file) ?? '';
}

/** A `tag` block as it is written. */
function tag(key: string, value: string): string {
  return `  tag {
    key                 = "${key}"
    value               = "${value}"
    propagate_at_launch = true
  }
`;
}

describe('the launch template', () => {
  it('tells the node which cluster to join, by references', async () => {
    expect(await compile()).toContain(`  workers__user_data = <<-EOT
    apiVersion: node.eks.aws/v1alpha1
    kind: NodeConfig
    spec:
      cluster:
        name: \${data.aws_eks_cluster.main.name}
        apiServerEndpoint: \${data.aws_eks_cluster.main.endpoint}
        certificateAuthority: \${data.aws_eks_cluster.main.certificate_authority[0].data}
        cidr: \${data.aws_eks_cluster.main.kubernetes_network_config[0].service_ipv4_cidr}
  EOT
`);
    expect(await compile()).toContain('= base64encode(local.workers__user_data)');
  });

  it('gives labels, taints and the number of pods to the kubelet', async () => {
    const keys =
      'labels: {workload: batch, example.com/team: a}, maxPods: 58, taints: {dedicated: {value: batch, effect: NoExecute}, bare: {effect: PreferNoSchedule}}';
    expect(await compile(keys)).toContain(`      kubelet:
        config:
          maxPods: 58
        flags:
          - "--node-labels=example.com/team=a,workload=batch"
          - "--register-with-taints=bare=:PreferNoSchedule,dedicated=batch:NoExecute"
  EOT
`);
  });

  it('has IMDSv2 only, an encrypted volume and no public address', async () => {
    const text = await compile();
    expect(text).toContain(`  network_interfaces {
    device_index                = 0
    associate_public_ip_address = "false"
    security_groups             = [data.aws_security_group.nodes.id]
    delete_on_termination       = "true"
  }

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    instance_metadata_tags      = "disabled"
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size           = 50
      volume_type           = "gp3"
      encrypted             = "true"
      delete_on_termination = "true"
    }
  }
`);
  });

  it('takes the volume, the hops and the security groups from the spec', async () => {
    const key = 'arn:aws:kms:us-east-1:123456789012:key/1234abcd';
    const text = await compile(
      `volume: {size: 100GiB, iops: 4000, throughput: 500, kmsKeyId: "${key}"}, metadataHopLimit: 2, securityGroups: [redis, nodes]`,
    );
    expect(text).toContain(`      volume_size           = 100
      volume_type           = "gp3"
      iops                  = 4000
      throughput            = 500
      encrypted             = "true"
      kms_key_id            = "${key}"
      delete_on_termination = "true"
`);
    expect(text).toContain('http_put_response_hop_limit = 2');
    expect(text).toContain('= [data.aws_security_group.nodes.id, data.aws_security_group.redis.id]');
  });

  it('tags instances, volumes and network interfaces with the tags of the environment', async () => {
    const text = await compile('', 'aws: {tags: {Platform: blockchain-dapp}}');
    expect(text).toContain(`  workers__tags = {
    Name        = "workers"
    Environment = "prod"
    ManagedBy   = "elastiform"
    Platform    = "blockchain-dapp"
  }
`);
    expect(text.match(/tags {10}= local\.workers__tags/g)).toHaveLength(3);
  });
});

describe('the group', () => {
  it('leaves the number of nodes to Cluster Autoscaler', async () => {
    const text = await compile();
    expect(text).toContain(`  min_size                  = 3
  max_size                  = 10
  desired_capacity          = 3
  vpc_zone_identifier       = local.private_subnet_ids
  capacity_rebalance        = true
  health_check_type         = "EC2"
  health_check_grace_period = 300
  default_instance_warmup   = 120
  suspended_processes       = ["AZRebalance"]
  metrics_granularity       = "1Minute"

  enabled_metrics = [
    "GroupDesiredCapacity",
    "GroupInServiceInstances",
    "GroupMaxSize",
    "GroupMinSize",
  ]

  wait_for_capacity_timeout = "0"
`);
    expect(text).toContain('ignore_changes = [desired_capacity]\n');
    expect(text).toContain(tag('k8s.io/cluster-autoscaler/dapp-prod', 'owned'));
    expect(text).toContain(tag('k8s.io/cluster-autoscaler/enabled', 'true'));
  });

  it('ignores nothing that Terraform owns, and hides from auto-discovery', async () => {
    const yaml =
      'autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 4, initial: 3, owner: terraform}}}';
    const text = await compileYaml(yaml);
    expect(text).toContain('desired_capacity          = 3');
    expect(text).not.toContain('ignore_changes');
    expect(text).not.toContain('suspended_processes');
    expect(text).not.toContain('k8s.io/cluster-autoscaler/enabled');
    expect(text).not.toContain('k8s.io/cluster-autoscaler/dapp-prod');
  });

  it('tells Cluster Autoscaler what a new node will be like', async () => {
    const text = await compile(
      'labels: {example.com/team: a}, taints: {dedicated: {value: batch, effect: NoExecute}, bare: {effect: NoSchedule}}, maxPods: 58, autoscalingOptions: {scaleDownUtilizationThreshold: 7.1%, scaleDownUnneededTime: 20m, scaleDownUnreadyTime: 1h}',
    );
    const template = 'k8s.io/cluster-autoscaler/node-template';
    expect(text).toContain(
      [
        tag(`${template}/label/example.com/team`, 'a'),
        tag(`${template}/taint/bare`, ':NoSchedule'),
        tag(`${template}/taint/dedicated`, 'batch:NoExecute'),
        tag(`${template}/resources/ephemeral-storage`, '44Gi'),
        tag(`${template}/resources/pods`, '58'),
        tag(`${template}/autoscaling-options/scaledownutilizationthreshold`, '0.071'),
        tag(`${template}/autoscaling-options/scaledownunneededtime`, '1200s'),
        tag(`${template}/autoscaling-options/scaledownunreadytime`, '3600s'),
        tag('Environment', 'prod'),
      ].join('\n'),
    );
  });

  it('lets our tags win over those of the environment, so that no key comes twice', async () => {
    const text = await compile('', 'aws: {tags: {Name: other, k8s.io/cluster-autoscaler/enabled: "false"}}');
    expect(text.match(/key {17}= "Name"/g)).toHaveLength(1);
    expect(text).not.toContain('other');
    expect(text).toContain(tag('k8s.io/cluster-autoscaler/enabled', 'true'));
  });

  it('replaces its nodes step by step when the launch template changes', async () => {
    expect(await compile()).toContain(`  instance_refresh {
    strategy = "Rolling"

    preferences {
      min_healthy_percentage = 90
      instance_warmup        = "120"
      skip_matching          = true
    }
  }
`);
    const slower = await compile('defaultInstanceWarmup: 5m, instanceRefresh: {minHealthyPercentage: 50%}');
    expect(slower).toContain(`      min_healthy_percentage = 50
      instance_warmup        = "300"
`);
    expect(await compile('instanceRefresh: {instanceWarmup: 1m}')).toContain('instance_warmup        = "60"');
    expect(await compile('instanceRefresh: false')).not.toContain('instance_refresh');
  });

  it('takes the rest of its behaviour from the spec', async () => {
    const text = await compile(
      'capacityRebalance: false, healthCheckGracePeriod: 2m, maxInstanceLifetime: 30d, suspendedProcesses: [Terminate, AlarmNotification]',
    );
    expect(text).toContain(`  capacity_rebalance        = false
  health_check_type         = "EC2"
  health_check_grace_period = 120
  default_instance_warmup   = 120
  max_instance_lifetime     = 2592000
  suspended_processes       = ["AlarmNotification", "Terminate"]
`);
  });

  it('asks for two subnets, except in dev', async () => {
    const condition = 'condition     = length(distinct(local.private_subnet_ids)) >= 2';
    expect(await compile()).toContain(condition);
    expect(await compile('', 'tier: staging')).toContain(condition);
    expect(await compile('', 'tier: dev')).not.toContain('precondition');
  });
});

describe('mixed instances', () => {
  const item = (types: string, keys = '') =>
    `autoScalingGroups: {workers: {ami: ami-0123456789abcdef0, size: {min: 1, max: 3}, instanceTypes: [${types}]${keys}}}`;

  it('are all on-demand when several types are named', async () => {
    const text = await compileYaml(item('m6i.large, m5.large'));
    expect(text).toContain(`  mixed_instances_policy {
    instances_distribution {
      on_demand_base_capacity                  = 0
      on_demand_percentage_above_base_capacity = 100
      on_demand_allocation_strategy            = "lowest-price"
      spot_allocation_strategy                 = "price-capacity-optimized"
    }

    launch_template {
      launch_template_specification {
        launch_template_id = aws_launch_template.workers.id
        version            = aws_launch_template.workers.latest_version
      }

      override {
        instance_type = "m5.large"
      }

      override {
        instance_type = "m6i.large"
      }
    }
  }
`);
    expect(text).not.toMatch(/\n {2}launch_template \{/);
  });

  it('are all spot for spot capacity', async () => {
    const text = await compileYaml(item('m6i.large', ', capacity: spot'));
    expect(text).toContain('on_demand_percentage_above_base_capacity = 0');
  });

  it('are mixed as the spec says', async () => {
    const mixed =
      ', mixedInstances: {onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 25%, spotAllocationStrategy: lowest-price}';
    expect(
      await compileYaml(item('m6i.large', mixed)),
    ).toContain(`      on_demand_base_capacity                  = 1
      on_demand_percentage_above_base_capacity = 25
      on_demand_allocation_strategy            = "lowest-price"
      spot_allocation_strategy                 = "lowest-price"
`);
  });

  it('do not depend on the order of the types', async () => {
    expect(await compileYaml(item('m6i.large, m5.large'))).toBe(
      await compileYaml(item('m5.large, m6i.large')),
    );
  });
});

describe('what exists already', () => {
  it('is imported by its name, or by the id that the spec gives', async () => {
    const block = (id: string) => `import {
  to = aws_autoscaling_group.workers
  id = "${id}"
}
`;
    expect(await compile('name: nodes-2019, adopt: true')).toContain(block('nodes-2019'));
    expect(await compile('adopt: {id: old}')).toContain(block('old'));
  });

  it('moves with its launch template when the key is renamed', async () => {
    const text = await compile('previousName: old, name: old');
    for (const type of ['aws_launch_template', 'aws_autoscaling_group']) {
      expect(text).toContain(`moved {
  from = ${type}.old
  to   = ${type}.workers
}
`);
    }
    expect(text).toContain('name                   = "dapp-prod-old"');
  });

  it('is named in the outputs', async () => {
    const text = await compileYaml(`autoScalingGroups: {workers: {${WORKERS}}}`, 'outputs.tf');
    expect(text).toContain(`output "workers__auto_scaling_group" {
  description = "Name of the Auto Scaling group workers."
  value       = aws_autoscaling_group.workers.name
}
`);
  });
});

describe('one edit', () => {
  it.each([
    ['size: {min: 3,', 'size: {min: 4,'],
    ['name: a-name', 'name: b-name'],
    ['[m6i.large]', '[m5.large]'],
    ['0123456789abcdef0', '0123456789abcdef1'],
    ['labels: {a: b}', 'labels: {a: c}'],
    ['size: 50GiB', 'size: 60GiB'],
  ])('of %s changes at most three lines', async (from, to) => {
    const spec = `autoScalingGroups: {workers: {${WORKERS}, name: a-name, labels: {a: b}, volume: {size: 50GiB}}}`;
    expect(spec).toContain(from);
    const before = (await compileYaml(spec)).split('\n');
    const after = (await compileYaml(spec.replace(from, to))).split('\n');
    expect(after).toHaveLength(before.length);
    const changed = after.filter((line, index) => line !== before[index]);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(3);
  });
});
