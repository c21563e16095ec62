import type { KnownPool, Scene } from '../../capacity/scene.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { type Counted, type Gauge, NOTHING, remembering, type Unknown } from '../gauge.ts';
import type { Instant } from '../instant.ts';
import { clustersOf, type NodeCluster } from '../node-cluster.ts';
import type { Platform } from '../platform.ts';
import type { Projected } from '../projected.ts';

/** Nodes of every group that hold the pods of a day, against the most that there may be. */
export function nodeGauges(platform: Platform): Counted {
  const { scene, model } = platform;
  if (!scene) {
    const why = model.foundation.otherNodes
      ? 'foundation.otherNodes is true: nodes that the spec does not know hold some of the pods'
      : 'the spec has no groups of nodes';
    return { ...NOTHING, unknown: [{ what: 'nodes', why }] };
  }
  const gauges = clustersOf(platform, scene).flatMap((cluster) =>
    cluster.pools.map((pool) => [pool, gaugeOf(pool, cluster)] as const),
  );
  const order = (pool: KnownPool) => scene.pools.indexOf(pool);
  return {
    gauges: gauges.sort(([a], [b]) => order(a) - order(b)).map(([, gauge]) => gauge),
    unknown: uncounted(platform, scene),
  };
}

/** What to write into it follows from all pods together: `nodeMaxima`. */
function gaugeOf(pool: KnownPool, cluster: NodeCluster): Gauge {
  const { name, path, most, least, node } = pool;
  const { cpuMillicores, memoryMib, pods } = node.each;
  const each = `${node.instanceType}: ${grouped(cpuMillicores)}m, ${grouped(memoryMib)}Mi, ${pods} pods`;
  const at = remembering((instant): Projected => {
    const { nodes, left, pods: asked, inputs } = cluster.needed(instant);
    const value = nodes.get(name) ?? 0;
    return {
      value,
      formula: `fewest nodes (${each}; least ${least.count}), group by group, that hold ${asked} = ${grouped(value)}`,
      inputs: [...inputs, least.path, [...path, 'instanceTypes']],
      unit: 'nodes',
      text: left > 0 ? `${grouped(value)}, and ${grouped(left)} pods find none` : grouped(value),
    };
  });
  return {
    id: `${name}.nodes`,
    what: `nodes of ${path.at(-1)}`,
    at,
    limit: { path: most.path, most: most.count, text: `${grouped(most.count)} nodes` },
    search: {
      firstBreak(stretches) {
        const instant = cluster.firstBreak(stretches);
        return instant && isTold(pool, cluster, instant) ? { instant, asked: at(instant) } : undefined;
      },
      greatest: (stretches) => at(cluster.busiest(stretches)),
    },
  };
}

/** Of groups that share pods those that would have to grow; the first one where no number of nodes would help. */
function isTold(pool: KnownPool, { pools, needed }: NodeCluster, instant: Instant): boolean {
  const { nodes } = needed(instant);
  const growing = pools.filter(({ name, most }) => (nodes.get(name) ?? 0) > most.count);
  return growing.length > 0 ? growing.includes(pool) : pool === pools[0];
}

/** Workloads whose pods are on no group that the catalog knows, or of which nobody knows what they ask for. */
function uncounted({ workloads }: Platform, scene: Scene): readonly Unknown[] {
  const counted = new Set(scene.runners.map(({ pods }) => pods.name));
  return [...workloads.keys()]
    .filter((key) => !counted.has(`workloads.${key}`))
    .map((key) => ({
      what: `nodes for the pods of ${key}`,
      why: `workloads.${key}.resources.requests are not said, or no group of nodes is known to take its pods`,
    }));
}
