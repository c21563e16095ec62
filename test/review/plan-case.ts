import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ledger, readLedger } from '../../src/compiler/ledger/ledger.ts';
import { moveBehindTheBack } from '../e2e/harness/behind-the-back.ts';
import type { MockAws } from '../e2e/harness/mock-aws.ts';
import type { Json, PlanJson } from '../e2e/harness/plan-json.ts';
import type { TerraformRoot } from '../e2e/harness/terraform.ts';
import { treeOf } from '../support/compile-folder.ts';
import type { RecordedCase } from './cases.ts';
import { SPEC, specsOf } from './specs-of.ts';

/** The AWS root of the specs of this folder after the edits of a case. */
export async function awsTree(one: RecordedCase, previous?: Ledger): Promise<ReadonlyMap<string, string>> {
  const tree = await treeOf(SPEC, specsOf(one), 'hcl', previous);
  const aws = [...tree].filter(([path]) => !path.startsWith('kubernetes/'));
  return new Map(
    aws.map(([path, text]) => [path, path.endsWith('.tf') ? (one.rewrite?.(text) ?? text) : text]),
  );
}

/**
 * What the real provider plans, trimmed to what a review reads.
 *
 * @param applied the environment as `specs/prod.yaml` has it; nothing is done to it, but `moves` change the mock
 */
export async function planCase(one: RecordedCase, applied: TerraformRoot, mock: MockAws): Promise<PlanJson> {
  const asIs = await treeOf(SPEC, specsOf({ edits: [] }));
  const ledger = one.hasLedger ? readLedger(asIs.get('stateful.json') ?? '') : undefined;
  await using root = await applied.fork(await awsTree(one, ledger));
  await editState(root, one);
  if (one.moves) await moveBehindTheBack(mock, one.moves);
  return trimmed(await (await root.plan({ refresh: one.moves !== undefined })).json());
}

interface State {
  resources: { type: string; name: string; instances: { deposed?: string }[] }[];
}

/** What the case wants the state to have forgotten, or to have as a deposed object. */
async function editState(
  { folder }: TerraformRoot,
  { forgotten = [], deposed = [] }: RecordedCase,
): Promise<void> {
  if (forgotten.length + deposed.length === 0) return;
  const file = join(folder, '../terraform.tfstate');
  const state = JSON.parse(await readFile(file, 'utf8')) as State;
  const addressOf = ({ type, name }: State['resources'][number]) => `${type}.${name}`;
  state.resources = state.resources.filter((resource) => !forgotten.includes(addressOf(resource)));
  for (const resource of state.resources) {
    const [first] = resource.instances;
    if (first && deposed.includes(addressOf(resource)))
      resource.instances.push({ ...first, deposed: '00000001' });
  }
  await writeFile(file, JSON.stringify(state));
}

/** What a review reads, without what is never the same twice and without long texts. */
function trimmed(plan: PlanJson): PlanJson {
  const {
    format_version,
    terraform_version,
    errored,
    applyable,
    resource_changes = [],
    resource_drift,
  } = plan;
  const isOfInterest = ({ change, previous_address }: (typeof resource_changes)[number]) =>
    change.actions[0] !== 'no-op' || change.importing !== undefined || previous_address !== undefined;
  const { configuration } = plan as unknown as { configuration?: { provider_config?: Json } };
  const kept = {
    format_version,
    terraform_version,
    errored: errored ?? false,
    applyable: applyable ?? false,
    complete: (plan as { complete?: boolean }).complete ?? true,
    resource_changes: resource_changes.filter(isOfInterest),
    ...(resource_drift ? { resource_drift: resource_drift.filter(isNews) } : {}),
    configuration: { provider_config: configuration?.provider_config ?? null },
  };
  return shortened(kept) as PlanJson;
}

/** Refreshed alarms "drift" all alike, from no tags to none. */
function isNews({ type }: { readonly type: string }): boolean {
  return type !== 'aws_cloudwatch_metric_alarm';
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string' && value.length > 300) {
    return `${value.slice(0, 40)}…${createHash('sha256').update(value).digest('hex').slice(0, 8)}`;
  }
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  // Nothing and no attribute at all are the same to a reader of plans.
  const entries = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(entries.map(([key, each]) => [key, shortened(each)]));
}
