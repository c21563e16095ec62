import type { CacheFacts, CacheNodeFacts } from '../facts-of-data.ts';
import { type Building, type Tell, tellAbout } from './building.ts';
import { scalingsOf, writeScaling } from './cache-scaling.ts';
import { Keys, withoutPrefix } from './names.ts';
import { isDefaultGroup, parametersFor } from './parameters.ts';
import type { ItemBuilder } from './spec-tree.ts';
import { subnetGroupOf } from './subnet-groups.ts';
import { dailyWindow, days, weeklyWindow } from './units.ts';

export function buildCaches(building: Building): void {
  const { facts, notes, environment } = building;
  const keys = new Keys(notes, 'caches', building.subjects);
  for (const cache of facts.caches) {
    const subject = `replication group ${cache.id}`;
    const tell = tellAbout(notes, subject);
    // All nodes of a group are alike; the first by name is as good as any.
    const node = facts.cacheNodes.find(({ replicationGroup }) => replicationGroup === cache.id);
    const scalings = scalingsOf(cache, building);
    const refusal = refusalOf(cache, node) ?? (typeof scalings === 'string' ? scalings : undefined);
    if (refusal !== undefined || !node || typeof scalings === 'string') {
      tell('not-imported', refusal ?? '');
      continue;
    }
    const key = keys.keyFor(withoutPrefix(cache.id, environment), subject);
    buildCache(key, cache, node, building, tell);
    for (const scaling of scalings) writeScaling(scaling, building.spec.at('caches', key));
  }
  const known = new Set(facts.caches.map(({ id }) => id));
  const lonely = new Set(facts.cacheNodes.map(({ replicationGroup }) => replicationGroup ?? ''));
  for (const group of lonely) {
    if (!known.has(group))
      tellAbout(notes, `replication group ${group}`)(
        'not-imported',
        'only its nodes were given: add aws elasticache describe-replication-groups',
      );
  }
}

function refusalOf(cache: CacheFacts, node: CacheNodeFacts | undefined): string | undefined {
  const engine = cache.engine ?? node?.engine;
  if (cache.globalGroup !== undefined) return `it belongs to the global datastore ${cache.globalGroup}`;
  if (node?.engineVersion === undefined || node.subnetGroup === undefined)
    return 'its version and its subnet group are known by its nodes alone: add aws elasticache describe-cache-clusters';
  if (engine !== 'redis' && engine !== 'valkey') return `its engine, ${engine}, is not in the language`;
  if (cache.nodeType === undefined)
    return 'its node type is missing: it is not finished, or the input is cut';
  if (new Set(cache.replicas).size > 1)
    return 'its shards have different numbers of replicas, and the language has one number for all';
  return undefined;
}

function buildCache(
  key: string,
  cache: CacheFacts,
  node: CacheNodeFacts,
  building: Building,
  tell: Tell,
): void {
  const { securityGroups } = building;
  const item = building.spec.at('caches', key);
  const engine = cache.engine ?? node.engine;
  item.set('adopt', true);
  item.set('replicationGroupId', cache.id);
  item.unlessDefault('description', cache.description);
  item.unlessDefault('engine', engine);
  item.set('engineVersion', versionOf(engine, node.engineVersion));
  item.set('nodeType', cache.nodeType);
  if (cache.clusterMode === 'enabled') {
    item.set('shards.initial', cache.replicas.length);
    const isMoved = building.facts.scalingTargets.some(
      ({ replicationGroup, dimension }) => replicationGroup === cache.id && dimension === 'NodeGroups',
    );
    if (!isMoved)
      tell(
        'told',
        'Terraform owns its shards; aws application-autoscaling tells if somebody else moves them',
      );
  }
  item.unlessDefault('clusterMode', cache.clusterMode);
  item.set('replicasPerShard', Math.max(0, cache.replicas[0] ?? 0));
  item.unlessDefault('automaticFailover', cache.automaticFailover);
  item.unlessDefault('multiAz', cache.multiAz);
  item.unlessDefault('port', cache.port);
  parametersInto(cache, node, building, item, tell);
  subnetGroupOf('elasticache', node.subnetGroup, [], building, item, tell);
  item.unlessDefault('securityGroups', securityGroups.namesFor(node.securityGroups, key));
  securityOf(cache, item, tell);
  item.unlessDefault('snapshots.retention', days(cache.snapshotRetentionDays));
  item.unlessDefault('snapshots.window', dailyWindow(cache.snapshotWindow, tell));
  if (cache.snapshotWindow === undefined)
    tell('changes', 'snapshot_window, which the input does not tell, to the one of the language');
  const window = weeklyWindow(node.maintenanceWindow);
  item.unlessDefault('changes.maintenanceWindow', window);
  if (node.maintenanceWindow !== undefined && window === undefined)
    tell('changes', `its maintenance window ${node.maintenanceWindow}, longer than the language knows`);
  item.unlessDefault('autoMinorVersionUpgrade', cache.autoMinorVersionUpgrade);
  logsOf(cache, item, tell);
  item.unlessDefault('notificationTopicArn', node.topicArn);
}

function parametersInto(
  { clusterMode }: CacheFacts,
  { parameterGroup }: CacheNodeFacts,
  building: Building,
  item: ItemBuilder,
  tell: Tell,
): void {
  if (parameterGroup === undefined || isDefaultGroup(parameterGroup)) return;
  item.set('parameterGroupName', parameterGroup);
  for (const { name, value } of parametersFor('elasticache', parameterGroup, building, tell) ?? []) {
    // The language says it with clusterMode.
    const isMode = name === 'cluster-enabled' && value === 'yes' && clusterMode !== 'disabled';
    if (!isMode) item.inside('parameters').setLiteral(name, value);
  }
}

function securityOf(cache: CacheFacts, item: ItemBuilder, tell: Tell): void {
  item.unlessDefault('atRestEncryption', cache.atRestEncryption);
  item.unlessDefault('kmsKeyId', cache.kmsKeyId);
  item.unlessDefault('transitEncryption', cache.transitEncryption);
  const [group, ...others] = cache.userGroups;
  item.unlessDefault('userGroup', group);
  if (others.length > 0) tell('changes', `the user groups ${others.join(', ')}: the language has one`);
  if (cache.hasToken) tell('told', 'its AUTH token stays as it is; the language has no key for a password');
}

const LOGS: Readonly<Record<string, string>> = { 'slow-log': 'slowLog', 'engine-log': 'engineLog' };

function logsOf(cache: CacheFacts, item: ItemBuilder, tell: Tell): void {
  for (const { type = '', destination, destinationType, format } of cache.logs) {
    const key = Object.hasOwn(LOGS, type) ? LOGS[type] : undefined;
    if (key === undefined || destination === undefined) {
      tell('changes', `the delivery of its log ${type || '?'}, which the language does not know`);
      continue;
    }
    item.set(`logs.${key}.destination`, destination);
    item.unlessDefault(`logs.${key}.destinationType`, destinationType);
    item.unlessDefault(`logs.${key}.format`, format);
  }
}

/** Two numbers from Redis 6 on and for Valkey, three before. */
function versionOf(engine: string | undefined, version = ''): string {
  const isShort = engine === 'valkey' || Number(version.split('.')[0]) >= 6;
  return isShort ? version.split('.').slice(0, 2).join('.') : version;
}
