import { describe, expect, it } from 'vitest';
import { components } from '../registry.ts';
import { compileExample } from '../testing/compile-example.ts';

const spec = (workload: string, more = '') => `
${more}
workloads:
  api:
    image: registry.example.com/api:1.4.2
    replicas: 2
    resources: {requests: {cpu: 500m, memory: 512Mi}}
    ${workload}
nodeGroups:
  spot:
    capacity: spot
    instanceTypes: [m5.large, m5a.large, m6i.large]
    size: {min: 1, max: 9}
    labels: {workload: batch, team: a}
    taints: {capacity: {value: spot, effect: NoSchedule}, batch: {effect: NoExecute}}
autoScalingGroups:
  workers:
    ami: ami-0123456789abcdef0
    instanceTypes: [m6i.large]
    size: {min: 2, max: 6}
    labels: {workload: general}
    taints: {capacity: {value: spot, effect: NoSchedule}}
`;

describe('a placement', () => {
  it('takes labels and taints of its groups, each taint once', async () => {
    const text = await deploymentOf(
      spec('placement: {groups: [nodeGroups.spot, autoScalingGroups.workers]}'),
    );
    expect(text).toContain(`        affinity {
          node_affinity {
            required_during_scheduling_ignored_during_execution {
              node_selector_term {
                match_expressions {
                  key      = "workload"
                  operator = "In"
                  values   = ["general"]
                }
              }

              node_selector_term {
                match_expressions {
                  key      = "team"
                  operator = "In"
                  values   = ["a"]
                }

                match_expressions {
                  key      = "workload"
                  operator = "In"
                  values   = ["batch"]
                }
              }
            }
          }
        }

        toleration {
          key      = "batch"
          operator = "Exists"
          effect   = "NoExecute"
        }

        toleration {
          key      = "capacity"
          operator = "Equal"
          value    = "spot"
          effect   = "NoSchedule"
        }

        topology`);
  });

  it('may be a wish, beside tolerations of the workload', async () => {
    const text = await deploymentOf(
      spec('placement: {groups: [nodeGroups.spot], mode: preferred}\n    tolerations: {gpu: {}}'),
    );
    expect(text).toMatch(
      /preferred_during_scheduling_ignored_during_execution \{\s+weight = 100\s+preference \{/,
    );
    expect(text.match(/toleration \{\s+key += "[a-z]+"/g)).toHaveLength(3);
  });

  it("writes nothing where the Deployment is somebody else's", async () => {
    const yaml = spec('placement: {groups: [nodeGroups.spot]}').replace(/image: .*/, 'image: null');
    expect(await deploymentOf(yaml)).not.toContain('affinity');
  });
});

describe('a spread', () => {
  it.each<[zones: string, hosts: string, expected: string[]]>([
    ['none', 'none', []],
    ['DoNotSchedule', 'none', ['DoNotSchedule']],
    ['ScheduleAnyway', 'DoNotSchedule', ['ScheduleAnyway', 'DoNotSchedule']],
  ])('over zones %s and hosts %s', async (zones, hosts, expected) => {
    const text = await deploymentOf(
      spec(`spread: {zones: ${zones}, hosts: ${hosts}}\n    tolerations: {capacity: {}}`),
    );
    expect([...text.matchAll(/when_unsatisfiable = "(.*)"/g)].map(([, word]) => word)).toEqual(expected);
  });

  it('leaves nodes alone in dev', async () => {
    const text = await deploymentOf(spec('tolerations: {capacity: {}}', 'tier: dev'));
    expect(text).not.toContain('kubernetes.io/hostname');
  });
});

describe('a metric', () => {
  it('is written with the adapter that serves it', async () => {
    const text = await deploymentOf(`
foundation: {metricsAdapters: {custom: prometheus-adapter, external: our-adapter}}
workloads:
  api:
    autoscaling:
      minReplicas: 2
      maxReplicas: 9
      metrics:
        cpu: {averageUtilization: 70%}
        queue: {kind: external, averageValue: 30}
        requests: {kind: pods, averageValue: 30, metric: http_requests}
    resources: {requests: {cpu: 500m}}
`);
    expect(text).toContain(`# queue: served by our-adapter (external.metrics.k8s.io).
# http_requests: served by prometheus-adapter (custom.metrics.k8s.io).`);
  });
});

async function deploymentOf(yaml: string): Promise<string> {
  const { diagnostics, files } = await compileExample(components, yaml);
  expect(diagnostics).toEqual([]);
  return files.get('kubernetes/workloads.tf') ?? '';
}
