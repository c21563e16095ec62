import type { Catalog } from '../catalog/catalog.ts';
import { unknownTo } from '../catalog/table.ts';
import type { Attributes, PlannedChange } from '../plan/plan.ts';
import { arrow, type Phrase } from './phrase.ts';
import { safeText } from './safe-text.ts';

const COUNTS = ['node_type', 'num_node_groups', 'replicas_per_node_group', 'num_cache_clusters'];

/** What becomes of the nodes and the memory of a cache: all of it together, because each factor counts. */
export function cacheWords(
  { before, after, edits }: PlannedChange,
  { elasticacheNodeTypes }: Catalog,
): readonly Phrase[] {
  const changed = edits.filter(({ path, isUnknown }) => COUNTS.includes(path) && !isUnknown);
  if (changed.length === 0) return [];
  const parts = changed.map(({ path, before: was, after: becomes }) => {
    const name = path === 'num_cache_clusters' ? undefined : NAMES[path];
    return name === undefined
      ? []
      : [`${name} ${arrow(safeText(String(was ?? 'none'), 40), safeText(String(becomes), 40))}`];
  });
  const [old, now] = [shapeOf(before), shapeOf(after)];
  const figures = [`${arrow(old.shards * old.nodes, now.shards * now.nodes)} nodes`];
  const [oldType, newType] = [old, now].map(({ type }) => elasticacheNodeTypes.rows.get(type));
  if (oldType?.maxmemoryBytes !== undefined && newType?.maxmemoryBytes !== undefined) {
    const gib = (bytes: number, shards: number) => Math.round((bytes * shards) / 2 ** 30);
    figures.push(
      `${arrow(gib(oldType.maxmemoryBytes, old.shards), gib(newType.maxmemoryBytes, now.shards))} GiB of maxmemory`,
    );
  } else figures.push(safeText(unknownTo(elasticacheNodeTypes, newType ? old.type : now.type), 80));
  const head = parts.flat().join(', ');
  return [
    {
      attributes: changed.map(({ attribute }) => attribute),
      text: head === '' ? figures.join(', ') : `${head}: ${figures.join(', ')}`,
    },
  ];
}

const NAMES: Readonly<Record<string, string>> = {
  node_type: 'node type',
  num_node_groups: 'shards',
  replicas_per_node_group: 'replicas of each shard',
};

/** Shards, and nodes of each of them. */
function shapeOf(attributes: Attributes): { type: string; shards: number; nodes: number } {
  const type = String(attributes['node_type'] ?? '');
  const clusters = Number(attributes['num_cache_clusters'] ?? 0);
  const shards = Number(attributes['num_node_groups'] ?? 0) || 1;
  const isCluster =
    Number(attributes['num_node_groups'] ?? 0) > 0 && attributes['cluster_mode'] !== 'disabled';
  return isCluster
    ? { type, shards, nodes: 1 + Number(attributes['replicas_per_node_group'] ?? 0) }
    : { type, shards: 1, nodes: Math.max(1, clusters) };
}
