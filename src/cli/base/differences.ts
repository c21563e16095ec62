import type { EnvironmentVersion } from '../../change/changed-item.ts';
import { changedItems } from '../../change/changed-items.ts';
import { asContrast } from '../../change/contrast.ts';
import { costDifference } from '../../change/cost.ts';
import type { Difference, DifferentItem } from '../../change/difference.ts';
import { effectiveDifference } from '../../change/effective.ts';
import { environmentChanges } from '../../change/environment-change.ts';
import { terraformItems } from '../../change/terraform.ts';
import { writtenItems } from '../../change/written.ts';
import type { ResolvedSpec } from '../../compiler/compile.ts';
import { parseYaml } from '../../compiler/load/parse-yaml.ts';
import { compareText } from '../../util/compare.ts';
import type { CliContext } from '../command.ts';
import type { CompiledVersion } from './compile-version.ts';
import type { Versions } from './versions.ts';

export const LEVELS = ['spec', 'effective', 'terraform'] as const;
export type Level = (typeof LEVELS)[number];

/** What differs between two versions. @param wanted environments; all when empty */
export async function differencesOf(
  versions: Versions,
  wanted: readonly string[],
  level: Level,
  context: CliContext,
): Promise<readonly Difference[]> {
  const { before, after, base } = versions;
  if (level === 'spec') return writtenDifferences(versions, wanted, context);
  const changes = environmentChanges(before.environments, after.environments, wanted);
  const differences = changes.map((change) => withCost(effectiveDifference(change, base), versions));
  if (level === 'effective') return differences;
  const inTerraform: Difference[] = [];
  for (const difference of differences)
    inTerraform.push(await terraformDifference(difference, versions, context));
  return inTerraform;
}

function withCost(difference: Difference, { before, after }: Versions): Difference {
  if (difference.kind === 'same' || difference.kind === 'incomparable') return difference;
  const [was, is] = [before, after].map(({ environments }) => soundOf(environments.get(difference.subject)));
  const cost = costDifference(was, is);
  return cost ? { ...difference, cost } : difference;
}

function soundOf(
  spec: EnvironmentVersion | { readonly errors: number } | undefined,
): EnvironmentVersion | undefined {
  return spec && 'errors' in spec ? undefined : spec;
}

async function terraformDifference(
  difference: Difference,
  { before, after, base }: Versions,
  context: CliContext,
): Promise<Difference> {
  const { subject, kind } = difference;
  // The same values make the same files.
  if (kind === 'same' || kind === 'incomparable') return difference;
  const faults = [[before, `at ${base}`] as const, [after, 'now'] as const].flatMap(([{ faulty }, when]) => {
    const count = faulty.get(subject);
    return count === undefined ? [] : `${count} error${count === 1 ? '' : 's'} ${when}`;
  });
  // The layers take a spec without errors for granted.
  if (faults.length > 0)
    return { subject, kind: 'incomparable', items: [], note: `cannot be compared: ${faults.join(', ')}` };
  const trees = [before, after].map(({ environments }) => treeOf(environments.get(subject), context));
  const [old, now] = await Promise.all(trees);
  const items = terraformItems(old ?? new Map(), now ?? new Map());
  return { ...difference, kind: kind === 'changed' && items.length === 0 ? 'same' : kind, items };
}

async function treeOf(
  spec: ResolvedSpec | { readonly errors: number } | undefined,
  { knowledge }: CliContext,
): Promise<ReadonlyMap<string, string>> {
  if (!spec || 'errors' in spec) return new Map();
  // Loads cdktf, which the other levels do not need.
  const { synthesize } = await import('../../terraform/synthesize.ts');
  return synthesize(spec, knowledge.components, 'json');
}

function writtenDifferences(
  { before, after, base }: Versions,
  wanted: readonly string[],
  { specs }: CliContext,
): readonly Difference[] {
  const [was, is] = [before, after].map((version) => filesOf(version, wanted, specs));
  const files = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort(compareText);
  return files.map((file): Difference => {
    const [old, now] = [was?.get(file), is?.get(file)];
    const map = (text: string | undefined) => (text === undefined ? undefined : parseYaml(file, text).value);
    const items = writtenItems(map(old), map(now), base);
    if (old === undefined) return { subject: file, kind: 'added', items };
    if (now === undefined) return { subject: file, kind: 'removed', items };
    return { subject: file, kind: items.length === 0 ? 'same' : 'changed', items };
  });
}

/** Specs with their parents, those of some environments or all. */
function filesOf(
  { environments, texts }: CompiledVersion,
  wanted: readonly string[],
  specs: string,
): ReadonlyMap<string, string> {
  if (wanted.length === 0) return new Map([...texts].filter(([file]) => file.endsWith('.yaml')));
  const chosen = new Map<string, string>();
  for (const name of wanted) {
    const spec = environments.get(name);
    const own = `${specs === '' ? '' : `${specs}/`}${name}.yaml`;
    const read = spec && 'document' in spec ? spec.document.texts : new Map([[own, texts.get(own)]]);
    for (const [file, text] of read) if (text !== undefined) chosen.set(file, text);
  }
  return chosen;
}

/** How two environments of one version differ. */
export async function contrastOf(
  left: ResolvedSpec,
  right: ResolvedSpec,
  level: Level,
  context: CliContext,
): Promise<Difference> {
  const [from, to] = [left.model.environment, right.model.environment];
  const items = await contrastItems(left, right, level, context);
  return { subject: `${from} → ${to}`, kind: items.length === 0 ? 'same' : 'changed', items };
}

async function contrastItems(
  left: ResolvedSpec,
  right: ResolvedSpec,
  level: Level,
  context: CliContext,
): Promise<readonly DifferentItem[]> {
  const [from, to] = [left.model.environment, right.model.environment];
  if (level === 'spec') return writtenItems(left.document.root, right.document.root, from);
  if (level === 'terraform') return terraformItems(await treeOf(left, context), await treeOf(right, context));
  const items = asContrast(changedItems(left, right), from, to);
  return effectiveDifference({ environment: to, kind: 'changed', items }, from).items;
}
