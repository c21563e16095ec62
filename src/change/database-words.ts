import type { Catalog } from '../catalog/catalog.ts';
import { maxConnections } from '../catalog/rds/max-connections.ts';
import { unknownTo } from '../catalog/table.ts';
import type { Model } from '../components/registry.ts';
import { demandOfPooler, demandsOfWorkloads, total } from '../rules/connections/demand.ts';
import { supplyOf } from '../rules/connections/supply.ts';
import { arrow, isLess } from './arrow.ts';
import { type Phrase, phrase } from './phrase.ts';

type Database = Model['databases'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** The class with what it has, and the disk. */
export function databaseWords(
  before: Database | undefined,
  after: Database | undefined,
  catalog: Catalog,
): readonly Phrase[] {
  const old = before ?? after;
  const now = after ?? before;
  if (!old || !now) return [];
  const isWhole = !before || !after;
  const phrases: Phrase[] = [];
  if (isWhole || old.class !== now.class) phrases.push(classWords(old, now, catalog));
  for (const [key, replica] of now.readReplicas) {
    const was = old.readReplicas.get(key);
    if (!was || was.class === replica.class) continue;
    const words = classWords({ ...old, class: was.class }, { ...now, class: replica.class }, catalog);
    phrases.push({
      ...words,
      text: `read replica ${key}: ${words.text}`,
      tells: [`readReplicas.${key}.class`],
    });
  }
  if (isWhole || old.storage.allocated !== now.storage.allocated || old.storage.max !== now.storage.max)
    phrases.push(storageWords(old, now));
  return phrases;
}

function classWords(old: Database, now: Database, { rdsClasses }: Catalog): Phrase {
  const text = `class ${arrow(old.class, now.class)}`;
  const [was, is] = [rdsClasses.rows.get(old.class), rdsClasses.rows.get(now.class)];
  if (!was || !is)
    return phrase(`${text}: ${unknownTo(rdsClasses, was ? now.class : old.class)}`, ['class'], false);
  const [few, many] = [old, now].map((one) => maxConnections(rdsClasses, one.engine, one.class)?.connections);
  const connections =
    few === undefined || many === undefined ? '' : `, about ${arrow(few, many)} connections`;
  return phrase(
    `${text}: ${arrow(was.vcpu, is.vcpu)} vCPU, ${arrow(was.memoryGib, is.memoryGib)} GiB${connections}`,
    ['class'],
    isLess(was.vcpu, is.vcpu) || isLess(was.memoryGib, is.memoryGib),
  );
}

function storageWords({ storage: was }: Database, { storage: is }: Database): Phrase {
  const most =
    was.max === undefined && is.max === undefined ? '' : `, growing up to ${arrow(was.max, is.max)} GiB`;
  return phrase(
    `storage ${arrow(was.allocated, is.allocated)} GiB${most}`,
    ['storage.allocated', 'storage.max'],
    isLess(was.allocated, is.allocated) || isLess(was.max, is.max),
  );
}

/** What clients may open at the worst moment, of what the database takes; nothing where neither changes. */
export function connectionWords(
  key: string,
  before: { readonly model: Model; readonly catalog: Catalog },
  after: { readonly model: Model; readonly catalog: Catalog },
): readonly Phrase[] {
  const [was, is] = [before, after].map(({ model, catalog }) => {
    const database = model.databases.get(key);
    if (!database) return undefined;
    const pooler = demandOfPooler(model, key, database);
    const supply = supplyOf(catalog, database, key, database.class, ['databases', key, 'class']);
    return {
      demand: total([...demandsOfWorkloads(model, key, 'direct'), ...(pooler ? [pooler] : [])]),
      supply: supply.isKnown ? supply.connections : undefined,
    };
  });
  if (!was || !is || was.demand === is.demand) return [];
  const supply =
    was.supply === undefined && is.supply === undefined ? '' : ` of ${arrow(was.supply, is.supply)}`;
  return [{ text: `clients may open ${arrow(was.demand, is.demand)}${supply} connections`, tells: [] }];
}
