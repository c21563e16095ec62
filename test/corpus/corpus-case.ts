import type { Label } from './labels.ts';

/** One mistake as a person would make it, with what a good compiler says about it. */
export interface CorpusCase {
  /** Of the file that holds it: `yaml/tab`. */
  readonly code: string;
  /** What the person did, in a few words. */
  readonly title: string;
  /** Where it is written: `test/corpus/bad/yaml/tab.spec:12`. */
  readonly where: string;
  /** Texts without marks, by path; the environment is `specs/prod.yaml`. */
  readonly files: ReadonlyMap<string, string>;
  readonly labels: readonly Label[];
  /** Codes of what must be found without a place in a text: a file cannot be read, for instance. */
  readonly unplaced: readonly string[];
  /** How many mistakes the person has made; what is found should not be more. */
  readonly mistakes: number;
  /** True where `specs/prod.yaml` is a piece that stands behind the two lines of {@link HEAD}. */
  readonly isPiece: boolean;
  /** True where the case is looked at in a real folder, by the code of the command line. */
  readonly isFolder: boolean;
  /** What else is done in the folder: `symlink specs/a.yaml b.yaml`, `mkdir specs/a.yaml`, `latin1 specs/a.yaml`. */
  readonly actions: readonly (readonly string[])[];
  /** Spec paths of what held data when the environment was last written. */
  readonly held: readonly string[];
  readonly today: string;
  /** The one path that is compiled; otherwise everything in the folder is. */
  readonly spec?: string;
  /** The file of `--catalog`. */
  readonly catalog?: string;
  /** What a command was asked to write; without a value it removes the key. */
  readonly change?: { readonly path: readonly string[]; readonly value?: string };
}

/** What stands before every piece. */
export const HEAD = 'extends: ./base.yaml\nenvironment: prod\n';

export const SPEC = 'specs/prod.yaml';
