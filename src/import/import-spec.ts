import { compileSpec, type Knowledge } from '../compiler/compile.ts';
import type { Diagnostic } from '../compiler/diagnostic.ts';
import type { SpecDocument } from '../compiler/source-tree.ts';
import { buildAutoScalingGroups } from './build/auto-scaling-groups.ts';
import type { Building } from './build/building.ts';
import { buildCaches } from './build/caches.ts';
import { buildDatabases } from './build/databases.ts';
import {
  type Account,
  buildFoundation,
  chooseAccount,
  chooseFoundation,
  type Given,
} from './build/foundation.ts';
import { SecurityGroups } from './build/names.ts';
import { buildNodeGroups } from './build/node-groups.ts';
import { SpecBuilder, type SpecTree } from './build/spec-tree.ts';
import { buildWorkloads, isClusterAutoscaler } from './build/workloads.ts';
import type { Facts } from './facts.ts';
import { inOneRegion } from './in-one-region.ts';
import { NOTE_KINDS, type Note } from './note.ts';
import { oneOfEach } from './one-of-each.ts';
import { printSpec } from './print.ts';
import { prune } from './prune.ts';
import { withoutRefused } from './without-refused.ts';

export interface ImportOptions extends Given {
  readonly environment: string;
  readonly tier: 'dev' | 'staging' | 'prod';
  /** As YYYY-MM-DD. */
  readonly today: string;
}

export interface Imported {
  readonly text: string;
  /** Sorted by kind and subject; they stand in the text as comments, too. */
  readonly notes: readonly Note[];
  /** What the rules say about the spec. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where those are. */
  readonly document: SpecDocument | undefined;
}

/** A first spec from what is there. The same facts make the same bytes, in whatever order they came. */
export function importSpec(found: Facts, knowledge: Knowledge, options: ImportOptions): Imported {
  const account = chooseAccount(found, options);
  const facts = inOneRegion(oneOfEach(found), account);
  const building = build(facts, account, options);
  const { spec, notes } = building;
  const compile = (tree: SpecTree) => {
    const text = printSpec(tree, []);
    const file = `specs/${options.environment}.yaml`;
    const files = { read: () => ({ text }) };
    return compileSpec(file, files, knowledge, { today: options.today });
  };
  const sound = withoutRefused(spec.tree, building, (tree) => compile(tree).diagnostics);
  const tree = prune(sound, spec.optional, (each) => {
    const { value, diagnostics } = compile(each);
    return diagnostics.some(({ severity }) => severity === 'error') ? undefined : value;
  });
  for (const [kind, text] of STATE_ALONE)
    if (tree.has(kind)) notes.push({ kind: 'changes', subject: kind, text: `${text}, in the state alone` });
  if (tree.has('caches')) notes.push({ kind: 'told', subject: 'caches', text: EMPTY_TOKEN });
  const sorted = sortNotes(notes);
  const { diagnostics, document } = compile(tree);
  return { text: printSpec(tree, sorted), notes: sorted, diagnostics, document };
}

function build(facts: Facts, account: Account, options: ImportOptions): Building {
  const spec = new SpecBuilder();
  const choice = chooseFoundation(facts, options);
  const { notes } = facts;
  const building: Building = {
    facts,
    spec,
    notes,
    subjects: new Map(),
    environment: options.environment,
    securityGroups: new SecurityGroups(),
    foundation: choice,
  };
  spec.set(['apiVersion'], 'elastiform/v1');
  spec.set(['environment'], options.environment);
  spec.set(['tier'], options.tier);
  // What the language makes by itself would be new.
  spec.set(['alarms'], false);
  notes.push({ kind: 'told', subject: 'alarms: false', text: NO_ALARMS });
  spec.set(['aws', 'ownTags'], false);
  notes.push({ kind: 'told', subject: 'aws.ownTags: false', text: NO_TAGS });
  buildFoundation(spec, facts, { given: options, account, choice, notes });
  buildAutoScalingGroups(building);
  buildNodeGroups(building);
  buildWorkloads(building);
  buildDatabases(building);
  buildCaches(building);
  buildClusterAutoscaler(building);
  for (const [id, name] of building.securityGroups.names)
    spec.set(['foundation', 'securityGroups', name], id);
  return building;
}

const NO_ALARMS = 'the alarms of elastiform would be new resources; take the line away to have them';

/** What AWS does not tell, so that an import leaves it empty; what the provider does to fill it changes nothing in AWS. */
const STATE_ALONE: readonly (readonly [string, string])[] = [
  ['autoScalingGroups', 'wait_for_capacity_timeout'],
  ['caches', 'apply_immediately, auth_token_update_strategy, final_snapshot_identifier and timeouts'],
  ['databases', 'apply_immediately, final_snapshot_identifier, skip_final_snapshot and timeouts'],
];

/** @source terraform-provider-aws #38209, and release 6.0.0, which took the default away (read 2026-11-27) */
const EMPTY_TOKEN =
  'with provider 5, the first apply also sends an empty AUTH token, and may end with an error about it that changes nothing (terraform-provider-aws #38209): apply again, or use provider 6';

const NO_TAGS =
  'the tags Environment and ManagedBy would be new on everything; take the line away to have them. Tags that are there stay in either case';

/** A Cluster Autoscaler that runs is left to whoever deploys it. */
function buildClusterAutoscaler({ spec, facts }: Building): void {
  if (facts.deployments.some(({ name }) => isClusterAutoscaler(name)))
    spec.set(['clusterAutoscaler', 'managedBy'], 'elsewhere');
}

function sortNotes(notes: readonly Note[]): Note[] {
  const keyOf = ({ kind, subject, text }: Note) => `${NOTE_KINDS.indexOf(kind)} ${subject}\n${text}`;
  const byKey = new Map(notes.map((note) => [keyOf(note), note]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, note]) => note);
}
