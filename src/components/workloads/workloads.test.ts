import { describe, expect, it } from 'vitest';
import { defineComponent } from '../../compiler/component.ts';
import { integer, map, section } from '../../compiler/language/fields.ts';
import { compileExample } from '../testing/compile-example.ts';
import { testRuleExamples } from '../testing/rule-examples.ts';
import { workloads } from './index.ts';
import { terraformOf } from './testing/terraform-of.ts';

testRuleExamples(workloads);

describe('a Deployment that exists, with the autoscaler of the guide', () => {
  const spec = `
workloads:
  blockchain-backend:
    image: null
    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1", memory: 1Gi}}
    autoscaling:
      minReplicas: 3
      maxReplicas: 20
      metrics:
        cpu: {averageUtilization: 70%}
        memory: {averageUtilization: 80%}
        http_requests_per_second: {kind: pods, averageValue: 1000}
      behavior:
        scaleDown: {stabilizationWindow: 5m, percent: 50% per 1m}
        scaleUp: {stabilizationWindow: 1m, percent: 100% per 30s}
    database: {ref: postgres, poolSize: 50, maxIdle: 10, maxLifetime: 1h, maxIdleTime: 10m, via: pgbouncer}
`;

  it('gets one autoscaler and nothing else, with CPU as the last metric', async () => {
    expect(await terraformOf(spec)).toBe(`# workloads.blockchain-backend.autoscaling
# http_requests_per_second: nothing that the spec knows serves custom.metrics.k8s.io.
resource "kubernetes_horizontal_pod_autoscaler_v2" "blockchain_backend" {
  metadata {
    name      = "blockchain-backend-hpa"
    namespace = "default"

    labels = {
      "app.kubernetes.io/managed-by" = "elastiform"
      "app.kubernetes.io/name"       = "blockchain-backend"
    }
  }

  spec {
    min_replicas = 3
    max_replicas = 20

    scale_target_ref {
      api_version = "apps/v1"
      kind        = "Deployment"
      name        = "blockchain-backend"
    }

    metric {
      type = "Pods"

      pods {
        metric {
          name = "http_requests_per_second"
        }

        target {
          type          = "AverageValue"
          average_value = "1k"
        }
      }
    }

    metric {
      type = "Resource"

      resource {
        name = "memory"

        target {
          type                = "Utilization"
          average_utilization = 80
        }
      }
    }

    metric {
      type = "Resource"

      resource {
        name = "cpu"

        target {
          type                = "Utilization"
          average_utilization = 70
        }
      }
    }

    behavior {
      scale_up {
        stabilization_window_seconds = 60
        select_policy                = "Max"

        policy {
          type           = "Percent"
          value          = 100
          period_seconds = 30
        }
      }

      scale_down {
        stabilization_window_seconds = 300
        select_policy                = "Max"

        policy {
          type           = "Percent"
          value          = 50
          period_seconds = 60
        }
      }
    }
  }
}
`);
  });

  it('only says that memory rarely falls', async () => {
    const { diagnostics } = await compileExample([workloads], spec);
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'info workload/memory-utilization',
    ]);
  });

  it.each([
    ['maxReplicas: 20', 'maxReplicas: 30'],
    ['averageUtilization: 70%', 'averageUtilization: 65%'],
    ['averageValue: 1000', 'averageValue: 800m'],
    ['50% per 1m', '40% per 1m'],
    ['stabilizationWindow: 1m', 'stabilizationWindow: 2m'],
  ])('changes one line for %s → %s', async (before, after) => {
    const old = (await terraformOf(spec)).split('\n');
    const edited = (await terraformOf(spec.replace(before, after))).split('\n');
    expect(edited).toHaveLength(old.length);
    expect(edited.filter((line, index) => line !== old[index])).toHaveLength(1);
  });
});

describe('a Deployment of ours', () => {
  const spec = `
workloads:
  web:
    name: dapp-web
    namespace: web
    image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2
    imageOwner: pipeline
    container: app
    port: 8080
    probes: {readiness: {path: /health, period: 5s}, liveness: {path: /live, port: 9090}, startup: {path: /health}}
    env: {LOG_LEVEL: info, GREETING: "hello \${USER} %{x}"}
    configMaps: [b-config, a-config]
    secrets: [app-credentials]
    serviceAccount: web
    terminationGracePeriod: 1m
    nodeSelector: {workload: general}
    tolerations: {capacity: {value: spot, effect: NoSchedule}, dedicated: {}}
    securityContext: {runAsNonRoot: true, runAsUser: 10001, readOnlyRootFilesystem: true}
    rollout: {maxSurge: 1, maxUnavailable: 25%}
    podSelector: {app: web, app.kubernetes.io/part-of: dapp}
    podDisruptionBudget: {maxUnavailable: 1, name: web-pdb}
    resources: {requests: {cpu: 250m, memory: 256Mi}, limits: {memory: 256Mi}}
    autoscaling:
      name: web
      maxReplicas: 12
      metrics: {cpu: {averageUtilization: 60%}}
`;

  it('is written with every key of the spec', async () => {
    const terraform = await terraformOf(spec);
    expect(blockOf(terraform, 'kubernetes_deployment_v1')).toBe(WEB);
  });

  it('comes before its autoscaler, by a reference', async () => {
    const autoscaler = blockOf(await terraformOf(spec), 'kubernetes_horizontal_pod_autoscaler_v2');
    expect(autoscaler).toContain('      name        = kubernetes_deployment_v1.web.metadata[0].name\n');
    expect(autoscaler).toContain('    min_replicas = 3\n');
  });

  it('has a disruption budget for the pods of its selector', async () => {
    expect(blockOf(await terraformOf(spec), 'kubernetes_pod_disruption_budget_v1')).toContain(`  spec {
    max_unavailable = "1"

    selector {
      match_labels = { app = "web", "app.kubernetes.io/part-of" = "dapp" }
    }
  }
`);
  });

  it('has plain replicas when they are fixed, and no autoscaler', async () => {
    const terraform = await terraformOf('workloads: {web: {image: "example.com/web:2", replicas: 3}}');
    expect(terraform).toContain('    replicas = "3"\n');
    expect(terraform).toContain(`  lifecycle {
    ignore_changes = [
      spec[0].template[0].metadata[0].annotations["kubectl.kubernetes.io/restartedAt"],
    ]
  }
`);
    expect(terraform).toContain('match_labels = { app = "web" }');
    expect(terraform).not.toContain('capabilities');
    expect(terraform).not.toContain('horizontal_pod_autoscaler');
  });

  it.each([
    ['dev', false, false],
    ['staging', false, true],
    ['prod', false, true],
    ['dev', true, true],
  ])('in %s (budget written: %s) has a disruption budget: %s', async (tier, written, expected) => {
    const budget = written ? ', podDisruptionBudget: true' : '';
    const terraform = await terraformOf(
      `tier: ${tier}\nworkloads: {web: {image: "example.com/web:2", replicas: 3${budget}}}`,
    );
    expect(terraform.includes('kubernetes_pod_disruption_budget_v1')).toBe(expected);
  });
});

describe('ownership', () => {
  /** Stands for the component of that name: a floor is all that workloads look at. */
  const floors = map(integer({ description: 'Pods.', example: 2, minimum: 0, maximum: 100 }), {
    description: 'Floors.',
    example: { 'workloads.api': 2 },
    keyPattern: '^[a-z.-]+$',
  });
  const schedules = defineComponent({
    key: 'schedules',
    field: map(section({ floors }, { description: 'A schedule.', example: { floors: {} } }), {
      description: 'Schedules.',
      example: {},
    }),
    rules: [],
    statefulItems: 'none' as const,
    lowering: async () => () => {},
  });
  const spec =
    'workloads: {api: {autoscaling: {maxReplicas: 9, metrics: {cpu: {averageUtilization: 60%}}}}, worker: {autoscaling: {maxReplicas: 9, metrics: {cpu: {averageUtilization: 60%}}}}}';

  it('leaves minReplicas to a schedule that has a floor for the workload', async () => {
    const { files } = await compileExample(
      [workloads, schedules],
      `${spec}\nschedules: {night: {floors: {workloads.api: 2}}}`,
    );
    const [api, worker] = split(files.get('kubernetes/workloads.tf') ?? '');
    expect(api).toContain('# min_replicas: initial value only, a schedule owns it afterwards.\n');
    expect(api).toContain(`  lifecycle {
    ignore_changes = [spec[0].min_replicas]
  }
`);
    expect(worker).not.toContain('lifecycle');
  });

  it('pins a Deployment of somebody else by equal bounds', async () => {
    const terraform = await terraformOf('workloads: {api: {replicas: 2}}');
    expect(terraform).toContain('    min_replicas = 2\n    max_replicas = 2\n');
    expect(terraform).toContain(
      '# Equal bounds pin the number of pods of a Deployment that is managed elsewhere.',
    );
    expect(terraform).not.toContain('kubernetes_deployment_v1');
  });
});

describe('what exists already', () => {
  it('is imported by namespace and name; a disruption budget only when asked', async () => {
    const imports = await importsOf(
      'workloads: {api: {namespace: shop, image: "example.com/api:2", adopt: true, autoscaling: {maxReplicas: 9, metrics: {cpu: {averageValue: 1}}}}, web: {image: "example.com/web:2", replicas: 2, adopt: true, podDisruptionBudget: {adopt: true, name: web-pdb}}}',
    );
    expect(imports).toEqual([
      ['kubernetes_deployment_v1.api', 'shop/api'],
      ['kubernetes_horizontal_pod_autoscaler_v2.api', 'shop/api-hpa'],
      ['kubernetes_deployment_v1.web', 'default/web'],
      ['kubernetes_pod_disruption_budget_v1.web', 'default/web-pdb'],
    ]);
  });

  it('may be the autoscaler alone, or all but the autoscaler', async () => {
    const autoscaling = (adopt: boolean) =>
      `autoscaling: {adopt: ${adopt}, maxReplicas: 9, metrics: {cpu: {averageValue: 1}}}`;
    expect(
      await importsOf(
        `workloads: {api: {${autoscaling(true)}}, old: {adopt: {id: default/other}, autoscaling: {maxReplicas: 9, metrics: {cpu: {averageValue: 1}}}}, web: {image: "example.com/web:2", adopt: true, ${autoscaling(false)}}}`,
      ),
    ).toEqual([
      ['kubernetes_horizontal_pod_autoscaler_v2.api', 'default/api-hpa'],
      ['kubernetes_horizontal_pod_autoscaler_v2.old', 'default/other'],
      ['kubernetes_deployment_v1.web', 'default/web'],
    ]);
  });

  it('moves in the state when its key is renamed', async () => {
    const terraform = await terraformOf(
      'workloads: {api: {name: backend, previousName: backend, image: "example.com/api:2", autoscaling: {maxReplicas: 9, metrics: {cpu: {averageValue: 1}}}}}',
    );
    for (const type of ['deployment_v1', 'horizontal_pod_autoscaler_v2', 'pod_disruption_budget_v1']) {
      expect(terraform).toContain(`moved {
  from = kubernetes_${type}.backend
  to   = kubernetes_${type}.api
}
`);
    }
  });
});

/** The block of the only resource of a type. */
function blockOf(terraform: string, type: string): string {
  const block = split(terraform).find((text) => text.includes(`resource "${type}"`));
  return `${block?.replace(/^(?:#.*\n)+/, '')}\n`;
}

function split(terraform: string): string[] {
  return terraform.split(/\n\n(?=#)/).filter((text) => text.includes('\nresource '));
}

async function importsOf(yaml: string): Promise<string[][]> {
  const found = (await terraformOf(yaml)).matchAll(/import \{\n {2}to = (.*)\n {2}id = "(.*)"\n\}/g);
  return [...found].map(([, to = '', id = '']) => [to, id]);
}

const WEB = `resource "kubernetes_deployment_v1" "web" {
  metadata {
    name      = "dapp-web"
    namespace = "web"

    labels = {
      "app.kubernetes.io/managed-by" = "elastiform"
      "app.kubernetes.io/name"       = "dapp-web"
    }
  }

  spec {
    selector {
      match_labels = { app = "web", "app.kubernetes.io/part-of" = "dapp" }
    }

    strategy {
      type = "RollingUpdate"

      rolling_update {
        max_surge       = "1"
        max_unavailable = "25%"
      }
    }

    template {
      metadata {
        labels = {
          app                            = "web"
          "app.kubernetes.io/managed-by" = "elastiform"
          "app.kubernetes.io/name"       = "dapp-web"
          "app.kubernetes.io/part-of"    = "dapp"
        }
      }

      spec {
        service_account_name             = "web"
        automount_service_account_token  = true
        termination_grace_period_seconds = 60
        node_selector                    = { workload = "general" }

        security_context {
          seccomp_profile {
            type = "RuntimeDefault"
          }
        }

        container {
          name  = "app"
          image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2"

          port {
            name           = "http"
            container_port = 8080
          }

          env {
            name  = "GREETING"
            value = "hello $\${USER} %%{x}"
          }

          env {
            name  = "LOG_LEVEL"
            value = "info"
          }

          env_from {
            config_map_ref {
              name = "b-config"
            }
          }

          env_from {
            config_map_ref {
              name = "a-config"
            }
          }

          env_from {
            secret_ref {
              name = "app-credentials"
            }
          }

          resources {
            requests = { cpu = "250m", memory = "256Mi" }
            limits   = { memory = "256Mi" }
          }

          startup_probe {
            period_seconds    = 10
            timeout_seconds   = 1
            failure_threshold = 30

            http_get {
              path = "/health"
              port = "8080"
            }
          }

          readiness_probe {
            period_seconds    = 5
            timeout_seconds   = 1
            failure_threshold = 3

            http_get {
              path = "/health"
              port = "8080"
            }
          }

          liveness_probe {
            period_seconds    = 10
            timeout_seconds   = 1
            failure_threshold = 3

            http_get {
              path = "/live"
              port = "9090"
            }
          }

          security_context {
            allow_privilege_escalation = false
            privileged                 = false
            run_as_non_root            = true
            run_as_user                = "10001"
            read_only_root_filesystem  = true

            capabilities {
              drop = ["ALL"]
            }
          }
        }

        toleration {
          key      = "capacity"
          operator = "Equal"
          value    = "spot"
          effect   = "NoSchedule"
        }

        toleration {
          key      = "dedicated"
          operator = "Exists"
        }

        topology_spread_constraint {
          max_skew           = 1
          topology_key       = "topology.kubernetes.io/zone"
          when_unsatisfiable = "ScheduleAnyway"
          node_taints_policy = "Honor"
          match_label_keys   = ["pod-template-hash"]

          label_selector {
            match_labels = { app = "web", "app.kubernetes.io/part-of" = "dapp" }
          }
        }

        topology_spread_constraint {
          max_skew           = 1
          topology_key       = "kubernetes.io/hostname"
          when_unsatisfiable = "ScheduleAnyway"
          node_taints_policy = "Honor"
          match_label_keys   = ["pod-template-hash"]

          label_selector {
            match_labels = { app = "web", "app.kubernetes.io/part-of" = "dapp" }
          }
        }
      }
    }
  }

  timeouts {
    create = "20m"
    update = "20m"
  }

  lifecycle {
    ignore_changes = [
      spec[0].replicas,
      spec[0].template[0].spec[0].container[0].image,
      spec[0].template[0].metadata[0].annotations["kubectl.kubernetes.io/restartedAt"],
    ]
  }
}
`;
