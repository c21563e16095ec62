import { DataAwsEksCluster } from '@cdktf/provider-aws/lib/data-aws-eks-cluster/index.js';
import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role/index.js';
import { DataAwsSecurityGroup } from '@cdktf/provider-aws/lib/data-aws-security-group/index.js';
import { DataAwsSubnet } from '@cdktf/provider-aws/lib/data-aws-subnet/index.js';
import { DataAwsVpc } from '@cdktf/provider-aws/lib/data-aws-vpc/index.js';
import type { Foundation } from '../../compiler/frame/frame.ts';
import { invariant } from '../../util/invariant.ts';
import { expression, listExpression } from '../engine/expression.ts';
import type { Root } from '../engine/root.ts';

/**
 * What exists already, as data sources in `lookups.tf`. Each is added when somebody asks for it the first
 * time, so that a plan needs no permission to read what it does not use.
 */
export class Lookups {
  readonly #root: Root;
  readonly #foundation: Foundation;
  readonly #known = new Map<string, unknown>();

  constructor(root: Root, foundation: Foundation) {
    this.#root = root;
    this.#foundation = foundation;
  }

  /** The EKS cluster; a check reports when it is not active. */
  cluster(): DataAwsEksCluster {
    return this.#once('cluster', () => {
      const at = ['foundation', 'cluster'];
      const place = { file: 'lookups', at, name: ['main'] };
      const cluster = this.#root.data(DataAwsEksCluster, place, { name: this.#foundation.cluster });
      this.#root.check(
        { file: 'checks', at, name: ['cluster-is-active'] },
        {
          condition: 'data.aws_eks_cluster.main.status == "ACTIVE"',
          errorMessage: `the EKS cluster ${this.#foundation.cluster} is not ACTIVE`,
        },
      );
      return cluster;
    });
  }

  /** Id of the VPC, as a reference or as the spec says it. */
  vpcId(): string {
    const { vpc } = this.#foundation;
    if (vpc?.id !== undefined) return vpc.id;
    if (vpc?.name === undefined) return this.cluster().vpcConfig.get(0).vpcId;
    const tags = { Name: vpc.name };
    const place = { file: 'lookups', at: ['foundation', 'vpc'], name: ['main'] };
    return this.#once('vpc', () => this.#root.data(DataAwsVpc, place, { tags })).id;
  }

  /** Ids of the private subnets, as a reference to a local list. */
  subnetIds(): string[] {
    return this.#once('subnets', () => {
      const { subnets } = this.#foundation;
      const ids = subnets.filter((subnet) => subnet.startsWith('subnet-'));
      const names = subnets.filter((subnet) => !subnet.startsWith('subnet-'));
      const at = ['foundation', 'subnets'];
      const place = { file: 'lookups', at, name: ['private-subnet-ids'] };
      if (names.length === 0) this.#root.local(place, ids);
      else {
        const found = this.#subnetsByName(names, at);
        this.#root.local(
          place,
          ids.length === 0 ? found : expression(`concat(${found}, ${this.#subnetIdList(ids, at)})`),
        );
      }
      return listExpression('local.private_subnet_ids');
    });
  }

  /** Id of a security group by the name that the spec gives it. */
  securityGroupId(key: string): string {
    const written = this.#foundation.securityGroups.get(key);
    invariant(written !== undefined, `the security group ${key} was checked`);
    if (written.startsWith('sg-')) return written;
    return this.#once(`securityGroup ${key}`, () => {
      const place = { file: 'lookups', at: ['foundation', 'securityGroups', key], name: [key] };
      return this.#root.data(DataAwsSecurityGroup, place, { vpcId: this.vpcId(), tags: { Name: written } });
    }).id;
  }

  /** ARN of the IAM role of the nodes. */
  nodeRoleArn(): string {
    const place = { file: 'lookups', at: ['foundation', 'nodeRole'], name: ['node'] };
    const config = { name: this.#foundation.nodeRole };
    return this.#once('nodeRole', () => this.#root.data(DataAwsIamRole, place, config)).arn;
  }

  #subnetsByName(names: readonly string[], at: string[]): string {
    const vpcId = this.vpcId();
    this.#root.local({ file: 'lookups', at, name: ['private-subnet-names'] }, names);
    const subnets = this.#root.data(
      DataAwsSubnet,
      {
        file: 'lookups',
        at,
        name: ['private'],
        notes: [
          'One by one, never by a tag search: a subnet that somebody adds must not replace node groups.',
        ],
      },
      { vpcId, tags: { Name: expression('each.value') } },
    );
    this.#root.forEach(subnets, expression('toset(local.private_subnet_names)'));
    return expression('[for subnet in data.aws_subnet.private : subnet.id]');
  }

  #subnetIdList(ids: readonly string[], at: string[]): string {
    this.#root.local({ file: 'lookups', at, name: ['given-subnet-ids'] }, ids);
    return 'local.given_subnet_ids';
  }

  #once<T>(key: string, make: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, make());
    return this.#known.get(key) as T;
  }
}
