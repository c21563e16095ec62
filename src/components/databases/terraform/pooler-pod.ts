import { formatCpu } from '../../../compiler/quantity/cpu.ts';
import { formatMemory } from '../../../compiler/quantity/memory.ts';
import type { ConnectionPooler } from '../schema.ts';
import { POOLER_PORT } from './pooler-configuration.ts';
import { PATHS } from './pooler-scripts.ts';

/** What the pods are told about the rest of the platform. */
export interface Surroundings {
  readonly configMap: string;
  /** Of the secret that RDS keeps; undefined when the user list says how to log in to the database. */
  readonly secretArn: string | undefined;
  readonly serviceAccount: string | undefined;
  readonly region: string;
}

// Any number that is not root: nothing in the images belongs to the process, and it writes to no disk.
const USER = '65532';

/** The pod: PgBouncer, and beside it what keeps its user list as RDS has it. */
export function poolerPod(pooler: ConnectionPooler, surroundings: Surroundings) {
  const { secretArn, serviceAccount } = surroundings;
  const { userListSecret, caConfigMap } = pooler;
  return {
    serviceAccountName: serviceAccount,
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: pooler.terminationGracePeriod,
    nodeSelector: pooler.nodeSelector && Object.fromEntries(pooler.nodeSelector),
    securityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      runAsGroup: USER,
      // Secrets are files of root that this group may read.
      fsGroup: USER,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    initContainer: secretArn === undefined ? undefined : [userListContainer(pooler, surroundings, 'once')],
    container: [
      poolerContainer(pooler),
      ...(secretArn === undefined ? [] : [userListContainer(pooler, surroundings, 'always')]),
    ],
    topologySpreadConstraint: ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map(
      (topologyKey) => ({
        maxSkew: 1,
        topologyKey,
        // Never DoNotSchedule: when a zone is gone, the pods must go to the others.
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: [{ matchLabels: { app: pooler.name } }],
      }),
    ),
    volume: [
      { name: 'configuration', configMap: { name: surroundings.configMap } },
      ...(secretArn === undefined
        ? [{ name: 'users', secret: { secretName: userListSecret, defaultMode: '0440' } }]
        : [
            { name: 'users', emptyDir: { medium: 'Memory', sizeLimit: '1Mi' } },
            { name: 'temporary', emptyDir: { sizeLimit: '16Mi' } },
            ...(userListSecret === undefined
              ? []
              : [{ name: 'clients', secret: { secretName: userListSecret, defaultMode: '0440' } }]),
          ]),
      ...(caConfigMap === undefined ? [] : [{ name: 'authorities', configMap: { name: caConfigMap } }]),
    ],
  };
}

function poolerContainer({ image, resources, caConfigMap }: ConnectionPooler) {
  const { requests, limits } = resources;
  // Only whether the port is open: a database that is away must not take the poolers away, where clients wait.
  const probe = { tcpSocket: [{ port: String(POOLER_PORT) }], timeoutSeconds: 2, failureThreshold: 3 };
  return {
    name: 'pgbouncer',
    image,
    command: ['/bin/sh', `${PATHS.configuration}/run.sh`],
    port: [{ name: 'postgres', containerPort: POOLER_PORT }],
    resources: {
      requests: { cpu: formatCpu(requests.cpu), memory: formatMemory(requests.memory) },
      limits: { memory: formatMemory(limits.memory) },
    },
    readinessProbe: { ...probe, periodSeconds: 5 },
    livenessProbe: { ...probe, periodSeconds: 10 },
    securityContext: CONFINED,
    volumeMount: [
      { name: 'configuration', mountPath: PATHS.configuration, readOnly: true },
      { name: 'users', mountPath: PATHS.users, readOnly: true },
      ...(caConfigMap === undefined
        ? []
        : [{ name: 'authorities', mountPath: PATHS.authorities, readOnly: true }]),
    ],
  };
}

/** Once before PgBouncer starts, so that it has a list; again and again beside it. */
function userListContainer(
  { awsCliImage, userListSecret }: ConnectionPooler,
  { secretArn, region }: Surroundings,
  how: 'once' | 'always',
) {
  return {
    name: how === 'once' ? 'first-user-list' : 'user-list',
    image: awsCliImage,
    command: ['/bin/bash', `${PATHS.configuration}/user-list.sh`, how],
    env: [
      { name: 'SECRET_ARN', value: secretArn },
      { name: 'AWS_REGION', value: region },
      { name: 'HOME', value: '/tmp' },
    ],
    resources: {
      requests: { cpu: '20m', memory: formatMemory(128 * 1024 ** 2) },
      limits: { memory: formatMemory(256 * 1024 ** 2) },
    },
    securityContext: CONFINED,
    volumeMount: [
      { name: 'configuration', mountPath: PATHS.configuration, readOnly: true },
      { name: 'users', mountPath: PATHS.users },
      { name: 'temporary', mountPath: '/tmp' },
      ...(userListSecret === undefined
        ? []
        : [{ name: 'clients', mountPath: PATHS.clients, readOnly: true }]),
    ],
  };
}

const CONFINED = {
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};
