import type { CST } from 'yaml';
import type { SourceNode } from '../source-tree.ts';
import type { Problems } from './problems.ts';
import type { Properties } from './read-properties.ts';
import type { SourceText } from './source-text.ts';

/** What the parts of the tree builder share while they build the tree of one file. */
export interface Building {
  readonly source: SourceText;
  readonly problems: Problems;
  readonly state: {
    /** Brackets that are open around the current token. */
    flowLevel: number;
    /** Quotes and brackets found unclosed so far; the bracket around one of them is no mistake of its own. */
    unclosed: number;
  };
  /** Builds what a token stands for, whatever its kind. `emptyAt` is where a missing value would stand. */
  node(token: CST.Token | null | undefined, properties: Properties, emptyAt: number): SourceNode;
}
