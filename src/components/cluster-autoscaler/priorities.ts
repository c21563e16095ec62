import { type Group, type Groups, groupsOf, targetOf } from './groups.ts';

/** The name is fixed in Cluster Autoscaler. */
export const PRIORITIES_CONFIG_MAP = 'cluster-autoscaler-priority-expander';

/**
 * The entry `priorities` of the ConfigMap, in YAML: for each priority, the highest first, regular expressions over
 * the names of Auto Scaling groups. Groups that the spec does not have are left out.
 *
 * @returns text that ends with a newline
 * @source kubernetes/autoscaler@137161c, cluster-autoscaler/expander/priority/priority.go: `map[int][]string`, RE2,
 *   matched anywhere in the name (read 2026-11-25)
 */
export function prioritiesText(priorities: ReadonlyMap<string, number>, model: Groups): string {
  const known = new Map(groupsOf(model).map((group) => [targetOf(group), group]));
  const patterns = new Map<number, string[]>();
  for (const [target, priority] of priorities) {
    const group = known.get(target);
    if (group) patterns.set(priority, [...(patterns.get(priority) ?? []), namePattern(group)]);
  }
  return [...patterns]
    .sort(([a], [b]) => b - a)
    .map(([priority, names]) => `${priority}:\n${names.map((name) => `  - ${quoted(name)}\n`).join('')}`)
    .join('');
}

/**
 * Matches the name of the Auto Scaling group and, as far as anybody can say, no other. EKS names that of a node
 * group `eks-<name>-<UUID>`; the name may end in our hash, and a replacement with another hash matches as well.
 *
 * @source kubernetes/autoscaler #3871 and #3956: Cluster Autoscaler sees the names of Auto Scaling groups, not of
 *   node groups (read 2026-11-25)
 */
export function namePattern({ kind, group }: Group): string {
  const name = escaped(group.name);
  return kind === 'nodeGroups' ? `^eks-${name}(-[0-9a-f]{6})?-[0-9a-f-]{36}$` : `^${name}$`;
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Single quotes take everything literally, backslashes too. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
