import { rdsFamilyOf } from '../../catalog/rds/families.ts';
import { type Supply, supplyOf } from '../../rules/connections/supply.ts';
import { classThatFits } from '../../rules/connections/what-fits.ts';
import type { Raise } from '../gauge.ts';
import type { Platform } from '../platform.ts';
import type { Projected } from '../projected.ts';
import { type DatabaseClass, raiseClass } from './database-class.ts';

/** What gives a database so many connections: a class with room to spare, or the parameter where it is written. */
export function raiseSupply(
  platform: Platform,
  key: string,
  supply: Extract<Supply, { isKnown: true }>,
  greatest: Projected,
): Raise {
  const { model, catalog } = platform;
  const database = model.databases.get(key)!;
  if (supply.followsClass) {
    const classPath = ['databases', key, 'class'];
    const [found] = classThatFits(
      catalog,
      database.engine,
      { className: database.class, classPath },
      greatest.value,
    );
    const change = found?.change;
    const name = change && 'value' in change ? String(change.value) : undefined;
    const known = name === undefined ? undefined : catalog.rdsClasses.rows.get(name);
    const chosen: DatabaseClass | undefined = known && {
      name: name!,
      vcpu: known.vcpu,
      memoryGib: known.memoryGib,
    };
    const family = rdsFamilyOf(database.class);
    return raiseClass(
      platform,
      key,
      chosen,
      `${greatest.formula}, for which a ${family} has room with 20 % to spare`,
    );
  }
  // The reserve grows with the number: find the first that leaves enough.
  let most = greatest.value;
  while (!leaves(most)) most += 1;
  return {
    text: `"${most}"`,
    formula: `${greatest.formula}, and the reserve`,
    changes: [{ path: supply.path, value: String(most), rank: most }],
  };

  function leaves(connections: number): boolean {
    const parameters = new Map(database.parameters);
    const written = parameters.get('max_connections');
    if (written) parameters.set('max_connections', { ...written, value: String(connections) });
    const given = supplyOf(catalog, { ...database, parameters }, key, database.class, supply.path);
    return !given.isKnown || given.connections >= greatest.value;
  }
}
