import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { cacheWords } from './cache-words.ts';
import type { ChangeLine, EnvironmentVersion, ItemChanges } from './changed-item.ts';
import { dangerOf } from './danger.ts';
import { connectionWords, databaseWords } from './database-words.ts';
import type { LeafChange } from './leaf-changes.ts';
import { dangerOfLoss } from './loss.ts';
import { nodeWords } from './node-words.ts';
import type { Phrase } from './phrase.ts';
import { scheduleWords } from './schedule-words.ts';
import { changeText } from './short-text.ts';
import { workloadWords } from './workload-words.ts';

/** Sentences about one item: capacity first, then the values that those do not tell. */
export function linesOf(
  { path, changes, previousKey }: ItemChanges,
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): readonly ChangeLine[] {
  const isWhole = changes.length > 0 && changes.every(({ group }) => group && group.length === path.length);
  const phrases = wordsOf(path, previousKey, before, after);
  const told = new Set<LeafChange>();
  const lines = phrases.map(({ text, tells, danger }): ChangeLine => {
    const about = changes.filter((change) => tells.includes(endOf(change.path, path)));
    for (const change of about) told.add(change);
    // An item that comes or goes as a whole neither grows nor shrinks.
    return { text, changes: about, ...(danger !== undefined && !isWhole ? { danger } : {}) };
  });
  const rest = changes.filter((change) => !told.has(change));
  if (isWhole) return lines.length > 0 ? lines : [{ text: countOf(rest), changes: rest }];
  return [...lines, ...groupsOf(rest).map((group) => lineOf(group, path, before, after))];
}

/** @returns what follows for a database from the pods of workloads */
export function connectionLines(
  key: string,
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): readonly ChangeLine[] {
  return connectionWords(key, factsOf(before), factsOf(after)).map(({ text }) => ({ text, changes: [] }));
}

function wordsOf(
  [kind = '', key]: SpecPath,
  previousKey: string | undefined,
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): readonly Phrase[] {
  if (key === undefined) return [];
  const [was, is] = [factsOf(before), factsOf(after)];
  const pick = <Item>(read: (model: Model) => ReadonlyMap<string, Item>) =>
    [
      itemIn(before, kind) ? read(was.model).get(previousKey ?? key) : undefined,
      itemIn(after, kind) ? read(is.model).get(key) : undefined,
    ] as const;
  switch (kind) {
    case 'workloads':
      return workloadWords(...pick(({ workloads }) => workloads));
    case 'nodeGroups':
      return nodeWords(...pick(({ nodeGroups }) => nodeGroups), after.catalog);
    case 'autoScalingGroups':
      return nodeWords(...pick(({ autoScalingGroups }) => autoScalingGroups), after.catalog);
    case 'databases':
      return databaseWords(...pick(({ databases }) => databases), after.catalog);
    case 'caches':
      return cacheWords(...pick(({ caches }) => caches), after.catalog);
    case 'schedules':
      return scheduleWords(...pick(({ schedules }) => schedules));
    default:
      return [];
  }
}

/** A version without cells stands for none: its model belongs to the other one. */
function itemIn({ cells }: EnvironmentVersion, kind: string): boolean {
  return cells.entries.has(kind);
}

function factsOf({ model, catalog }: EnvironmentVersion) {
  // The registry makes both the model and its type from one list.
  return { model: model as unknown as Model, catalog };
}

/** Values of one group that came or went are one sentence. */
function groupsOf(changes: readonly LeafChange[]): readonly (readonly LeafChange[])[] {
  const groups = new Map<string, LeafChange[]>();
  for (const change of changes) {
    const key = JSON.stringify(change.group ?? change.path);
    const known = groups.get(key);
    if (known) known.push(change);
    else groups.set(key, [change]);
  }
  return [...groups.values()];
}

/** More values than these of one group are only counted. */
const MOST_VALUES = 3;

function lineOf(
  changes: readonly LeafChange[],
  item: SpecPath,
  before: EnvironmentVersion,
  after: EnvironmentVersion,
): ChangeLine {
  const [first] = changes;
  const group = first?.group;
  const lost = group && !first.after ? dangerOfLoss(group, before, after) : undefined;
  const danger = lost ?? changes.map(dangerOf).find((found) => found !== undefined);
  const text =
    group && changes.length > MOST_VALUES
      ? `${nameOf(group, item)} ${first.after ? `none → ${countOf(changes)}` : `${countOf(changes)} → none`}`
      : changes.map((change) => leafText(change, item)).join(', ');
  return { text, changes, ...(danger === undefined ? {} : { danger }) };
}

function leafText({ path, before, after }: LeafChange, item: SpecPath): string {
  const name = nameOf(path, item);
  return `${name === '' ? '' : `${name} `}${changeText(before?.text, after?.text)}`;
}

function nameOf(path: SpecPath, item: SpecPath): string {
  return path.length <= item.length ? '' : formatPath(path.slice(item.length));
}

function endOf(path: SpecPath, item: SpecPath): string {
  return path.slice(item.length).join('.');
}

function countOf({ length }: readonly LeafChange[]): string {
  return `${length} value${length === 1 ? '' : 's'}`;
}
