import type { Catalog } from '../../catalog/catalog.ts';
import { type ConnectionEngine, maxConnections } from '../../catalog/rds/max-connections.ts';
import { unknownTo } from '../../catalog/table.ts';

/** What the alarms compare a database with. Nothing in it is guessed: what is not known is absent. */
export interface Limits {
  readonly memoryGib: number | undefined;
  readonly connections: number | undefined;
  /** How the number of connections came about, for people. */
  readonly working: string;
}

interface Sized {
  readonly engine: ConnectionEngine;
  readonly parameters: ReadonlyMap<string, { readonly value: string }>;
}

/**
 * @param database whose parameters count; replicas share them
 * @param instanceClass of the instance itself
 */
export function limitsOf(
  { rdsClasses }: Catalog,
  { engine, parameters }: Sized,
  instanceClass: string,
): Limits {
  const memoryGib = rdsClasses.rows.get(instanceClass)?.memoryGib;
  const written = parameters.get('max_connections')?.value;
  if (written !== undefined) {
    const isNumber = /^[1-9][0-9]{0,6}$/.test(written);
    return {
      memoryGib,
      connections: isNumber ? Number(written) : undefined,
      working: isNumber ? 'the parameter max_connections' : 'the parameter max_connections is a formula',
    };
  }
  const computed = maxConnections(rdsClasses, engine, instanceClass);
  return {
    memoryGib,
    connections: computed?.connections,
    working: computed === undefined ? unknownTo(rdsClasses, instanceClass) : computed.working,
  };
}
