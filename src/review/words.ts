import { parameterEdits } from '../plan/impact/parameters.ts';
import type { AttributeEdit, PlannedChange } from '../plan/plan.ts';
import { isVirtual } from '../plan/virtual-attributes.ts';
import { capacityWords } from './capacity-words.ts';
import type { ReviewedEnvironment } from './environment.ts';
import { safeText, safeValue } from './safe-text.ts';

const MOST = 6;

/** What changes, for people: capacity first, then the attributes as they stand. */
export function wordsOf(
  change: PlannedChange,
  environment: ReviewedEnvironment | undefined,
): readonly string[] {
  const { action, type, edits } = change;
  if (action !== 'update' && action !== 'replace') return [];
  // Its name follows that of what it watches: told for each, it would hide the rest.
  if (type === 'aws_cloudwatch_metric_alarm' && action === 'replace') return [];
  if (/^aws_(?:db|elasticache|rds_cluster)_parameter_group$/.test(type) && action === 'update') {
    const changed = parameterEdits(change).map(
      ({ name, before, after }) => `${safeText(name, 60)} ${safeValue(before)} → ${safeValue(after)}`,
    );
    if (changed.length > 0) return shortened(changed);
  }
  const phrases =
    action === 'update' && environment && !hidesCapacity(change) ? capacityWords(change, environment) : [];
  const told = new Set(phrases.flatMap(({ attributes }) => attributes));
  const rest = edits.filter(
    (edit) => !told.has(edit.path) && !told.has(edit.attribute) && isTold(edit, change),
  );
  return shortened([...phrases.map(({ text }) => text), ...rest.map(editWords)]);
}

/** Words of capacity add several attributes up: with one of them hidden they would be wrong, or give it away. */
function hidesCapacity({ secret }: PlannedChange): boolean {
  return CAPACITY.some((attribute) => secret.has(attribute));
}

const CAPACITY = [
  'allocated_storage',
  'cluster_mode',
  'engine',
  'instance_class',
  'instance_types',
  'max_allocated_storage',
  'max_size',
  'min_size',
  'node_type',
  'num_cache_clusters',
  'num_node_groups',
  'replicas_per_node_group',
  'scaling_config',
  'spec',
];

function isTold(edit: AttributeEdit, { edits, action, forcedBy }: PlannedChange): boolean {
  if (action === 'replace') return forcedBy.includes(edit.path) || forcedBy.includes(edit.attribute);
  // Long texts that follow from the others: what an alarm says, what a dashboard shows.
  if (edit.attribute === 'alarm_description') return edits.length === 1;
  // Terraform's own settings are worth a line only where they are all there is.
  return !isVirtual(edit) || edits.every(isVirtual);
}

function editWords({ path, before, after, isSensitive, isUnknown }: AttributeEdit): string {
  const name = safeText(path, 80);
  if (isSensitive) return `${name} (sensitive)`;
  const [was, becomes] = [safeValue(before), safeValue(after)];
  if (isUnknown) return `${name} ${/[{[]/.test(was) ? '' : `${was} `}→ known after the apply`;
  // Two long texts that begin alike tell nothing.
  const isLong = /[{[]/.test(was) && becomes.length > 30;
  return was === becomes || isLong || (was.endsWith('…') && becomes.endsWith('…'))
    ? `${name} changes`
    : `${name} ${was} → ${becomes}`;
}

function shortened(words: readonly string[]): readonly string[] {
  return words.length <= MOST ? words : [...words.slice(0, MOST - 1), `and ${words.length - MOST + 1} more`];
}
