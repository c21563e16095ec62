import type { DbInstance } from '@cdktf/provider-aws/lib/db-instance/index.js';
import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import { addressOf } from '../../../terraform/engine/reference.ts';
import { podIdentityTrust } from '../../../terraform/platform/pod-identity.ts';
import type { Roots } from '../../../terraform/platform/roots.ts';
import { fileOf } from '../names.ts';
import type { ConnectionPooler, Database } from '../schema.ts';

/**
 * In the AWS root: a role that the pods of the pooler have, and no other pods, and that may read the secret of
 * this database and nothing else. The AWS managed key encrypts the secret, so that no grant for KMS is needed.
 */
export function addPoolerIdentity(
  key: string,
  database: Database,
  pooler: ConnectionPooler,
  instance: DbInstance,
  roots: Roots,
): void {
  const { previousName } = database;
  const place = {
    file: fileOf(database),
    at: ['databases', key, 'connectionPooler', 'serverCredentials'],
    name: [key, 'pooler'],
    previousName: previousName === undefined ? undefined : [previousName, 'pooler'],
  };
  const cluster = roots.lookups.cluster();
  const trust = podIdentityTrust(
    roots,
    { ...place, name: [key, 'pooler', 'trust'] },
    { namespace: pooler.namespace, serviceAccount: pooler.name },
  );
  // Not a policy document: a data source waits for every change of the database, and the plan then shows a policy
  // that is "known after apply" (seen with provider 5.100.0).
  const secret = [key, 'pooler', 'secret'];
  roots.aws.local(
    { ...place, name: secret },
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'secretsmanager:GetSecretValue',
          Resource: expression(`one(${addressOf(instance)}.master_user_secret[*].secret_arn)`),
        },
      ],
    },
  );
  const role = roots.aws.resource(IamRole, place, {
    name: pooler.roleName,
    description: `Lets PgBouncer read the password of ${database.identifier}`,
    assumeRolePolicy: trust,
  });
  roots.aws.resource(IamRolePolicy, place, {
    name: 'read-secret',
    role: role.name,
    policy: expression(`jsonencode(local.${addressName(secret)})`),
  });
  roots.aws.resource(
    EksPodIdentityAssociation,
    { ...place, notes: ['Works with the add-on eks-pod-identity-agent in the cluster.'] },
    {
      clusterName: cluster.name,
      namespace: pooler.namespace,
      serviceAccount: pooler.name,
      roleArn: role.arn,
    },
  );
}
