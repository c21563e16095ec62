import type { Facts } from '../facts.ts';
import { View } from '../view.ts';
import { readPolicyResource, readTargetResource } from './scaling.ts';
import { cacheFrom, databaseFrom, readParameterGroup, readSubnetGroup } from './terraform-data.ts';
import { groupFrom, nodeGroupFrom, templateFrom } from './terraform-nodes.ts';

/**
 * `terraform show -json` of a state, or of a plan. Of a plan only `prior_state` counts: what is planned is not
 * there yet. Attributes that Terraform marks as sensitive are taken away before anybody looks.
 *
 * @source Terraform "JSON Output Format": values representation, sensitive_values, deposed_key (read 2026-11-27)
 */
export function readTerraform(view: View, facts: Facts): void {
  const state = view.has('resource_changes') || view.has('planned_values') ? view.view('prior_state') : view;
  readModule(state.view('values').view('root_module'), facts, 0);
}

const DEEPEST_MODULE = 50;

function readModule(module: View, facts: Facts, depth: number): void {
  for (const resource of module.views('resources')) readResource(resource, facts);
  if (depth === DEEPEST_MODULE) return;
  for (const child of module.views('child_modules')) readModule(child, facts, depth + 1);
}

/** Parts of others, which need no word of their own in the spec. */
const PARTS = new Set(['aws_autoscaling_group_tag']);

const READ_AS_PARTS: Readonly<Record<string, (view: View, facts: Facts) => void>> = {
  aws_db_subnet_group: (view, facts) => readSubnetGroup('rds', view, facts),
  aws_elasticache_subnet_group: (view, facts) => readSubnetGroup('elasticache', view, facts),
  aws_db_parameter_group: (view, facts) => readParameterGroup('rds', view, facts),
  aws_elasticache_parameter_group: (view, facts) => readParameterGroup('elasticache', view, facts),
  aws_appautoscaling_target: readTargetResource,
  aws_appautoscaling_policy: readPolicyResource,
};

/** What one would look for in the spec and not find. */
const FOREIGN =
  /^(?:aws_(?:rds_cluster|rds_cluster_instance|elasticache_cluster|elasticache_serverless_cache|launch_configuration|appautoscaling_scheduled_action|autoscaling_policy|autoscaling_schedule|cloudfront_distribution)|kubernetes_.*)$/;

function readResource(resource: View, facts: Facts): void {
  const type = resource.text('type') ?? '';
  const subject = resource.text('address') ?? type;
  const refuse = (text: string) => facts.notes.push({ kind: 'not-imported', subject, text });
  if (resource.text('mode') !== 'managed' || PARTS.has(type)) return;
  if (resource.has('deposed_key')) return void refuse('a deposed object, which the next apply deletes');
  const values = withoutSecrets(resource);
  const readPart = Object.hasOwn(READ_AS_PARTS, type) ? READ_AS_PARTS[type] : undefined;
  if (readPart) return void readPart(values, facts);
  if (type === 'aws_db_instance') return void add(facts.databases, databaseFrom(values));
  if (type === 'aws_elasticache_replication_group') {
    const found = cacheFrom(values);
    add(facts.caches, found?.cache);
    return void add(facts.cacheNodes, found?.node);
  }
  if (type === 'aws_autoscaling_group') return void add(facts.groups, groupFrom(values));
  if (type === 'aws_launch_template') return void add(facts.templates, templateFrom(values));
  if (type === 'aws_eks_node_group') return void add(facts.nodeGroups, nodeGroupFrom(values));
  if (type === 'aws_eks_cluster') {
    const id = values.text('name');
    const subnets = values.views('vpc_config').flatMap((vpc) => vpc.texts('subnet_ids'));
    const vpc = values.views('vpc_config')[0]?.text('vpc_id');
    const fact = id && { id, arn: values.text('arn'), version: values.text('version'), subnets, vpc };
    return void add(facts.clusters, fact || undefined);
  }
  if (!FOREIGN.test(type)) return;
  refuse(
    type.startsWith('kubernetes_')
      ? 'objects of Kubernetes are read from kubectl get hpa,deploy,pdb -o yaml'
      : `${type} is not read`,
  );

  function add<T>(list: T[], fact: T | undefined): void {
    if (fact === undefined) refuse('it has no name yet: an apply was interrupted, or its name is sensitive');
    else list.push(fact);
  }
}

function withoutSecrets(resource: View): View {
  const values = resource.view('values');
  const sensitive = resource.view('sensitive_values');
  const kept = values.keys().filter((key) => sensitive.get(key) !== true);
  return new View(Object.fromEntries(kept.map((key) => [key, values.get(key)])));
}
