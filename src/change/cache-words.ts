import type { Catalog } from '../catalog/catalog.ts';
import { unknownTo } from '../catalog/table.ts';
import type { Model } from '../components/registry.ts';
import { arrow, isLess } from './arrow.ts';
import { type Phrase, phrase } from './phrase.ts';

type Cache = Model['caches'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** Shards × nodes of each, and the memory for data, which replicas do not add to. */
export function cacheWords(
  before: Cache | undefined,
  after: Cache | undefined,
  { elasticacheNodeTypes }: Catalog,
): readonly Phrase[] {
  const figuresOf = ({ nodeType, shards, replicasPerShard }: Cache) => {
    const count = shards?.initial ?? 1;
    const bytes = elasticacheNodeTypes.rows.get(nodeType)?.maxmemoryBytes;
    return {
      nodeType,
      shards: count,
      nodes: count * (1 + replicasPerShard),
      gib: bytes === undefined ? undefined : (bytes * count) / 2 ** 30,
    };
  };
  const old = before ?? after;
  const now = after ?? before;
  if (!old || !now) return [];
  const [was, is] = [figuresOf(old), figuresOf(now)];
  if (before && after && JSON.stringify(was) === JSON.stringify(is)) return [];
  const memory =
    was.gib === undefined || is.gib === undefined
      ? unknownTo(elasticacheNodeTypes, was.gib === undefined ? was.nodeType : is.nodeType)
      : `${arrow(was.gib, is.gib)} GiB of maxmemory`;
  return [
    phrase(
      `${arrow(was.nodeType, is.nodeType)}, shards ${arrow(was.shards, is.shards)}: ${arrow(was.nodes, is.nodes)} ${was.nodes === 1 && is.nodes === 1 ? 'node' : 'nodes'}, ${memory}`,
      ['nodeType', 'shards.initial', 'replicasPerShard'],
      isLess(was.nodes, is.nodes) || isLess(was.gib, is.gib),
    ),
  ];
}
