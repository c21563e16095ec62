import type { Catalog } from '../../catalog/catalog.ts';
import { type ConnectionEngine, maxConnections } from '../../catalog/rds/max-connections.ts';
import type { Suggestion } from '../../compiler/diagnostic.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import { grouped } from '../../util/grouped-digits.ts';
import type { Demand } from './demand.ts';

/** Greatest value to say for the connections of one pod where this many are left; less than 1 when none. */
function fittingSize({ connections, size, sizeFor }: Demand, left: number): number {
  return sizeFor(Math.floor(left / (connections / size)));
}

/** Greatest number to say for the pods where this many connections are left; 0 when none. */
function fittingPods({ size, surge }: Demand, left: number): number {
  for (let pods = Math.floor(left / size); pods > 0; pods -= 1) {
    if ((pods + surge(pods)) * size <= left) return pods;
  }
  return 0;
}

/** How full a class may be that somebody is told to take. @source capacity reference §4 (2026-11) */
const FULL = 0.8;

/**
 * The smallest class of the same family that has room for so many connections; another family may be another
 * architecture, or unknown to the engine.
 */
function fittingClass(
  { rdsClasses }: Catalog,
  engine: ConnectionEngine,
  className: string,
  connections: number,
): { readonly className: string; readonly connections: number } | undefined {
  return [...rdsClasses.rows.keys()]
    .filter((name) => familyOf(name) === familyOf(className))
    .map((name) => ({
      className: name,
      connections: maxConnections(rdsClasses, engine, name)?.connections ?? 0,
    }))
    .filter((each) => each.connections * FULL >= connections)
    .sort((a, b) => a.connections - b.connections || memoryOf(a) - memoryOf(b))
    .at(0);

  function memoryOf(each: { readonly className: string }): number {
    return rdsClasses.rows.get(each.className)?.memoryGib ?? 0;
  }
}

/** `db.r6g` of `db.r6g.large`. */
function familyOf(className: string): string {
  return className.slice(0, className.lastIndexOf('.'));
}

/** Every change by one value that makes `demand` fit, where nothing else changes. */
export function valuesThatFit(demand: Demand, left: number): Suggestion[] {
  const [size, pods] = [fittingSize(demand, left), fittingPods(demand, left)];
  const [sizeKey, podsKey] = [demand.sizePath.at(-1), demand.podsPath.at(-1)];
  return [
    ...(size >= 1
      ? [{ message: `${sizeKey} ${grouped(size)} fits`, change: { path: demand.sizePath, value: size } }]
      : []),
    ...(pods >= Math.max(demand.fewestPods, 1)
      ? [{ message: `${podsKey} ${grouped(pods)} fits`, change: { path: demand.podsPath, value: pods } }]
      : []),
  ];
}

/** The class to take instead, where there is one. */
export function classThatFits(
  catalog: Catalog,
  engine: ConnectionEngine,
  { className, classPath }: { readonly className: string; readonly classPath: SpecPath },
  connections: number,
): Suggestion[] {
  const larger = fittingClass(catalog, engine, className, connections);
  if (!larger) return [];
  return [
    {
      message: `${larger.className} gives about ${grouped(larger.connections)} and fits with 20 % to spare`,
      change: { path: classPath, value: larger.className },
    },
  ];
}
