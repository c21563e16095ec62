import { attributeEdits, formatAttribute } from './attribute-edits.ts';
import { isComputed } from './computed-attributes.ts';
import { at, isNestedDeeper, isObject, listAt, textAt } from './json.ts';
import type { Attributes, Json, Plan, PlannedAction, PlannedChange } from './plan.ts';
import { isVirtual } from './virtual-attributes.ts';

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problem: string; readonly help: string };

const SHOW = 'terraform plan -out=plan.tfplan, then terraform show -json plan.tfplan > plan.json';

const MOST_LEVELS = 200;

/** @param name what the user calls the file */
export function readPlan(name: string, text: string): ReadPlan {
  if (text.startsWith('PK')) return refuse('is a saved plan and not its JSON', SHOW);
  const json = parse(text);
  if (json === undefined) {
    return /^\s*\{"@level"/.test(text)
      ? refuse('is the log of "terraform plan -json" and not a plan', SHOW)
      : refuse('is not JSON', SHOW);
  }
  if (!isObject(json)) return refuse('is not a plan', SHOW);
  if ('@level' in json) return refuse('is the log of "terraform plan -json" and not a plan', SHOW);
  if ('provider_schemas' in json) return refuse('is a list of provider schemas and not a plan', SHOW);
  if (!('planned_values' in json) && !('resource_changes' in json)) {
    return 'values' in json || 'lineage' in json
      ? refuse('is a state and not a plan', SHOW)
      : refuse('is not a plan: it has no resource_changes', SHOW);
  }
  if (isNestedDeeper(json, MOST_LEVELS))
    return refuse(`is nested more than ${MOST_LEVELS} levels deep`, SHOW);
  const version = textAt(json, 'format_version');
  if (version === undefined || !/^[01]\.[0-9]{1,6}$/.test(version)) {
    const said = version === undefined ? 'names no format_version' : 'has a format_version that is not 1.x';
    return refuse(`${said}, so nobody knows what it means`, 'use a Terraform of 1.x, or a newer elastiform');
  }
  return { ok: true, plan: planOf(name, json) };
}

function planOf(name: string, json: Readonly<Record<string, Json>>): Plan {
  const read = (key: string) => listAt(json, key).flatMap((change) => changeOf(change) ?? []);
  return {
    name,
    environment: environmentOf(json),
    isOfKubernetes: at(at(at(json, 'configuration'), 'provider_config'), 'kubernetes') !== null,
    isErrored: at(json, 'errored') === true,
    changes: read('resource_changes').filter(
      (change) => change.action !== 'none' || change.isImported || change.previousAddress !== undefined,
    ),
    drift: read('resource_drift').filter(({ action }) => action !== 'none'),
    failedChecks: listAt(json, 'checks').flatMap(failedCheck),
    deferred: listAt(json, 'deferred_changes').length,
  };
}

function failedCheck(check: Json): readonly string[] {
  const status = textAt(check, 'status');
  if (status !== 'fail' && status !== 'error') return [];
  const name = textAt(at(check, 'address'), 'to_display') ?? 'a check';
  const problems = listAt(check, 'instances').flatMap((instance) => listAt(instance, 'problems'));
  return [`${name}: ${textAt(problems[0], 'message') ?? status}`];
}

/** @returns nothing for what is only read */
function changeOf(json: Json): PlannedChange | undefined {
  const change = at(json, 'change');
  const address = textAt(json, 'address');
  if (address === undefined || !isObject(change) || textAt(json, 'mode') === 'data') return undefined;
  const actions = listAt(change, 'actions').map(String);
  const action = actionOf(actions);
  const isImported = at(change, 'importing') !== null;
  const previous = textAt(json, 'previous_address');
  const replacePaths = listAt(change, 'replace_paths');
  const edits = action === 'update' || action === 'replace' ? attributeEdits(change) : [];
  const decided = edits.filter((edit) => !isComputed(edit.attribute) && !(isImported && isVirtual(edit)));
  // All tags stand in tags_all too, where those of the provider stand alone.
  const hasTags = decided.some(({ attribute }) => attribute === 'tags');
  const relevant = decided.filter(({ attribute }) => attribute !== 'tags_all' || !hasTags);
  return {
    address,
    type: textAt(json, 'type') ?? '',
    // Of an import the provider always plans to write what AWS does not keep.
    action: action === 'update' && isImported && relevant.length === 0 ? 'none' : action,
    isCreatedFirst: action === 'replace' && actions[0] === 'create',
    deposed: textAt(json, 'deposed'),
    previousAddress: previous === address ? undefined : previous,
    isImported,
    reason: textAt(json, 'action_reason'),
    forcedBy: replacePaths.flatMap((path) => (isSteps(path) ? [formatAttribute(path)] : [])).sort(),
    // Everything computed is unknown in a replacement: of interest is what forces it and what is really different.
    edits:
      action === 'replace'
        ? relevant.filter((edit) => !edit.isUnknown || isForcing(edit.attribute, replacePaths))
        : relevant,
    before: attributesOf(change, 'before'),
    after: attributesOf(change, 'after'),
  };
}

/** What a later Terraform calls by another name is taken for the worst. */
function actionOf(actions: readonly string[]): PlannedAction {
  const known: Readonly<Record<string, PlannedAction>> = {
    'no-op': 'none',
    read: 'none',
    create: 'create',
    update: 'update',
    delete: 'delete',
    forget: 'forget',
  };
  const [only] = actions;
  if (actions.length === 1 && only !== undefined && Object.hasOwn(known, only)) return known[only]!;
  return 'replace';
}

function isForcing(attribute: string, paths: readonly Json[]): boolean {
  return paths.some((path) => Array.isArray(path) && path[0] === attribute);
}

function isSteps(path: Json): path is (string | number)[] {
  return Array.isArray(path) && path.every((step) => typeof step === 'string' || typeof step === 'number');
}

function attributesOf(change: Json, key: string): Attributes {
  const value = at(change, key);
  return isObject(value) ? value : {};
}

/** elastiform tags everything with the environment; other configurations may say it in the same way. */
function environmentOf(json: Json): string | undefined {
  const providers = at(at(json, 'configuration'), 'provider_config');
  const tags = at(at(at(at(at(providers, 'aws'), 'expressions'), 'default_tags'), 0), 'tags');
  return textAt(at(tags, 'constant_value'), 'Environment');
}

function refuse(problem: string, help: string): ReadPlan {
  return { ok: false, problem, help };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
