import { formatCpu } from '../../../compiler/quantity/cpu.ts';
import { formatMemory } from '../../../compiler/quantity/memory.ts';
import { invariant } from '../../../util/invariant.ts';
import type { Workload } from '../schema.ts';
import type { Probe } from '../schema-deployment.ts';

/**
 * The one container of the pods.
 *
 * @param ownConfigMap name of a ConfigMap of ours whose entries the spec's own ones may replace
 */
export function containerBlock(workload: Workload, image: string, ownConfigMap?: string) {
  const { container, port, env, configMaps, secrets, probes, resources } = workload;
  return {
    name: container,
    image,
    port: port === undefined ? undefined : [{ name: 'http', containerPort: port }],
    env: env && [...env].map(([name, value]) => ({ name, value })),
    envFrom: sources([...(ownConfigMap === undefined ? [] : [ownConfigMap]), ...(configMaps ?? [])], secrets),
    resources: resourcesBlock(resources),
    startupProbe: probes?.startup && probeBlock(probes.startup, port),
    readinessProbe: probes?.readiness && probeBlock(probes.readiness, port),
    livenessProbe: probes?.liveness && probeBlock(probes.liveness, port),
    securityContext: securityBlock(workload.securityContext),
  };
}

function sources(configMaps: readonly string[], secrets: Workload['secrets']) {
  const blocks = [
    ...configMaps.map((name) => ({ configMapRef: { name } })),
    ...(secrets ?? []).map((name) => ({ secretRef: { name } })),
  ];
  return blocks.length > 0 ? blocks : undefined;
}

function resourcesBlock(resources: Workload['resources']) {
  const requests = amounts(resources.requests);
  const limits = amounts(resources.limits);
  return requests || limits ? { requests, limits } : undefined;
}

/** Kubernetes' canonical spelling, which is what the provider reads back. */
function amounts({ cpu, memory }: Workload['resources']['requests']): Record<string, string> | undefined {
  if (cpu === undefined && memory === undefined) return undefined;
  return {
    ...(cpu === undefined ? {} : { cpu: formatCpu(cpu) }),
    ...(memory === undefined ? {} : { memory: formatMemory(memory) }),
  };
}

function probeBlock(probe: Probe, portOfWorkload: number | undefined) {
  const port = probe.port ?? portOfWorkload;
  invariant(port !== undefined, 'the rules have refused a probe without a port');
  return {
    httpGet: { path: probe.path, port: String(port) },
    periodSeconds: probe.period,
    timeoutSeconds: probe.timeout,
    failureThreshold: probe.failureThreshold,
  };
}

function securityBlock(context: Workload['securityContext']) {
  const { runAsNonRoot, runAsUser, readOnlyRootFilesystem, dropCapabilities } = context;
  return {
    allowPrivilegeEscalation: false,
    privileged: false,
    runAsNonRoot,
    runAsUser: runAsUser === undefined ? undefined : String(runAsUser),
    readOnlyRootFilesystem,
    capabilities: dropCapabilities ? { drop: ['ALL'] } : undefined,
  };
}
