import type { Located } from '../located.ts';
import type { SpecFacts, SpecFile } from '../spec-folder.ts';

/** What all jobs of a run have in common. Plain data: it goes to other threads. */
export interface JobSetting {
  /** The project folder, absolute. */
  readonly folder: string;
  readonly specs: string;
  /** Absolute. */
  readonly out: string;
  /** As YYYY-MM-DD. */
  readonly today: string;
  readonly format: 'hcl' | 'json';
  /** The file of `--catalog`, which has no errors. */
  readonly catalog?: { readonly file: string; readonly text: string };
}

/** What is to be done with the files of all environments; `nothing`: only what is wrong is to be found. */
export type Told = 'write' | 'check' | 'nothing';

/** One file of the folder of the specs: find out what it is, and compile it. */
export interface Job extends SpecFile {
  /** `maybe`: if it turns out to be an environment. */
  readonly compiles: 'no' | 'maybe' | 'yes';
}

export interface JobResult {
  readonly facts: SpecFacts;
  readonly text?: string;
  readonly compiled?: CompiledJob;
}

/** An environment without what takes much memory: its files stay with who made them until they are to be written. */
export interface CompiledJob {
  readonly located: readonly Located[];
  /** The hash of everything that was read for it, by path; a problem has one as well. */
  readonly reads: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
  /** Nothing where something has an error, for then nothing is written. */
  readonly output?: JobOutput;
}

export interface JobOutput {
  readonly fileCount: number;
  /** As `treeHash`. */
  readonly hash: string;
  /** Whether all of it is there already, and nothing is to be written. */
  readonly isHeld: boolean;
  /** Its page of the reference, by name. */
  readonly pages: ReadonlyMap<string, string>;
  /** Whether the next run, with what this one writes, gives the same. */
  readonly isSettled: boolean;
}

/** What came of writing or checking an environment. */
export interface Written {
  readonly name: string;
  readonly code: number;
  /** For people. */
  readonly lines: readonly string[];
}
