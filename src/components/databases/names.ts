import { familyOf } from './facts/engine-version.ts';
import type { Database } from './schema.ts';

/** Which parameter group a database has. */
export type ParameterGroup =
  /** Terraform makes or imports it. */
  | { readonly kind: 'managed'; readonly name: string; readonly family: string }
  /** It exists and is only attached. */
  | { readonly kind: 'existing'; readonly name: string }
  /** The default of the engine, or whatever an adopted database has. */
  | { readonly kind: 'none' };

export function parameterGroupOf(database: Database): ParameterGroup {
  const { name } = database.parameterGroup;
  if (database.parameters.size === 0)
    return name === undefined ? { kind: 'none' } : { kind: 'existing', name };
  const family = familyOf(database.engine, database.engineVersion);
  // A changed family replaces the group, and the new one is made before the old one goes, so that the name
  // has to change with it. CreateDBParameterGroup takes no dots in names.
  return {
    kind: 'managed',
    name: name ?? `${database.identifier}-${family.replaceAll('.', '-')}`,
    family,
  };
}

/** The file of an engine's databases, named as the guide names its modules. */
export function fileOf(database: Database): string {
  return `rds-${database.engine}`;
}
