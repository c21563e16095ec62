import { withoutByteOrderMark } from '../../compiler/load/parse-yaml.ts';
import type { ReadResult, SpecFiles } from '../../compiler/load/spec-files.ts';
import type { SkipIndex } from '../../host/skip-index.ts';
import type { FileTree } from '../../host/write/file-tree.ts';
import { heldTree, treeHash } from '../../host/write/held-tree.ts';
import { shortHash } from '../../util/short-hash.ts';
import type { SpecFacts } from '../spec-folder.ts';
import type { CompiledJob, JobOutput } from './job.ts';
import { environmentFolder, SUBFOLDERS } from './job-runner.ts';
import { readHash } from './record-reads.ts';

/**
 * Environments that need not be compiled, because what would be read is what was read, and what would be written is what
 * is there (docs/decisions/0025-skip-unchanged.md). Content decides, and no time of a file.
 */
export class Unchanged {
  readonly #index: SkipIndex | undefined;
  readonly #known: Kept;
  readonly #next: Kept;
  readonly #hashes = new Map<string, { readonly hash: string; readonly read: ReadResult }>();
  readonly #files: SpecFiles;
  readonly #out: string;
  #hasNews = false;

  /**
   * @param index nothing where nothing is to be skipped
   * @param inputs whatever decides the output beside the specs: compiler, catalog, day, format
   * @param out absolute
   */
  constructor(index: SkipIndex | undefined, inputs: unknown, files: SpecFiles, out: string) {
    this.#index = index;
    const key = inputsHash(inputs);
    const kept = index?.read() as Kept | undefined;
    this.#known = kept?.key === key ? kept : emptyKept(key);
    this.#next = emptyKept(key);
    this.#files = files;
    this.#out = out;
  }

  facts(file: string): SpecFacts | undefined {
    const key = `${file} ${this.#read(file).hash}`;
    const facts = this.#known.facts.get(key);
    if (facts) this.#next.facts.set(key, facts);
    return facts;
  }

  /** Of the very file that the facts are about. */
  text(file: string): string | undefined {
    const { read } = this.#read(file);
    return 'text' in read ? read.text : undefined;
  }

  /** @returns what compiling it would say, if that and its files are the same as before */
  environment(name: string): CompiledJob | undefined {
    const kept = this.#known.environments.get(name);
    if (!kept || [...kept.reads].some(([file, hash]) => this.#read(file).hash !== hash)) return undefined;
    const held = heldTree(environmentFolder(name, this.#out), { subfolders: SUBFOLDERS });
    if (held !== kept.output.hash) return undefined;
    const texts = [...kept.reads.keys()].map(
      (file) => [file, withoutByteOrderMark(this.text(file) ?? '')] as const,
    );
    return { ...kept, output: { ...kept.output, isHeld: true }, texts: new Map(texts) };
  }

  /** Another folder that is written: whether it holds what it held when these were its inputs. */
  folder(label: string, inputs: unknown, folder: string): number | undefined {
    const kept = this.#known.folders.get(label);
    if (kept?.inputs !== inputsHash(inputs) || heldTree(folder) !== kept.hash) return undefined;
    return kept.fileCount;
  }

  rememberFacts(file: string, text: string, facts: SpecFacts): void {
    this.#next.facts.set(`${file} ${readHash({ text })}`, facts);
    this.#hasNews = true;
  }

  rememberEnvironment(name: string, { reads, located, output }: CompiledJob): void {
    if (!output?.isSettled) return;
    this.#next.environments.set(name, { reads, located, output });
    this.#hasNews = true;
  }

  rememberFolder(label: string, inputs: unknown, tree: FileTree): void {
    if (!this.#index) return;
    this.#next.folders.set(label, { inputs: inputsHash(inputs), fileCount: tree.size, hash: treeHash(tree) });
    this.#hasNews = true;
  }

  /** @param names of all environments: of those that were not looked at now the next run may still want to know */
  keep(names: readonly string[]): void {
    if (!this.#hasNews) return;
    const present = new Set(names);
    const environments = [...this.#known.environments, ...this.#next.environments];
    this.#index?.keep({
      ...this.#next,
      environments: new Map(environments.filter(([name]) => present.has(name))),
      folders: new Map([...this.#known.folders, ...this.#next.folders]),
    } satisfies Kept);
  }

  #read(file: string): { readonly hash: string; readonly read: ReadResult } {
    const known = this.#hashes.get(file);
    if (known) return known;
    const read = this.#files.read(file);
    const found = { hash: readHash(read), read };
    this.#hashes.set(file, found);
    return found;
  }
}

interface Kept {
  readonly key: string;
  /** By file and hash of what was read. */
  readonly facts: Map<string, SpecFacts>;
  readonly environments: Map<string, KeptEnvironment>;
  /** By label. */
  readonly folders: Map<
    string,
    { readonly inputs: string; readonly fileCount: number; readonly hash: string }
  >;
}

type KeptEnvironment = Omit<CompiledJob, 'texts' | 'output'> & { readonly output: JobOutput };

function emptyKept(key: string): Kept {
  return { key, facts: new Map(), environments: new Map(), folders: new Map() };
}

function inputsHash(inputs: unknown): string {
  return shortHash(JSON.stringify(inputs), 64);
}
