import type { Knowledge, ResolvedSpec } from '../../compiler/compile.ts';
import { LEDGER_FILE, printLedger } from '../../compiler/ledger/ledger.ts';
import type { Model } from '../../components/registry.ts';
import { projectFiles } from '../../host/project-files.ts';
import type { FileTree } from '../../host/write/file-tree.ts';
import { heldTree, treeHash } from '../../host/write/held-tree.ts';
import { compileEnvironment } from '../environments.ts';
import { factsOf } from '../spec-folder.ts';
import { checkFolder, type Target, writeFolder } from '../write-target.ts';
import { collectOutput } from './collect-output.ts';
import type { CompiledJob, Job, JobResult, JobSetting, Told, Written } from './job.ts';
import { packTree, unpackTree } from './pack-tree.ts';
import { recordReads } from './record-reads.ts';

/**
 * Compiles environments one by one and keeps their files until all of them may be written. What is only to be compared is
 * compared at once.
 */
export class JobRunner {
  readonly #setting: JobSetting;
  readonly #knowledge: Knowledge;
  readonly #told: Told;
  readonly #trees = new Map<string, Uint8Array>();
  readonly #checked: Written[] = [];
  #hasErrors = false;

  constructor(setting: JobSetting, told: Told, knowledge: Knowledge) {
    this.#told = told;
    this.#setting = setting;
    this.#knowledge = knowledge;
  }

  async run({ file, name, compiles }: Job): Promise<JobResult> {
    const { specs, folder } = this.#setting;
    const read = projectFiles(folder).read(file);
    const facts = factsOf(specs, file, read);
    const isWanted = compiles === 'yes' || (compiles === 'maybe' && facts.kind === 'environment');
    return {
      facts,
      ...('text' in read ? { text: read.text } : {}),
      ...(isWanted ? { compiled: await this.#compile(name, file) } : {}),
    };
  }

  /** In the order in which they were compiled. */
  *finish(): Iterable<Written> {
    yield* this.#checked;
    for (const [name, packed] of this.#trees) {
      const { output, lines } = collectOutput();
      yield { name, code: writeFolder(this.#target(name, unpackTree(packed)), output), lines };
      this.#trees.delete(name);
    }
  }

  async #compile(name: string, file: string): Promise<CompiledJob> {
    const { folder, out, today, format } = this.#setting;
    const { files, reads } = recordReads(projectFiles(folder));
    const context = { knowledge: this.#knowledge, today };
    const { located, texts, resolved } = compileEnvironment(name, file, context, out, files);
    this.#hasErrors ||= located.some(({ diagnostic }) => diagnostic.severity === 'error');
    // With an error anywhere nothing is written.
    if (this.#hasErrors || !resolved || this.#told === 'nothing') return { located, reads, texts };
    // They load cdktf and the language of the pages, which a run without a change does not need.
    const { synthesize } = await import('../../terraform/synthesize.ts');
    const { capacityPages } = await import('../../reference/capacity-pages.ts');
    const tree = await synthesize(resolved, this.#knowledge.components, format);
    const hash = treeHash(tree);
    const isHeld = heldTree(environmentFolder(name, out), { subfolders: SUBFOLDERS }) === hash;
    // Files that are there already need not wait in memory.
    if (!isHeld) this.#keep(name, tree);
    const output = {
      fileCount: tree.size,
      hash,
      isHeld,
      pages: capacityPages([resolved.model as Model], this.#knowledge.catalog),
      isSettled: isSettled(resolved, tree),
    };
    return { located, reads, texts, output };
  }

  #keep(name: string, tree: FileTree): void {
    if (this.#told === 'write') this.#trees.set(name, packTree(tree));
    else {
      const { output, lines } = collectOutput();
      this.#checked.push({ name, code: checkFolder(this.#target(name, tree), output), lines });
    }
  }

  #target(name: string, tree: FileTree): Target {
    return { label: name, folder: environmentFolder(name, this.#setting.out), tree, subfolders: SUBFOLDERS };
  }
}

export function environmentFolder(name: string, out: string): string {
  return `${out}/infra/env/${name}`;
}

/** Below the folder of an environment. */
export const SUBFOLDERS: readonly string[] = ['kubernetes'];

/**
 * What held data before is an input, and what holds data is an output that becomes the next input. Without errors the one
 * before only adds to what the spec says about things that have left it.
 */
function isSettled({ model, previous }: ResolvedSpec, tree: FileTree): boolean {
  return (
    model.retired.size === 0 || (previous !== undefined && printLedger(previous) === tree.get(LEDGER_FILE))
  );
}
