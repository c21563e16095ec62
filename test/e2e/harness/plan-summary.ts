import { type ChangedPaths, changedPaths, formatPath } from './changed-paths.ts';
import type { PlanJson, ResourceChange, TerraformAction } from './plan-json.ts';

/**
 * What a plan does to one address. `replace` stands for create and delete together; `import` and `move`
 * come beside another action, or alone when nothing else changes.
 */
export type PlannedAction =
  | 'create'
  | 'update'
  | 'delete'
  | 'replace'
  | 'import'
  | 'move'
  | 'forget'
  | 'no-op';

export interface PlannedChange extends ChangedPaths {
  readonly address: string;
  readonly type: string;
  /** Never empty; `no-op` only alone. */
  readonly actions: readonly PlannedAction[];
  /** Of a replacement: whether the new one is there before the old one goes. */
  readonly createBeforeDestroy: boolean;
  /** Attributes that force a replacement, sorted. */
  readonly forcedBy: readonly string[];
  readonly previousAddress?: string;
  readonly importId?: string;
}

/** All managed resources of a plan, `no-op` among them, sorted by address. */
export function summarizePlan(plan: PlanJson): PlannedChange[] {
  return (plan.resource_changes ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map(summarizeChange)
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
}

/** Addresses per action, for `expect(...).toEqual({ update: [...] })`; actions without any are absent. */
export function addressesByAction(plan: PlanJson): Partial<Record<PlannedAction, string[]>> {
  const byAction: Partial<Record<PlannedAction, string[]>> = {};
  for (const { address, actions } of summarizePlan(plan)) {
    for (const action of actions) {
      byAction[action] ??= [];
      byAction[action].push(address);
    }
  }
  return byAction;
}

/**
 * One line per changed resource and indented ones per attribute, for goldens. Values are left out: they
 * hold random ids. An empty text means that the plan changes nothing.
 */
export function formatPlan(plan: PlanJson): string {
  return summarizePlan(plan)
    .filter(({ actions }) => !actions.includes('no-op'))
    .map(formatChange)
    .join('');
}

function formatChange(change: PlannedChange): string {
  const order =
    change.actions.includes('replace') && change.createBeforeDestroy ? ' (create before destroy)' : '';
  const from = change.previousAddress ? ` (from ${change.previousAddress})` : '';
  const lines = [`${change.actions.join('+')} ${change.address}${order}${from}`];
  for (const path of change.changed) {
    lines.push(`  ${path}${change.forcedBy.includes(path) ? ' (forces replacement)' : ''}`);
  }
  // Everything computed is unknown in a replacement; of interest is only what forces it.
  const unknown = change.actions.includes('replace')
    ? change.unknown.filter((path) => change.forcedBy.includes(path))
    : change.unknown;
  for (const path of unknown) {
    const forces = change.forcedBy.includes(path) ? ', forces replacement' : '';
    lines.push(`  ${path} (known after apply${forces})`);
  }
  return `${lines.join('\n')}\n`;
}

function summarizeChange({ address, type, previous_address, change }: ResourceChange): PlannedChange {
  const main = mainAction(change.actions);
  const beside: PlannedAction[] = [];
  if (change.importing) beside.push('import');
  if (previous_address !== undefined && previous_address !== address) beside.push('move');
  // A created or deleted resource has every attribute or none: listing them says nothing.
  const paths = main === 'update' || main === 'replace' ? changedPaths(change) : { changed: [], unknown: [] };
  return {
    address,
    type,
    actions: main === 'no-op' && beside.length > 0 ? beside : [...beside, main],
    createBeforeDestroy: main === 'replace' && change.actions[0] === 'create',
    forcedBy: (change.replace_paths ?? []).map(formatPath).sort(),
    ...paths,
    ...(beside.includes('move') && { previousAddress: previous_address as string }),
    ...(change.importing?.id !== undefined && { importId: change.importing.id }),
  };
}

function mainAction(actions: readonly TerraformAction[]): PlannedAction {
  if (actions.includes('create') && actions.includes('delete')) return 'replace';
  const [action] = actions;
  if (action === undefined || action === 'read') throw new Error(`a managed resource cannot ${action}`);
  return action;
}
