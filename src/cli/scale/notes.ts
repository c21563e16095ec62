import type { ResolvedSpec } from '../../compiler/compile.ts';
import type { SpecChange } from '../../compiler/edit/change-spec.ts';
import type { Field } from '../../compiler/language/field.ts';
import type { Cell, LeafCell } from '../../compiler/resolve/cell.ts';
import { formatPath, type SpecPath } from '../../compiler/spec-path.ts';
import { specField } from './spec-field.ts';

/** What an edit means beyond its lines: a number that somebody else owns moves nothing in the cloud. */
interface Trap {
  /** Path of the value with `*` for names. */
  readonly at: string;
  /** Values of the item with which the trap is there, all of them. */
  readonly when: Readonly<Record<string, string>>;
  readonly isTrap?: (before: LeafCell | undefined, after: LeafCell | undefined) => boolean;
  readonly say: string;
}

const rises = (before: LeafCell | undefined, after: LeafCell | undefined) =>
  typeof before?.value === 'number' && typeof after?.value === 'number' && after.value > before.value;

const TRAPS: readonly Trap[] = [
  ...['nodeGroups', 'autoScalingGroups'].map(
    (kind): Trap => ({
      at: `${kind}.*.size.initial`,
      when: { 'size.owner': 'cluster-autoscaler' },
      say: 'initial only counts when the group is made: Cluster Autoscaler owns the number now; min adds nodes at once',
    }),
  ),
  {
    at: 'nodeGroups.*.size.min',
    when: { 'size.owner': 'cluster-autoscaler', 'size.minOwner': 'terraform' },
    isTrap: rises,
    // @source terraform-aws-modules/terraform-aws-eks #1879
    say: 'EKS refuses a min above the number of nodes that it wants now, and Terraform leaves that number alone; if there are fewer, raise it first: aws eks update-nodegroup-config --scaling-config minSize=…,desiredSize=…',
  },
  ...['nodeGroups', 'autoScalingGroups'].map(
    (kind): Trap => ({
      at: `${kind}.*.size.min`,
      when: { 'size.minOwner': 'schedule' },
      say: 'a schedule owns min: an apply leaves the live number alone until the schedule fires',
    }),
  ),
  {
    at: 'workloads.*.autoscaling.minReplicas',
    when: { 'autoscaling.minReplicasOwner': 'schedule' },
    say: 'a schedule owns minReplicas: an apply leaves the live number alone until the schedule fires',
  },
  {
    at: 'databases.*.storage.allocated',
    when: { 'storage.owner': 'rds-autoscaling' },
    // @source terraform-provider-aws internal/service/rds/instance.go, DiffSuppressFunc of allocated_storage: a
    // larger live disk is no difference (read 2026-11-25)
    say: 'RDS owns the size of the disk and grows it by itself: an apply only does something where the live disk is smaller than this',
  },
  ...[
    ['databases', 'class'],
    ['caches', 'nodeType'],
  ].map(
    ([kind, key]): Trap => ({
      at: `${kind}.*.${key}`,
      when: { 'changes.apply': 'maintenance-window' },
      say: 'takes effect in the next maintenance window (changes.maintenanceWindow), not at the apply; changes.apply=immediately takes it at once',
    }),
  ),
  {
    at: 'caches.*.shards.initial',
    when: { 'shards.owner': 'application-auto-scaling' },
    say: 'Application Auto Scaling owns the number of shards: initial only counts when the cache is made; shards.min and shards.max move it',
  },
  {
    at: 'caches.*.replicasPerShard',
    when: { 'replicaScaling.owner': 'application-auto-scaling' },
    say: 'Application Auto Scaling owns the number of replicas: it only counts when the cache is made; replicaScaling.min and .max move it',
  },
];

/** One line for each trap that the changes of one environment step into. */
export function notesOn(
  changes: readonly SpecChange[],
  before: ResolvedSpec | undefined,
  after: ResolvedSpec,
  language: Field,
): readonly string[] {
  const notes = changes.flatMap(({ path }) => {
    const pattern = specField(language, path)?.pattern.join('.');
    const item = path.slice(0, 2);
    const traps = TRAPS.filter(({ at, when, isTrap }) => {
      if (at !== pattern) return false;
      const isThere = Object.entries(when).every(
        ([key, value]) => leafAt(after.cells, [...item, ...key.split('.')])?.written === value,
      );
      if (!isThere) return false;
      return !isTrap || isTrap(before && leafAt(before.cells, path), leafAt(after.cells, path));
    }).map(({ say }) => `${formatPath(path)}: ${say}`);
    return [...traps, ...onlyDeclared(path, after)];
  });
  return [...new Set(notes)];
}

/** Resources of a Deployment that somebody else manages. */
function onlyDeclared(path: SpecPath, after: ResolvedSpec): readonly string[] {
  const [kind, name = '', section] = path;
  if (kind !== 'workloads' || section !== 'resources') return [];
  if (leafAt(after.cells, ['workloads', name, 'image'])) return [];
  return [
    `${formatPath(path.slice(0, 2))} has no image: somebody else manages the Deployment, so its resources are only declared here, and must be changed there as well`,
  ];
}

export function leafAt(root: Cell, path: SpecPath): LeafCell | undefined {
  let cell: Cell | undefined = root;
  for (const part of path) cell = cell?.kind === 'leaf' ? undefined : cell?.entries.get(part);
  return cell?.kind === 'leaf' ? cell : undefined;
}
