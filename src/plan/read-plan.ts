import { at, isNestedDeeper, isObject, listAt, textAt } from './json.ts';
import type { Json, Plan } from './plan.ts';
import { readChange } from './read-change.ts';

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
  const read = (key: string) => listAt(json, key).flatMap((change) => readChange(change) ?? []);
  return {
    name,
    environment: environmentOf(json),
    isOfKubernetes: at(at(at(json, 'configuration'), 'provider_config'), 'kubernetes') !== null,
    isErrored: at(json, 'errored') === true,
    // Terraform before 1.8 and OpenTofu do not say.
    isPartial: at(json, 'complete') === false,
    changes: read('resource_changes').filter(
      (change) => change.action !== 'none' || change.isImported || change.previousAddress !== undefined,
    ),
    drift: read('resource_drift').filter(({ action }) => action !== 'none'),
    failedChecks: listAt(json, 'checks').flatMap(failedCheck),
    deferred: listAt(json, 'deferred_changes').length,
    outputs: outputsOf(at(json, 'output_changes')),
  };
}

function failedCheck(check: Json): readonly string[] {
  const status = textAt(check, 'status');
  if (status !== 'fail' && status !== 'error') return [];
  const name = textAt(at(check, 'address'), 'to_display') ?? 'a check';
  const problems = listAt(check, 'instances').flatMap((instance) => listAt(instance, 'problems'));
  return [`${name}: ${textAt(problems[0], 'message') ?? status}`];
}

function outputsOf(changes: Json): number {
  if (!isObject(changes)) return 0;
  return Object.values(changes).filter((change) => !listAt(change, 'actions').every((one) => one === 'no-op'))
    .length;
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
