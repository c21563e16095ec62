import { type ConnectionEngine, maxConnections } from '../catalog/rds/max-connections.ts';
import { unknownTo } from '../catalog/table.ts';
import type { Attributes, PlannedChange } from '../plan/plan.ts';
import { grouped } from '../util/grouped-digits.ts';
import { cacheWords } from './cache-words.ts';
import type { ReviewedEnvironment } from './environment.ts';
import { arrow, type Phrase } from './phrase.ts';
import { podWords } from './pod-words.ts';
import { safeText } from './safe-text.ts';

/**
 * What a change means in vCPU, GiB, nodes, pods and connections; nothing where it is about something else. The
 * attributes that are not told about are for the reader to take as they stand.
 */
export function capacityWords(change: PlannedChange, environment: ReviewedEnvironment): readonly Phrase[] {
  switch (change.type) {
    case 'aws_db_instance':
      return databaseWords(change, environment);
    case 'aws_elasticache_replication_group':
      return cacheWords(change, environment.catalog);
    case 'aws_autoscaling_group':
    case 'aws_eks_node_group':
      return nodeWords(change, environment);
    case 'kubernetes_horizontal_pod_autoscaler_v2':
      return podWords(change, environment);
    default:
      return [];
  }
}

function databaseWords(
  { before, after, edits }: PlannedChange,
  { catalog }: ReviewedEnvironment,
): readonly Phrase[] {
  const phrases: Phrase[] = [];
  const changes = (attribute: string) => edits.some((edit) => edit.attribute === attribute);
  if (changes('instance_class')) {
    const [was, becomes] = [String(before['instance_class']), String(after['instance_class'])];
    phrases.push({ attributes: ['instance_class'], text: classWords(was, becomes, after, catalog) });
  }
  if (changes('allocated_storage')) phrases.push(size('allocated_storage', 'storage', ' GiB', before, after));
  if (changes('max_allocated_storage'))
    phrases.push(size('max_allocated_storage', 'storage maximum', ' GiB', before, after));
  return phrases;
}

function classWords(
  was: string,
  becomes: string,
  { engine }: Attributes,
  { rdsClasses }: ReviewedEnvironment['catalog'],
): string {
  const head = `class ${arrow(safeText(was, 40), safeText(becomes, 40))}`;
  const [old, now] = [rdsClasses.rows.get(was), rdsClasses.rows.get(becomes)];
  if (!old || !now) return `${head}: ${safeText(unknownTo(rdsClasses, old ? becomes : was), 80)}`;
  const figures = [
    `${arrow(old.vcpu, now.vcpu)} vCPU`,
    `${arrow(old.memoryGib, now.memoryGib)} GiB`,
    ...connections(rdsClasses, engine, was, becomes),
  ];
  return `${head}: ${figures.join(', ')}`;
}

function connections(
  classes: ReviewedEnvironment['catalog']['rdsClasses'],
  engine: unknown,
  ...names: readonly [string, string]
): readonly string[] {
  if (engine !== 'postgres' && engine !== 'mysql' && engine !== 'mariadb') return [];
  const [was, becomes] = names.map(
    (name) => maxConnections(classes, engine as ConnectionEngine, name)?.connections,
  );
  if (was === undefined || becomes === undefined) return [];
  // An estimate: three digits say as much as it knows.
  return [`about ${arrow(grouped(rounded(was)), grouped(rounded(becomes)))} connections`];
}

function nodeWords(change: PlannedChange, environment: ReviewedEnvironment): readonly Phrase[] {
  const sizes = (attributes: Attributes) => {
    const config = change.type === 'aws_eks_node_group' ? first(attributes['scaling_config']) : attributes;
    return { min: Number(config['min_size'] ?? 0), max: Number(config['max_size'] ?? 0) };
  };
  const [was, becomes] = [sizes(change.before), sizes(change.after)];
  if (was.min === becomes.min && was.max === becomes.max) return [];
  const range = arrow(`${was.min}–${was.max}`, `${becomes.min}–${becomes.max}`);
  const attributes =
    change.type === 'aws_eks_node_group'
      ? ['scaling_config[0].min_size', 'scaling_config[0].max_size']
      : ['min_size', 'max_size'];
  const type = instanceTypeOf(change, environment);
  const row = type === undefined ? undefined : environment.catalog.ec2Types.rows.get(type);
  const gib = (nodes: number) => Math.round((nodes * (row?.memoryMib ?? 0)) / 1024);
  const figures = row
    ? `: up to ${arrow(was.max * row.vcpu, becomes.max * row.vcpu)} vCPU, ${arrow(gib(was.max), gib(becomes.max))} GiB`
    : '';
  return [
    { attributes, text: `nodes${type === undefined ? '' : ` of ${safeText(type, 40)}`} ${range}${figures}` },
  ];
}

/** Groups of several types hold types of one shape, so that the first one tells. */
function instanceTypeOf(
  { after, address }: PlannedChange,
  environment: ReviewedEnvironment,
): string | undefined {
  const own = after['instance_types'];
  if (Array.isArray(own) && typeof own[0] === 'string') return own[0];
  const [kind, key = ''] = environment.places.get(address) ?? [];
  if (kind === 'autoScalingGroups') return environment.model.autoScalingGroups.get(key)?.instanceTypes[0];
  if (kind === 'nodeGroups') return environment.model.nodeGroups.get(key)?.instanceTypes[0];
  return undefined;
}

function size(attribute: string, name: string, unit: string, before: Attributes, after: Attributes): Phrase {
  const show = (value: unknown) => (typeof value === 'number' ? grouped(value) : 'none');
  return {
    attributes: [attribute],
    text: `${name} ${arrow(show(before[attribute]), show(after[attribute]))}${unit}`,
  };
}

function first(value: unknown): Attributes {
  return Array.isArray(value) && typeof value[0] === 'object' && value[0] !== null
    ? (value[0] as Attributes)
    : {};
}

function rounded(value: number): number {
  const unit = 10 ** Math.max(0, String(value).length - 2);
  return Math.round(value / unit) * unit;
}
