import type { Catalog } from '../../catalog/catalog.ts';
import { unknownTo } from '../../catalog/table.ts';
import type { Cache } from './schema.ts';

/** What the memory of one shard holds: a replica has the same keys as its primary and adds nothing. */
type ShardCapacity =
  | {
      readonly isKnown: true;
      readonly bytes: number;
      /** `26.32 GiB less 25 %`. */
      readonly working: string;
      /** The parameter of the cache that says how much is kept free, where it does. */
      readonly parameter?: ReserveParameter;
    }
  | { readonly isKnown: false; readonly reason: string };

export const RESERVE_PARAMETERS = ['reserved-memory-percent', 'reserved-memory'] as const;
type ReserveParameter = (typeof RESERVE_PARAMETERS)[number];

/**
 * Share of maxmemory that is no room for data: what is written while a snapshot or a synchronisation runs goes there.
 *
 * @source ElastiCache User Guide, "Managing reserved memory" (read 2026-11-27): the default, and the rule of thumb
 */
export const DEFAULT_RESERVE_PERCENT = 25;

/**
 * @param nodeType of the cache, or another one that is considered for it
 * @source ElastiCache User Guide, "Managing reserved memory"; INFO shows maxmemory less the reserve
 *   (repost.aws, "available memory elasticache redis node", both read 2026-11-27)
 */
export function shardCapacity(
  { elasticacheNodeTypes }: Catalog,
  { parameters, parameterGroupName }: Cache,
  nodeType: string,
): ShardCapacity {
  const { maxmemoryBytes, ssdBytes = 0 } = elasticacheNodeTypes.rows.get(nodeType) ?? {};
  if (maxmemoryBytes === undefined) {
    return { isKnown: false, reason: unknownTo(elasticacheNodeTypes, nodeType) };
  }
  const isForeign = parameterGroupName !== undefined && !parameterGroupName.startsWith('default.');
  if (parameters.size === 0 && isForeign) {
    return { isKnown: false, reason: `${parameterGroupName} is not part of the spec and may reserve memory` };
  }
  const reserve = reserveOf(parameters, maxmemoryBytes);
  if (!reserve) return { isKnown: false, reason: 'the memory in reserve is no number' };
  const bytes = Math.max(maxmemoryBytes - reserve.bytes, 0) + ssdBytes;
  const memory = `${gibibytes(maxmemoryBytes)} less ${reserve.text}`;
  return {
    isKnown: true,
    bytes,
    working: ssdBytes === 0 ? memory : `${memory} and ${gibibytes(ssdBytes)} of SSD`,
    ...(reserve.parameter ? { parameter: reserve.parameter } : {}),
  };
}

interface Reserve {
  readonly bytes: number;
  readonly text: string;
  readonly parameter?: ReserveParameter;
}

/** @returns undefined where the parameter is not a number */
export function reserveOf(
  parameters: ReadonlyMap<string, string>,
  maxmemoryBytes: number,
): Reserve | undefined {
  const parameter = RESERVE_PARAMETERS.find((name) => parameters.has(name));
  const written = parameter && parameters.get(parameter);
  if (parameter === undefined || written === undefined) {
    const bytes = Math.ceil((maxmemoryBytes * DEFAULT_RESERVE_PERCENT) / 100);
    return { bytes, text: `${DEFAULT_RESERVE_PERCENT} %` };
  }
  if (!/^[0-9]{1,15}$/.test(written)) return undefined;
  const number = Number(written);
  return parameter === 'reserved-memory'
    ? { bytes: number, text: gibibytes(number), parameter }
    : { bytes: Math.ceil((maxmemoryBytes * number) / 100), text: `${number} %`, parameter };
}

/** `19.73 GiB`, rounded down: what is said to be there is there. */
export function gibibytes(bytes: number): string {
  return `${Math.floor((bytes / 2 ** 30) * 100) / 100} GiB`;
}
