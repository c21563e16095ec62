import type { Catalog } from '../../catalog/catalog.ts';
import { maxConnections } from '../../catalog/rds/max-connections.ts';
import { unknownTo } from '../../catalog/table.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import { grouped } from '../../util/grouped-digits.ts';
import type { Database } from './demand.ts';

/** What a database gives its clients. */
export type Supply =
  | {
      readonly isKnown: true;
      /** For clients: `max_connections` less the reserve. */
      readonly connections: number;
      /** `389 (410 less 21 in reserve)`. */
      readonly working: string;
      /** Where max_connections comes from, for people, and the place that says it. */
      readonly origin: string;
      readonly path: SpecPath;
    }
  | { readonly isKnown: false; readonly reason: string; readonly path: SpecPath };

/**
 * @param className of the primary or of a replica, which shares the parameters
 * @param classPath where it is said
 */
export function supplyOf(
  { rdsClasses }: Catalog,
  database: Database,
  key: string,
  className: string,
  classPath: SpecPath,
): Supply {
  const written = database.parameters.get('max_connections')?.value;
  const parameterPath = ['databases', key, 'parameters', 'max_connections', 'value'];
  if (written !== undefined && /^[0-9]{1,7}$/.test(written)) {
    return known(Number(written), `max_connections is ${grouped(Number(written))}`, parameterPath);
  }
  if (written !== undefined) {
    return { isKnown: false, reason: 'max_connections is a formula', path: parameterPath };
  }
  if (database.parameters.size === 0 && (database.parameterGroup.name !== undefined || database.adopt)) {
    return {
      isKnown: false,
      reason: 'its parameter group is not part of the spec and may set max_connections',
      path: ['databases', key],
    };
  }
  const estimate = maxConnections(rdsClasses, database.engine, className);
  if (!estimate) return { isKnown: false, reason: unknownTo(rdsClasses, className), path: classPath };
  const { connections, working } = estimate;
  return known(
    connections,
    `max_connections of ${className} is about ${grouped(connections)}: ${working}`,
    classPath,
  );
}

/** @source capacity reference §4: superusers and RDS itself need some; 5 % and at least 10 is our choice (2026-11) */
function known(most: number, origin: string, path: SpecPath): Supply {
  const reserve = Math.max(Math.ceil(most * 0.05), 10);
  const connections = Math.max(most - reserve, 0);
  return {
    isKnown: true,
    connections,
    working: `${grouped(connections)} (${grouped(most)} less ${grouped(reserve)} in reserve)`,
    origin,
    path,
  };
}
