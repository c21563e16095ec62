import { invariant } from '../../util/invariant.ts';
import type { Block, TerraformFile } from '../ir.ts';
import { commentText } from './comment-text.ts';
import { identifier } from './identifier.ts';
import { jsonBody } from './json-body.ts';
import { type JsonTree, jsonText } from './json-text.ts';
import { literalPositions } from './literal-positions.ts';

/**
 * The file in Terraform's JSON syntax, of the same meaning as `renderHcl` writes it: two-space JSON, keys in
 * the order of the IR, final newline. Header and comments are `"//"` keys, which Terraform ignores.
 *
 * @throws an invariant for what cannot be written, as `renderHcl` does, for two blocks with one address, and
 * for an expression where Terraform evaluates none
 */
export function renderJson(file: TerraformFile): string {
  checkLabelCounts(file.blocks);
  const root: Group = new Map();
  if (file.header.length > 0) root.set(NOTE, note(file.header));
  for (const block of file.blocks) addBlock(root, block);
  return jsonText(root);
}

/** An object that is still being filled; its values are groups, bodies or lists of bodies. */
type Group = Map<string, JsonTree>;

const NOTE = '//';

/** Blocks without labels of which a file may hold any number. */
const ANONYMOUS: ReadonlySet<string> = new Set(['moved', 'import', 'removed']);

// With another number of labels a body would end up inside the body of another block.
function checkLabelCounts(blocks: readonly Block[]): void {
  const counts = new Map<string, number>();
  for (const { type, labels } of blocks) {
    const expected = counts.get(type) ?? labels.length;
    invariant(labels.length === expected, `blocks of type ${type} have different numbers of labels`);
    counts.set(type, expected);
  }
}

function addBlock(root: Group, block: Block): void {
  const body = topLevelBody(block);
  const path = [block.type, ...block.labels].map(identifier);
  const name = path.pop()!;
  const group = path.reduce(groupAt, root);
  const present = group.get(name);
  if (ANONYMOUS.has(block.type)) group.set(name, [...(isList(present) ? present : []), body]);
  else if (present === undefined) group.set(name, body);
  else group.set(name, joined(block, present, body));
}

function groupAt(parent: Group, name: string): Group {
  const present = parent.get(name);
  if (present instanceof Map) return present;
  const created: Group = new Map();
  parent.set(name, created);
  return created;
}

/** What stands where two blocks have the same type and labels. */
function joined(block: Block, present: JsonTree, body: Group): JsonTree {
  // One provider may be configured many times, each with another alias, and JSON has a list for that.
  if (block.type === 'provider') return [...(isList(present) ? present : [present]), body];
  const address = [block.type, ...block.labels].join('.');
  invariant(block.type === 'locals' && present instanceof Map, `two blocks have the address ${address}`);
  const notes = [present, body].flatMap((locals) => locals.get(NOTE) ?? []);
  const result: Group = new Map(notes.length > 0 ? [[NOTE, notes]] : []);
  for (const [name, value] of [...present, ...body]) {
    if (name === NOTE) continue;
    invariant(!result.has(name), `local.${name} is defined twice`);
    result.set(name, value);
  }
  return result;
}

function topLevelBody(block: Block): Group {
  const comment = block.comment ?? [];
  const body = jsonBody(block.body, literalPositions(block.type));
  return new Map([...(comment.length > 0 ? [[NOTE, note(comment)] as const] : []), ...body]);
}

/** One line is a string, several are a list. */
function note(lines: readonly string[]): JsonTree {
  const [first = '', ...rest] = commentText(lines);
  return rest.length === 0 ? first : [first, ...rest];
}

function isList(tree: JsonTree | undefined): tree is readonly JsonTree[] {
  return Array.isArray(tree);
}
