import type { FileTree } from '../host/write/file-tree.ts';
import { planRemoval, planWrite } from '../host/write/plan.ts';
import { removeTree, writeTree } from '../host/write/write.ts';
import type { Busy, Conflicted, IoProblem, WriteResult } from '../host/write/write-result.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Output } from './output.ts';
import { plural } from './report.ts';

/** One folder that is written all or nothing. */
export interface Target {
  /** What people call it: the name of the environment. */
  readonly label: string;
  /** Absolute. */
  readonly folder: string;
  readonly tree: FileTree;
  /** Folders below it in which files of ours may have become stale. */
  readonly subfolders: readonly string[];
}

export function writeFolder({ label, folder, tree, subfolders }: Target, output: Output): ExitCode {
  const result = writeTree(folder, tree, { subfolders });
  if (result.kind !== 'written') return failed(label, result, output);
  if (result.recovered) output.say(`${label}: repaired what an interrupted run had left`);
  const changed = result.changes.length;
  if (changed === 0) writtenAsIs(label, tree.size, output);
  else output.say(`${label}: ${plural(tree.size, 'file')}, ${changed} changed`);
  for (const { action, path } of result.changes) output.say(`  ${action} ${path}`);
  return EXIT.success;
}

export function checkFolder({ label, folder, tree, subfolders }: Target, output: Output): ExitCode {
  const plan = planWrite(folder, tree, { subfolders });
  if (plan.kind === 'io') return failed(label, plan, output);
  if (plan.conflicts.length > 0)
    return failed(label, { kind: 'conflict', conflicts: plan.conflicts }, output);
  if (plan.interrupted) output.say(`${label}: an interrupted run has left this folder half written`);
  for (const { action, path } of plan.changes) output.say(`${label}: would ${action} ${path}`);
  if (plan.changes.length > 0 || plan.interrupted) return EXIT.difference;
  checkedAsIs(label, output);
  return EXIT.success;
}

/** What `writeFolder` says where there is nothing to do. */
export function writtenAsIs(label: string, fileCount: number, output: Output): void {
  output.say(`${label}: ${plural(fileCount, 'file')}, nothing to change`);
}

/** What `checkFolder` says where there is nothing to say. */
export function checkedAsIs(label: string, output: Output): void {
  output.say(`${label}: up to date`);
}

/** Output of an environment that has no spec any more. */
export function checkLeftover(
  { label, folder, subfolders }: Target,
  output: Output,
  isCheck: boolean,
): ExitCode {
  const plan = planRemoval(folder, { subfolders });
  if (plan.kind === 'io') return failed(label, plan, output);
  if (plan.changes.length === 0) return EXIT.success;
  output.say(
    `${label}: ${plural(plan.changes.length, 'file')} of an environment without a spec; \`elastiform synth --prune\` deletes them`,
  );
  return isCheck ? EXIT.difference : EXIT.success;
}

export function removeLeftover({ label, folder, subfolders }: Target, output: Output): ExitCode {
  const result = removeTree(folder, { subfolders });
  if (result.kind !== 'written') return failed(label, result, output);
  if (result.changes.length > 0) output.say(`${label}: deleted ${plural(result.changes.length, 'file')}`);
  return EXIT.success;
}

function failed(label: string, result: Exclude<WriteResult, { kind: 'written' }>, output: Output): ExitCode {
  for (const line of problemLines(result)) output.say(`${label}: ${line}`);
  output.say(`${label}: nothing was written`);
  return EXIT.io;
}

function problemLines(result: Conflicted | Busy | IoProblem): readonly string[] {
  if (result.kind === 'conflict') return result.conflicts.map(({ path, message }) => `${path} ${message}`);
  if (result.kind === 'busy') return [`${result.path}: ${result.message}`];
  return [`${result.path}: ${result.message} (${result.code})`];
}
