import { access } from 'node:fs/promises';
import { afterAll, beforeAll, it } from 'vitest';
import { type Move, moveBehindTheBack } from './behind-the-back.ts';
import { type AwsCall, callAws } from './call-aws.ts';
import { describeFullE2e } from './describe-e2e.ts';
import { applyFixture } from './fixture.ts';
import { createLegacyProduction } from './legacy.ts';
import { type MockAws, startMockAws } from './mock-aws.ts';
import { QuirkLedger } from './mock-quirks.ts';
import { formatPlan } from './plan-summary.ts';
import { planAgain } from './second-plan.ts';
import { TerraformRoot } from './terraform.ts';

// Idle, the longest takes 40 s; but every start of the provider costs 4 s of a core, and others have the cores too.
const timeout = 600_000;

// The roots of this file run at the same time: most of the time of each is waiting.
describeFullE2e('Terraform on the mock AWS', (tools) => {
  let mock: MockAws;
  const roots: TerraformRoot[] = [];

  beforeAll(async () => {
    mock = await startMockAws(tools());
  }, timeout);

  afterAll(async () => {
    await Promise.all(roots.map((root) => root.remove()));
    await mock?.stop();
  });

  async function rootOf(text: string): Promise<TerraformRoot> {
    const root = await TerraformRoot.initialised({
      tools: tools(),
      mock,
      files: new Map([['main.tf', text]]),
    });
    roots.push(root);
    return root;
  }

  it.concurrent('has the fixture, and nothing to change on it', { timeout }, async ({ expect }) => {
    const fixture = await applyFixture(tools(), mock, 'prod');
    roots.push(fixture);
    expect(await fixture.output()).toMatchObject({
      cluster_name: 'dapp-prod',
      frontend_bucket: 'dapp-prod-frontend',
      private_subnet_ids: { a: expect.stringMatching(/^subnet-/) },
    });

    const { launchTemplateId } = await createLegacyProduction(mock, fixture);
    expect(launchTemplateId).toMatch(/^lt-/);
    await moveBehindTheBack(mock, autoscalersAtNight);
    const [groups, nodeGroup, instances, caches] = await callAws(mock, questions);
    expect(groups).toMatchObject({ AutoScalingGroups: [{ DesiredCapacity: 5 }] });
    expect(nodeGroup).toMatchObject({ nodegroup: { scalingConfig: { desiredSize: 2 } } });
    expect(instances).toMatchObject({ DBInstances: [{ AllocatedStorage: 140 }] });
    const shards = [{ NodeGroupMembers: { length: 3 } }, {}, {}, {}];
    expect(caches).toMatchObject({ ReplicationGroups: [{ NodeGroups: shards }] });

    expect(await planAgain(fixture, new QuirkLedger())).toBe('');
  });

  it.concurrent('takes a root from nothing to nothing', { timeout }, async ({ expect }) => {
    const root = await rootOf(nodesAndTopic('dapp-alarms'));
    expect(await root.fmtCheck()).toEqual([]);
    const first = await root.plan();
    expect(first.hasChanges).toBe(true);
    expect(formatPlan(await first.json())).toBe(`\
create aws_autoscaling_group.nodes
create aws_launch_template.nodes
create aws_sns_topic.alarms
`);
    await root.apply(first);
    expect((await root.plan()).hasChanges).toBe(false);
    expect(await root.stateList()).toContain('aws_sns_topic.alarms');

    await moveBehindTheBack(mock, [{ kind: 'group-size', group: 'harness', max: 9 }]);
    await root.replaceFiles(new Map([['main.tf', nodesAndTopic('dapp-alarms-2')]]));
    expect(formatPlan(await (await root.plan()).json())).toBe(`\
update aws_autoscaling_group.nodes
  max_size
replace aws_sns_topic.alarms
  name (forces replacement)
`);
    await root.destroy();
    expect(await root.stateList()).toEqual([]);
  });

  it.concurrent('says which account it refuses', { timeout }, async ({ expect }) => {
    const root = await rootOf(topic('dapp-elsewhere', '\n  allowed_account_ids = ["999999999999"]\n'));
    await expect(root.plan()).rejects.toThrow(/AWS account ID not allowed: 123456789012/);
    const [answer] = await callAws(mock, [{ service: 'sns', operation: 'list_topics', arguments: {} }]);
    expect(JSON.stringify(answer)).not.toContain('dapp-elsewhere');
  });

  it.concurrent('says what is wrong with a tree, and where', { timeout }, async ({ expect }) => {
    const root = await rootOf(topic('x').replace('name =', 'colour ='));
    const { valid, errors } = await root.validate();
    expect(valid).toBe(false);
    expect(errors[0]).toMatchObject({ summary: 'Unsupported argument', range: { filename: 'main.tf' } });
  });

  it.concurrent('lets nothing of the surrounding environment in, and leaves no folder', { timeout }, async ({
    expect,
  }) => {
    // Both would break every command if Terraform saw them.
    process.env['TF_CLI_ARGS'] = '-no-such-flag';
    process.env['AWS_PROFILE'] = 'no-such-profile';
    try {
      const root = await TerraformRoot.create({
        tools: tools(),
        files: new Map([['main.tf', 'locals {\n x=1\n}\n']]),
      });
      expect(await root.fmtCheck()).toEqual(['main.tf']);
      await root.remove();
      await expect(access(root.folder)).rejects.toThrow(/ENOENT/);
    } finally {
      delete process.env['TF_CLI_ARGS'];
      delete process.env['AWS_PROFILE'];
    }
  });
});

const autoscalersAtNight: Move[] = [
  { kind: 'desired-capacity', group: 'eks-worker-nodes', desired: 5 },
  { kind: 'node-group-size', cluster: 'dapp-prod', nodeGroup: 'spot-nodes', min: 1, max: 5, desired: 2 },
  { kind: 'storage', identifier: 'prod-postgres', gibibytes: 140 },
  { kind: 'shards', replicationGroup: 'prod-redis-cluster', shards: 4 },
  { kind: 'replicas', replicationGroup: 'prod-redis-cluster', replicas: 2, grow: true },
];

const questions: AwsCall[] = [
  {
    service: 'autoscaling',
    operation: 'describe_auto_scaling_groups',
    arguments: { AutoScalingGroupNames: ['eks-worker-nodes'] },
  },
  {
    service: 'eks',
    operation: 'describe_nodegroup',
    arguments: { clusterName: 'dapp-prod', nodegroupName: 'spot-nodes' },
  },
  {
    service: 'rds',
    operation: 'describe_db_instances',
    arguments: { DBInstanceIdentifier: 'prod-postgres' },
  },
  {
    service: 'elasticache',
    operation: 'describe_replication_groups',
    arguments: { ReplicationGroupId: 'prod-redis-cluster' },
  },
];

function providers(settings = ''): string {
  return `terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.100.0" }
  }

  backend "s3" {
    bucket = "never-reached"
    key    = "terraform.tfstate"
    region = "us-east-1"
  }
}

provider "aws" {
  region = "us-east-1"
${settings}}
`;
}

function topic(name: string, settings?: string): string {
  return `${providers(settings)}
resource "aws_sns_topic" "alarms" {
  name = "${name}"
}
`;
}

function nodesAndTopic(topicName: string): string {
  return `${topic(topicName)}
resource "aws_launch_template" "nodes" {
  name          = "harness"
  image_id      = "ami-12c6146b"
  instance_type = "t3.micro"
}

resource "aws_autoscaling_group" "nodes" {
  name               = "harness"
  availability_zones = ["us-east-1a"]
  min_size           = 0
  max_size           = 3

  launch_template {
    id      = aws_launch_template.nodes.id
    version = aws_launch_template.nodes.latest_version
  }
}
`;
}
