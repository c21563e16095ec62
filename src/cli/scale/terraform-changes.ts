import { lineChanges } from '../../compiler/edit/unified-diff.ts';
import { compareText } from '../../util/compare.ts';

/** Lines of one block of Terraform that differ. */
export interface BlockChange {
  /** Below `infra/env/<environment>/`. */
  readonly file: string;
  /** `aws_eks_node_group.spot_nodes`; empty for what stands in no block. */
  readonly address: string;
  /** `new` and `gone` for whole blocks. */
  readonly kind: 'new' | 'gone' | 'changed';
  /** Without indentation. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

type Tree = ReadonlyMap<string, string>;

/** What differs between two sets of generated files in HCL, by file and block. */
export function terraformChanges(before: Tree, after: Tree): readonly BlockChange[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].filter(isTerraform).sort(compareText);
  return files.flatMap((file) => blockChanges(file, before.get(file) ?? '', after.get(file) ?? ''));
}

/** The list of what holds data tells of the same items once more. */
function isTerraform(file: string): boolean {
  return file.endsWith('.tf');
}

const BLOCK = /^([a-z][a-z_]*)((?: "[^"]*")*) \{/;

interface Block {
  address: string;
  kind: BlockChange['kind'];
  readonly removed: string[];
  readonly added: string[];
}

function blockChanges(file: string, before: string, after: string): readonly BlockChange[] {
  if (before === after) return [];
  const blocks: Block[] = [];
  const begin = (): Block => {
    const block: Block = { address: '', kind: 'changed', removed: [], added: [] };
    blocks.push(block);
    return block;
  };
  let block = begin();
  for (const { kind, line } of lineChanges(before, after)) {
    const header = BLOCK.exec(line);
    // The comments above a block belong to it.
    if (header && block.address !== '') block = begin();
    if (header) block.address = addressOf(header[1] as string, header[2] as string);
    if (header && kind !== 'same') block.kind = kind === 'added' ? 'new' : 'gone';
    if (kind !== 'same' && line.trim() !== '') block[kind].push(line.trim());
    if (/^\}\s*$/.test(line)) block = begin();
  }
  return blocks
    .filter(({ removed, added }) => removed.length + added.length > 0)
    .map((changed) => ({ file, ...changed }));
}

function addressOf(type: string, labels: string): string {
  const names = labels.match(/"[^"]*"/g)?.map((label) => label.slice(1, -1)) ?? [];
  return (type === 'resource' ? names : [type, ...names]).join('.');
}
