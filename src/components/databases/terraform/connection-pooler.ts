import { ConfigMapV1 } from '@cdktf/provider-kubernetes/lib/config-map-v1/index.js';
import { DeploymentV1 } from '@cdktf/provider-kubernetes/lib/deployment-v1/index.js';
import { PodDisruptionBudgetV1 } from '@cdktf/provider-kubernetes/lib/pod-disruption-budget-v1/index.js';
import { ServiceAccountV1 } from '@cdktf/provider-kubernetes/lib/service-account-v1/index.js';
import { ServiceV1 } from '@cdktf/provider-kubernetes/lib/service-v1/index.js';
import { expression } from '../../../terraform/engine/expression.ts';
import { addressOf } from '../../../terraform/engine/reference.ts';
import type { ResourcePlace } from '../../../terraform/engine/root.ts';
import type { Roots } from '../../../terraform/platform/roots.ts';
import type { ConnectionPooler, Database } from '../schema.ts';
import { POOLER_PORT, poolerConfiguration } from './pooler-configuration.ts';
import { poolerPod } from './pooler-pod.ts';
import { RUN_SCRIPT, USER_LIST_SCRIPT } from './pooler-scripts.ts';

/** Adds PgBouncer to the Kubernetes root: its configuration, its pods, and the address that clients use. */
export function addConnectionPooler(
  key: string,
  database: Database,
  pooler: ConnectionPooler,
  roots: Roots,
  region: string,
): void {
  const { kubernetes } = roots;
  const { name, namespace } = pooler;
  const place = (...part: string[]) => placeOf(key, database, part);
  const metadata = { name, namespace, labels: labelsOf(pooler) };
  const selector = { app: name };
  const instance = roots.kubernetesLookups.databaseInstance([key], database.identifier);
  const isManaged = pooler.serverCredentials === 'rds-managed';

  const configuration = kubernetes.resource(ConfigMapV1, place(), {
    metadata,
    data: {
      'pgbouncer.ini': poolerConfiguration(database, pooler, {
        host: instance.address,
        user: isManaged ? instance.masterUsername : undefined,
      }),
      'run.sh': RUN_SCRIPT,
      'user-list.sh': isManaged ? USER_LIST_SCRIPT : undefined,
    },
  });
  const account = isManaged
    ? kubernetes.resource(ServiceAccountV1, place('serverCredentials'), {
        metadata,
        automountServiceAccountToken: false,
      })
    : undefined;
  kubernetes.resource(
    DeploymentV1,
    { ...place(), notes: notesOf(pooler) },
    {
      metadata,
      spec: {
        replicas: String(pooler.replicas),
        selector: { matchLabels: selector },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '1', maxUnavailable: '0' } },
        template: {
          metadata: {
            labels: { ...selector, ...labelsOf(pooler) },
            // Pods read the files when they start; another configuration is another pod.
            annotations: {
              'elastiform/configuration': expression(`sha256(jsonencode(${addressOf(configuration)}.data))`),
            },
          },
          spec: poolerPod(pooler, {
            configMap: expression(`${addressOf(configuration)}.metadata[0].name`),
            secretArn: isManaged ? instance.masterUserSecret.get(0).secretArn : undefined,
            serviceAccount: account && expression(`${addressOf(account)}.metadata[0].name`),
            region,
          }),
        },
      },
      timeouts: { create: '10m', update: '10m' },
      lifecycle: { ignoreChanges: [RESTARTED_AT] },
    },
  );
  kubernetes.resource(ServiceV1, place(), {
    metadata,
    spec: {
      type: 'ClusterIP',
      selector,
      port: [{ name: 'postgres', port: pooler.port, targetPort: String(POOLER_PORT) }],
    },
  });
  if (pooler.replicas > 1) {
    kubernetes.resource(PodDisruptionBudgetV1, place('replicas'), {
      metadata,
      spec: { maxUnavailable: '1', selector: { matchLabels: selector } },
    });
  }
}

const RESTARTED_AT = 'spec[0].template[0].metadata[0].annotations["kubectl.kubernetes.io/restartedAt"]';

function placeOf(
  key: string,
  { previousName }: Database,
  part: readonly string[],
): Pick<ResourcePlace, 'file' | 'at' | 'name' | 'previousName'> {
  return {
    file: 'pgbouncer',
    at: ['databases', key, 'connectionPooler', ...part],
    name: [key, 'pooler'],
    previousName: previousName === undefined ? undefined : [previousName, 'pooler'],
  };
}

function labelsOf({ name }: ConnectionPooler): Record<string, string> {
  return { 'app.kubernetes.io/managed-by': 'elastiform', 'app.kubernetes.io/name': name };
}

function notesOf({ serverCredentials, caConfigMap }: ConnectionPooler): string[] {
  return [
    ...(serverCredentials === 'rds-managed'
      ? ['Every connection to the database is one of its administrator; a user list spares it that.']
      : []),
    ...(caConfigMap === undefined
      ? ['TLS to the database is required but not verified: see caConfigMap.']
      : []),
    'restartedAt: written by "kubectl rollout restart".',
  ];
}
