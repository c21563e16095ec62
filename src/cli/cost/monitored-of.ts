import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { Component } from '../../compiler/component.ts';
import { pathKey, type SpecPath } from '../../compiler/spec-path.ts';
import type { Monitored } from '../../cost/monitoring.ts';

/** What only the Terraform of an environment tells. */
export interface FromTerraform {
  readonly monitored: Monitored;
  /** Of what costs something, by path. */
  addressOf(path: SpecPath): string | undefined;
}

/** Makes the Terraform in memory, for that is what knows which alarms there are. The spec has no errors. */
export async function fromTerraform(
  spec: ResolvedSpec,
  components: readonly Component[],
): Promise<FromTerraform> {
  // Loads cdktf, which only synthesis needs otherwise.
  const { fillRoots } = await import('../../terraform/synthesize.ts');
  const { aws } = await fillRoots(spec, components);
  const addresses = new Map<string, string>();
  const perNode = new Map<string, number>();
  let metrics = 0;
  let dashboards = 0;
  for (const [key, { at, config }] of aws.placed) {
    if (!key.startsWith('resource.')) continue;
    const address = key.slice('resource.'.length);
    const [type = ''] = address.split('.');
    if (PRICED.has(type)) addresses.set(pathKey(at), address);
    if (type === 'aws_cloudwatch_dashboard') dashboards += 1;
    if (type !== 'aws_cloudwatch_metric_alarm') continue;
    const count = metricsOf(config);
    // ElastiCache measures every node by itself, so that there is an alarm for each (components/alarms/terraform/caches).
    if (at[0] === 'caches') perNode.set(at[1] ?? '', (perNode.get(at[1] ?? '') ?? 0) + count);
    else metrics += count;
  }
  return {
    monitored: { metrics, metricsPerNode: perNode, dashboards },
    addressOf: (path) => addresses.get(pathKey(path)),
  };
}

const PRICED: ReadonlySet<string> = new Set([
  'aws_autoscaling_group',
  'aws_eks_node_group',
  'aws_db_instance',
  'aws_elasticache_replication_group',
  'aws_cloudwatch_dashboard',
]);

/** Those that are looked at; an expression over them is none. */
function metricsOf(config: unknown): number {
  const { metricQuery } = config as { metricQuery?: readonly { readonly metric?: unknown }[] };
  return metricQuery ? metricQuery.filter(({ metric }) => metric !== undefined).length : 1;
}
