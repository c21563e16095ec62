import { ENGINES, type Engine } from '../../components/databases/facts/engines.ts';
import type { DatabaseFacts } from '../facts-of-data.ts';
import { type Building, type Tell, tellAbout } from './building.ts';
import { careOf, storageOf } from './database-parts.ts';
import { Keys, withoutPrefix } from './names.ts';
import { isDefaultGroup, parametersFor } from './parameters.ts';
import { replicaOf } from './read-replicas.ts';
import type { ItemBuilder } from './spec-tree.ts';
import { subnetGroupOf } from './subnet-groups.ts';

export function buildDatabases(building: Building): void {
  const { facts, notes, environment } = building;
  const keys = new Keys(notes, 'databases', building.subjects);
  const imported = new Set<string>();
  for (const database of facts.databases) {
    if (database.source !== undefined) continue;
    const subject = `DB instance ${database.id}`;
    const tell = tellAbout(notes, subject);
    const refusal = refusalOf(database);
    if (refusal !== undefined) {
      tell('not-imported', refusal);
      continue;
    }
    const key = keys.keyFor(withoutPrefix(database.id, environment), subject);
    buildPrimary(key, database, building, tell);
    imported.add(database.id);
    buildReplicas(key, database, building);
  }
  for (const { id, source } of facts.databases) {
    if (source === undefined || imported.has(source)) continue;
    const text = `its primary, ${source}, is not imported, or is in another region`;
    tellAbout(notes, `DB instance ${id}`)('not-imported', text);
  }
}

function refusalOf(database: DatabaseFacts): string | undefined {
  const { cluster, engine, engineVersion, allocatedGib, username } = database;
  if (cluster !== undefined)
    return `it belongs to the DB cluster ${cluster}, and the language has no clusters`;
  if (!isKnownEngine(engine)) return `its engine, ${engine ?? 'unknown'}, is not in the language`;
  if (engineVersion === undefined || database.class === undefined || !allocatedGib)
    return 'version, class or size is missing: it is not finished, or the input is cut';
  if (username === undefined)
    return 'the name of its administrator is missing or sensitive, and another one would replace the database';
  return undefined;
}

function isKnownEngine(engine: string | undefined): engine is Engine {
  return ENGINES.some((known) => known === engine);
}

function buildPrimary(key: string, database: DatabaseFacts, building: Building, tell: Tell): void {
  const item = building.spec.at('databases', key);
  item.set('adopt', true);
  // Kept even where it is the default: a changed key would make another database of it.
  item.set('identifier', database.id);
  item.set('engine', database.engine);
  item.set('engineVersion', database.engineVersion);
  item.set('class', database.class);
  item.unlessDefault('databaseName', database.databaseName);
  item.set('username', database.username);
  storageOf(database, item, tell);
  item.unlessDefault('multiAz', database.multiAz);
  item.unlessDefault('port', database.port);
  networkOf(key, database, building, item, tell);
  parametersInto(database, building, item, tell);
  careOf(database, item, tell);
  item.unlessDefault('deletionProtection', database.deletionProtection);
  item.unlessDefault('iamAuthentication', database.iamAuthentication);
  // What AWS gives by itself since 2024 needs no word.
  if (database.caCertificateIdentifier !== 'rds-ca-rsa2048-g1')
    item.set('caCertificateIdentifier', database.caCertificateIdentifier);
  if (database.publiclyAccessible)
    tell('changes', 'publicly_accessible from true to false: the language has no public databases');
  if (database.optionGroup !== undefined && !database.optionGroup.startsWith('default:'))
    tell('told', `its option group ${database.optionGroup} stays as it is; the language has none`);
  if (database.hasManagedPassword)
    tell('told', 'RDS manages its password; credentials: keep, the default here, leaves it alone');
  if (database.hasPendingChanges)
    tell('told', 'changes of it are waiting for its maintenance window: the spec has the values of today');
}

function networkOf(
  key: string,
  { securityGroups, subnetGroup, subnets }: DatabaseFacts,
  building: Building,
  item: ItemBuilder,
  tell: Tell,
): void {
  item.unlessDefault('securityGroups', building.securityGroups.namesFor(securityGroups, key));
  subnetGroupOf('rds', subnetGroup, subnets, building, item, tell);
}

function parametersInto(
  { parameterGroup }: DatabaseFacts,
  building: Building,
  item: ItemBuilder,
  tell: Tell,
): void {
  if (parameterGroup === undefined || isDefaultGroup(parameterGroup)) return;
  item.set('parameterGroup.name', parameterGroup);
  for (const { name, value, apply } of parametersFor('rds', parameterGroup, building, tell) ?? []) {
    const parameter = item.inside('parameters', name);
    parameter.set('value', value);
    parameter.unlessDefault('apply', apply);
  }
}

function buildReplicas(key: string, primary: DatabaseFacts, building: Building): void {
  const keys = new Keys(building.notes, `databases.${key}.readReplicas`, building.subjects);
  for (const replica of building.facts.databases) {
    if (replica.source !== primary.id) continue;
    const subject = `DB instance ${replica.id}`;
    const replicaKey = keys.keyFor(withoutPrefix(replica.id, primary.id), subject);
    const item = building.spec.at('databases', key, 'readReplicas', replicaKey);
    replicaOf(replica, primary, item, tellAbout(building.notes, subject));
  }
}
