import { describe, expect, it } from 'vitest';
import { terraformOf } from './testing/terraform-of.ts';

describe('metrics', () => {
  it('come in an order that the API keeps, whatever the order of the spec', async () => {
    const terraform = await terraformOf(`
workloads:
  api:
    autoscaling:
      maxReplicas: 9
      metrics:
        cpu: {averageUtilization: 60%}
        a-memory: {kind: container, container: app, resource: memory, averageValue: 1024Mi}
        z-queue: {kind: external, metric: "pubsub.googleapis.com|subscription|undelivered", value: 0.5, selector: {queue: orders}}
        b-queue: {kind: external, averageValue: 30}
        hits: {kind: object, averageValue: 2k, object: {apiVersion: networking.k8s.io/v1, kind: Ingress, name: main}}
        rps: {kind: pods, averageValue: 100, selector: {verb: GET}}
        memory: {averageValue: 400Mi}
`);
    expect([...terraform.matchAll(/^ {4}metric \{\n {6}type = "(\w+)"/gm)].map((match) => match[1])).toEqual([
      'External',
      'External',
      'Object',
      'Pods',
      'ContainerResource',
      'Resource',
      'Resource',
    ]);
    expect(terraform).toContain(`        metric {
          name = "pubsub.googleapis.com|subscription|undelivered"

          selector {
            match_labels = { queue = "orders" }
          }
        }

        target {
          type  = "Value"
          value = "500m"
        }
`);
    expect(terraform).toContain(`        described_object {
          api_version = "networking.k8s.io/v1"
          kind        = "Ingress"
          name        = "main"
        }
`);
    expect(terraform).toContain(`      container_resource {
        name      = "memory"
        container = "app"

        target {
          type          = "AverageValue"
          average_value = "1Gi"
        }
      }
`);
    expect(terraform.indexOf('name = "memory"')).toBeLessThan(terraform.indexOf('name = "cpu"'));
  });
});

describe('behavior', () => {
  const up = (rules: string) =>
    terraformOf(
      `workloads: {api: {autoscaling: {maxReplicas: 9, metrics: {cpu: {averageUtilization: 60%}}, behavior: {${rules}}}}}`,
    );

  it('is left out when nobody asks for one', async () => {
    const terraform = await terraformOf(
      'workloads: {api: {autoscaling: {maxReplicas: 9, metrics: {cpu: {averageUtilization: 60%}}}}}',
    );
    expect(terraform).not.toContain('behavior');
  });

  it('has all defaults of the API server as soon as it is there', async () => {
    expect(await up('')).toContain(`    behavior {
      scale_up {
        stabilization_window_seconds = 0
        select_policy                = "Max"

        policy {
          type           = "Pods"
          value          = 4
          period_seconds = 15
        }

        policy {
          type           = "Percent"
          value          = 100
          period_seconds = 15
        }
      }

      scale_down {
        stabilization_window_seconds = 300
        select_policy                = "Max"

        policy {
          type           = "Percent"
          value          = 100
          period_seconds = 15
        }
      }
    }
`);
  });

  it('has the policies that are written, and no others', async () => {
    expect(await up('scaleUp: {pods: 2 per 1m, selectPolicy: Min}')).toContain(`      scale_up {
        stabilization_window_seconds = 0
        select_policy                = "Min"

        policy {
          type           = "Pods"
          value          = 2
          period_seconds = 60
        }
      }
`);
  });
});
