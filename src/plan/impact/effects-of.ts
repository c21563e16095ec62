import type { AttributeEdit, PlannedChange } from '../plan.ts';
import { globalCluster, rdsCluster, rdsClusterInstance } from './aurora.ts';
import { withBlueGreen } from './blue-green.ts';
import { askedMoment, type Effect, type Impact } from './effect.ts';
import { cacheCluster, globalReplicationGroup, replicationGroup } from './elasticache.ts';
import { cacheParameterEffects, dbParameterEffects } from './parameters.ts';
import { dbInstance } from './rds.ts';

/** Things of RDS and ElastiCache that hold or serve data themselves; the others are settings of them. */
const SERVING: Readonly<Record<string, Readonly<Record<string, Impact>>>> = {
  aws_db_instance: dbInstance,
  aws_rds_cluster: rdsCluster,
  aws_rds_cluster_instance: rdsClusterInstance,
  aws_rds_global_cluster: globalCluster,
  aws_elasticache_replication_group: replicationGroup,
  aws_elasticache_cluster: cacheCluster,
  aws_elasticache_global_replication_group: globalReplicationGroup,
};

/**
 * What a change of RDS or ElastiCache does to those who use it; nothing for other types and where nothing happens
 * in AWS.
 */
export function effectsOf(change: PlannedChange): readonly Effect[] {
  const { type, action } = change;
  if (!/^aws_(?:db|rds|elasticache)_/.test(type)) return [];
  const facts = Object.hasOwn(SERVING, type) ? SERVING[type] : undefined;
  if (action === 'none' || action === 'forget') return [];
  if (action === 'create') return [{ attribute: '', interruption: 'online', moment: 'now' }];
  if (action === 'delete' || action === 'replace') {
    // A new group of settings is there before the old one goes, or nothing refers to it.
    if (!facts && (change.isCreatedFirst || action === 'delete'))
      return [{ attribute: '', interruption: 'online', moment: 'now' }];
    return [{ attribute: change.forcedBy[0] ?? '', interruption: 'replace', moment: 'now' }];
  }
  if (type === 'aws_db_parameter_group' || type === 'aws_rds_cluster_parameter_group')
    return orOnline(dbParameterEffects(change));
  if (type === 'aws_elasticache_parameter_group') return orOnline(cacheParameterEffects(change));
  if (!facts) return [{ attribute: '', interruption: 'online', moment: 'now' }];
  const effects = change.edits.filter(isDone).map((edit) => effectOf(edit, change, facts));
  return orOnline(withBlueGreen(effects, change));
}

/** Computed attributes follow from others; what they become is known only afterwards. */
function isDone({ isUnknown, attribute }: AttributeEdit): boolean {
  return !isUnknown || attribute === 'parameter_group_name' || attribute === 'replicate_source_db';
}

function effectOf(
  edit: AttributeEdit,
  change: PlannedChange,
  facts: Readonly<Record<string, Impact>>,
): Effect {
  const { attribute } = edit;
  const impact = Object.hasOwn(facts, attribute) ? facts[attribute] : undefined;
  if (impact) return { attribute, ...impact(edit, change) };
  // What nobody has looked up may interrupt.
  const note = `what a change of ${attribute} does is not known here`;
  return { attribute, interruption: 'reboot', moment: askedMoment(change), note };
}

function orOnline(effects: readonly Effect[]): readonly Effect[] {
  return effects.length > 0 ? effects : [{ attribute: '', interruption: 'online', moment: 'now' }];
}
