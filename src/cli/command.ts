import type { Knowledge } from '../compiler/compile.ts';
import type { Bundle } from '../host/bundle.ts';
import type { CatalogFindings } from './catalog-file.ts';
import type { ExitCode } from './exit-code.ts';
import type { Output } from './output.ts';

/** One verb of the command line. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the name: `[ENV…]`. */
  readonly parameters: string;
  readonly maxParameters: number;
  readonly minParameters: number;
  /** Beside the ones that every command has. */
  readonly options: Readonly<Record<string, Option>>;
  /** Lines that can be typed as they are. */
  readonly examples: readonly string[];
  run(invocation: Invocation, context: CliContext): Promise<ExitCode>;
}

export type Option =
  | { readonly type: 'boolean'; readonly short?: string; readonly summary: string }
  | {
      readonly type: 'string';
      readonly short?: string;
      /** What stands for the value in the help: `DIR`. */
      readonly value: string;
      readonly choices?: readonly string[];
      readonly summary: string;
    };

export interface Invocation {
  readonly parameters: readonly string[];
  flag(name: string): boolean;
  option(name: string): string | undefined;
}

export interface CliContext {
  /** The project folder, absolute: where the specs are and the output goes. */
  readonly folder: string;
  /**
   * What leads from the folder in which the command was started to the project folder, for reports to CI:
   * `infra/`; nothing when they are the same, or when it leads out of it.
   */
  readonly prefix: string;
  /** The folder of the specs, relative to the project folder. */
  readonly specs: string;
  /** With the catalog of the user, if there is one. */
  readonly knowledge: Knowledge;
  /** What is to be said about the file of `--catalog`. */
  readonly catalog?: CatalogFindings;
  /** As YYYY-MM-DD. */
  readonly today: string;
  readonly version: string;
  readonly output: Output;
  /** What this command runs from; nothing when its sources run as they are, which have no threads and skip nothing. */
  readonly bundle?: Bundle;
  /** How many threads can work at once; one when left out. */
  readonly parallelism?: number;
  /** Whether work of an earlier run may be used again. */
  readonly mayReuse?: boolean;
}

/** `--format` of commands that tell people and tools the same. */
export const TEXT_OR_JSON: Option = {
  type: 'string',
  value: 'FORMAT',
  choices: ['text', 'json'],
  summary: 'for people (default) or as JSON on standard output',
};

/** Options of every command. */
export const COMMON_OPTIONS = {
  chdir: { type: 'string', short: 'C', value: 'DIR', summary: 'work in this project folder' },
  specs: { type: 'string', value: 'DIR', summary: 'folder of the specs, "specs" if left out' },
  catalog: {
    type: 'string',
    value: 'FILE',
    summary: 'facts of AWS and Kubernetes to lay over those that are built in (docs/catalog.md)',
  },
  'no-color': { type: 'boolean', summary: 'no colours (also NO_COLOR=1)' },
  help: { type: 'boolean', short: 'h', summary: 'explain the command' },
} as const satisfies Record<string, Option>;
