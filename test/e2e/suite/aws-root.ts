import type { Ledger } from '../../../src/compiler/ledger/ledger.ts';
import { treeOf } from '../../support/compile-folder.ts';
import type { FileTree } from '../harness/file-tree.ts';
import { editedSpecs, type TextEdit } from './spec-edit.ts';

/** The AWS root of a sample environment, as `elastiform synth` writes it after some edits of the specs. */
export async function awsRoot(
  environment: string,
  edits: readonly TextEdit[] = [],
  options: { readonly format?: 'hcl' | 'json'; readonly previous?: Ledger } = {},
): Promise<FileTree> {
  const tree = await treeOf(
    `specs/${environment}.yaml`,
    editedSpecs(edits),
    options.format,
    options.previous,
  );
  return withoutKubernetes(tree);
}

/** Terraform reads one folder; the Kubernetes root in it is a root of its own. */
export function withoutKubernetes(tree: FileTree): FileTree {
  return new Map([...tree].filter(([path]) => !path.startsWith('kubernetes/')));
}
