import { DataAwsEksCluster } from '@cdktf/provider-aws/lib/data-aws-eks-cluster/index.js';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance/index.js';
import { describe, expect, it } from 'vitest';
import { expression } from './expression.ts';
import { addressOf } from './reference.ts';
import { type Place, Root } from './root.ts';
import { synthesized } from './synthesized.ts';

const at = (name: string): Place => ({ file: 'main', at: [], name: [name] });

describe('a reference to another element', () => {
  const root = new Root('prod');
  const cluster = root.data(DataAwsEksCluster, at('main'), { name: 'c' });
  const database = root.resource(DbInstance, at('postgres'), { instanceClass: 'db.t4g.large' });

  it.each<[unknown, string]>([
    [cluster.arn, '${data.aws_eks_cluster.main.arn}'],
    [database.address, '${aws_db_instance.postgres.address}'],
    [database.port, '${aws_db_instance.postgres.port}'],
    [database.replicas, '${aws_db_instance.postgres.replicas}'],
    [cluster.identity.get(0).oidc.get(0).issuer, '${data.aws_eks_cluster.main.identity[0].oidc[0].issuer}'],
    [cluster.vpcConfig.get(0).vpcId, '${data.aws_eks_cluster.main.vpc_config[0].vpc_id}'],
    [
      `jdbc://${database.address}/${expression('local.name')}`,
      'jdbc://${aws_db_instance.postgres.address}/${local.name}',
    ],
    [expression(`split(":", ${addressOf(cluster)}.arn)`), '${split(":", data.aws_eks_cluster.main.arn)}'],
    [expression(`one(${addressOf(database)}.x)`), '${one(aws_db_instance.postgres.x)}'],
  ])('%j', (value, written) => {
    const other = new Root('other');
    other.local(at('value'), value);
    expect(synthesized(other.stack)).toMatchObject({ locals: { value: written } });
  });
});

describe('what goes past the engine', () => {
  it('cannot make an expression of itself', () => {
    const root = new Root('prod');
    const database = root.resource(DbInstance, at('postgres'), { instanceClass: 'db.t4g.large' });
    database.addOverride('identifier', expression('local.name'));
    expect(() => synthesized(root.stack)).toThrow(/an expression is not live/);
  });
});
