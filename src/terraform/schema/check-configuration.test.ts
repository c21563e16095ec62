import { describe, expect, it } from 'vitest';
import { checkConfiguration } from './check-configuration.ts';

const HPA = {
  metadata: { name: 'checkout', labels: { teamName: 'payments' } },
  spec: {
    min_replicas: 3,
    max_replicas: 20,
    scale_target_ref: { api_version: 'apps/v1', kind: 'Deployment', name: 'checkout' },
    behavior: {
      scale_down: [
        { stabilization_window_seconds: 300, policy: [{ type: 'Pods', value: 1, period_seconds: 60 }] },
      ],
    },
    metric: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', average_utilization: 70 } },
      },
    ],
  },
};

describe('real types', () => {
  it('accept an autoscaler as the bindings synthesize it', () => {
    expect(checkConfiguration('resource', 'kubernetes_horizontal_pod_autoscaler_v2', HPA)).toEqual([]);
  });

  it('catch the camelCase keys that both outputs of cdktf share', () => {
    const scaleDown = { stabilizationWindowSeconds: 300 };
    const body = { ...HPA, spec: { ...HPA.spec, behavior: { scale_down: scaleDown } } };
    const paths = checkConfiguration('resource', 'kubernetes_horizontal_pod_autoscaler_v2', body).map(
      ({ path }) => path,
    );
    expect(paths).toEqual([
      'spec.behavior.scale_down.stabilizationWindowSeconds',
      'spec.behavior.scale_down.policy',
    ]);
  });

  it('refuse what only provider 6.x has', () => {
    const body = { name: 'worker-memory', retention_in_days: 7, region: 'eu-west-1' };
    expect(checkConfiguration('resource', 'aws_cloudwatch_log_group', body).map(({ path }) => path)).toEqual([
      'region',
    ]);
  });

  it('refuse an id, which the plugin SDK declares but does not take', () => {
    expect(checkConfiguration('resource', 'aws_sns_topic', { id: 'x' })).toEqual([
      { path: 'id', message: 'only the provider sets this attribute' },
    ]);
    expect(checkConfiguration('data', 'aws_vpc', { id: 'vpc-1' })).toEqual([]);
  });

  it('take any value in a manifest', () => {
    const manifest = { apiVersion: 'v1', kind: 'ConfigMap', data: { a: ['b', 1, null] } };
    expect(checkConfiguration('resource', 'kubernetes_manifest', { manifest })).toEqual([]);
  });
});

describe('meta-arguments', () => {
  it.each([
    ['resource', 'aws_sns_topic', { count: 1, lifecycle: {}, provisioner: [], depends_on: [] }],
    ['data', 'aws_region', { for_each: {}, provider: 'aws.other' }],
    ['provider', 'aws', { region: 'eu-west-1', alias: 'other' }],
    ['provider', 'kubernetes', { host: 'https://x', alias: 'other' }],
  ] as const)('of a %s are let through', (kind, type, body) => {
    expect(checkConfiguration(kind, type, body)).toEqual([]);
  });

  it('of a resource are unknown to a data source', () => {
    expect(checkConfiguration('data', 'aws_region', { provisioner: [] })).toHaveLength(1);
  });
});

it('says where to add a type that has no schema', () => {
  expect(checkConfiguration('resource', 'aws_instance', {})).toEqual([
    {
      path: '',
      message: 'no schema for resource aws_instance; add it to tools/provider-schema/wanted-types.ts',
    },
  ]);
});
