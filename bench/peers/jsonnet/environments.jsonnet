// What bench/specs.ts says of each environment, by hand: node group, launch template, database and autoscalers of each environment.
local count = std.extVar('count');
local services = ['service-0', 'service-1', 'service-2'];

local hpa(environment, service) = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: service, namespace: 'default', labels: { environment: environment } },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: service },
    minReplicas: 1,
    maxReplicas: 6,
    metrics: [{
      type: 'Resource',
      resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
    }],
  },
};

local environment(name) = {
  resource: {
    aws_launch_template: { general: { name: name + '-general', metadata_options: { http_tokens: 'required' } } },
    aws_eks_node_group: {
      general: {
        cluster_name: 'bench-' + name,
        node_group_name: name + '-general',
        instance_types: ['m6i.4xlarge'],
        scaling_config: { min_size: 2, max_size: 3, desired_size: 2 },
        lifecycle: { ignore_changes: ['scaling_config[0].desired_size'] },
      },
    },
    aws_db_instance: {
      postgres: {
        identifier: name + '-postgres',
        engine: 'postgres',
        engine_version: '16.12',
        instance_class: 'db.t4g.medium',
        allocated_storage: 20,
        max_allocated_storage: 100,
      },
    },
    kubernetes_manifest: { [service]: { manifest: hpa(name, service) } for service in services },
  },
};

{ [std.format('env-%04d.tf.json', index)]: environment(std.format('env-%04d', index)) for index in std.range(0, count - 1) }
