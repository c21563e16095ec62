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
      /** Whether another class would give another number. */
      readonly followsClass: boolean;
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
  const reserved = reservedByParameters(database);
  if (written !== undefined && isNumber(written)) {
    const origin = `max_connections is ${grouped(Number(written))}`;
    return known(Number(written), reserved, { origin, path: parameterPath, followsClass: false });
  }
  if (written !== undefined) {
    return { isKnown: false, reason: 'max_connections is a formula', path: parameterPath };
  }
  if (database.parameters.size === 0 && (database.parameterGroup.name !== undefined || database.adopt)) {
    return {
      isKnown: false,
      reason: 'its parameter group is not part of the spec and may set max_connections',
      path: [
        'databases',
        key,
        ...(database.parameterGroup.name === undefined ? ['adopt'] : ['parameterGroup', 'name']),
      ],
    };
  }
  const estimate = maxConnections(rdsClasses, database.engine, className);
  if (!estimate) return { isKnown: false, reason: unknownTo(rdsClasses, className), path: classPath };
  const { connections, working } = estimate;
  const origin = `max_connections of ${className} is about ${grouped(connections)}: ${working}`;
  return known(connections, reserved, { origin, path: classPath, followsClass: true });
}

/** Slots that ordinary users never get. @source postgresql.org, "Connections and Authentication", both parameters */
function reservedByParameters({ engine, parameters }: Database): number {
  if (engine !== 'postgres') return 0;
  return ['superuser_reserved_connections', 'reserved_connections']
    .map((name) => parameters.get(name)?.value ?? '')
    .reduce((sum, value) => sum + (isNumber(value) ? Number(value) : 0), 0);
}

function isNumber(value: string): boolean {
  return /^[0-9]{1,7}$/.test(value);
}

/** @source capacity reference §4: superusers and RDS itself need some; 5 % and at least 10 is our choice (2026-11) */
function reserveOf(most: number): number {
  return Math.max(Math.ceil(most * 0.05), 10);
}

function known(
  most: number,
  reserved: number,
  source: { readonly origin: string; readonly path: SpecPath; readonly followsClass: boolean },
): Supply {
  const reserve = Math.max(reserveOf(most), reserved);
  const connections = Math.max(most - reserve, 0);
  return {
    isKnown: true,
    connections,
    working: `${grouped(connections)} (${grouped(most)} less ${grouped(reserve)} in reserve)`,
    ...source,
  };
}
