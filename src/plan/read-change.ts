import { attributeEdits, formatAttribute } from './attribute-edits.ts';
import { isComputed } from './computed-attributes.ts';
import { at, isObject, listAt, textAt } from './json.ts';
import { markedAttributes, withoutMarked } from './marks.ts';
import type { Attributes, Json, PlannedAction, PlannedChange } from './plan.ts';
import { isVirtual } from './virtual-attributes.ts';

/** @returns nothing for what is only read */
export function readChange(json: Json): PlannedChange | undefined {
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
    unknown: markedAttributes(at(change, 'after_unknown')),
    secret: new Set([
      ...markedAttributes(at(change, 'before_sensitive')),
      ...markedAttributes(at(change, 'after_sensitive')),
    ]),
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

/** What is sensitive on either side is left out of both, so that nobody can print it by mistake. */
function attributesOf(change: Json, key: 'before' | 'after'): Attributes {
  const marks = [at(change, 'before_sensitive'), at(change, 'after_sensitive')];
  const value = marks.reduce(withoutMarked, at(change, key));
  return isObject(value) ? value : {};
}
