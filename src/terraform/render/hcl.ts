import type { Attribute, Block, Body, TerraformFile } from '../ir.ts';
import { commentText } from './comment-text.ts';
import { type Entry, layEntries } from './hcl-entries.ts';
import { indented, valueLines } from './hcl-value.ts';
import { identifier } from './identifier.ts';

/**
 * The file as HCL, as `terraform fmt` would leave it: LF, one final newline, empty for an empty file.
 *
 * Expressions inside `${…}` are written as they stand, so the IR writes them as `terraform fmt` does.
 *
 * @throws an invariant for what cannot be written: names that are no identifiers, strings that are no
 * templates, numbers that are not finite
 */
export function renderHcl(file: TerraformFile): string {
  const header = comment(file.header);
  const sections = file.blocks.map((block) => [...comment(block.comment ?? []), ...blockLines(block, 0)]);
  const all = header.length === 0 ? sections : [header, ...sections];
  return all.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function comment(lines: readonly string[]): readonly string[] {
  return commentText(lines).map((line) => (line === '' ? '#' : `# ${line}`));
}

function blockLines(block: Block, depth: number): readonly string[] {
  const head = [identifier(block.type), ...block.labels.map((label) => `"${identifier(label)}"`)].join(' ');
  const body = bodyLines(block.body, depth + 1);
  return body.length === 0 ? [`${head} {}`] : [`${head} {`, ...indented(body), '}'];
}

function bodyLines(body: Body, depth: number): readonly string[] {
  const result = [...layEntries(body.attributes.map((attribute) => entry(attribute, depth)))];
  for (const block of body.blocks) {
    if (result.length > 0) result.push('');
    result.push(...blockLines(block, depth));
  }
  return result;
}

// Where lists begin to take a line for each item. The alignment of `=` is not counted.
const LINE_COLUMNS = 100;

function entry(attribute: Attribute, depth: number): Entry {
  const name = identifier(attribute.name);
  const room = LINE_COLUMNS - 2 * depth - name.length - ' = '.length;
  const references = attribute.references ?? false;
  return { name, lines: valueLines(attribute.value, { room, references, heredoc: true }) };
}
