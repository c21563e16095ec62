import type { Attribute, Block, Body, TerraformFile } from '../ir.ts';
import { commentText } from './comment-text.ts';
import { type Entry, layEntries } from './hcl-entries.ts';
import { INDENT, valueText } from './hcl-value.ts';
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
  const sections = file.blocks.map((block) => comment(block.comment ?? []) + blockText(block, ''));
  return (header === '' ? sections : [header, ...sections]).join('\n');
}

function comment(lines: readonly string[]): string {
  return commentText(lines)
    .map((line) => (line === '' ? '#\n' : `# ${line}\n`))
    .join('');
}

/** Whole lines: the text ends with a newline. */
function blockText(block: Block, indent: string): string {
  let head = indent + identifier(block.type);
  for (const label of block.labels) head += ` "${identifier(label)}"`;
  const body = bodyText(block.body, indent + INDENT);
  return body === '' ? `${head} {}\n` : `${head} {\n${body}${indent}}\n`;
}

function bodyText(body: Body, indent: string): string {
  let result = layEntries(
    body.attributes.map((attribute) => entry(attribute, indent)),
    indent,
  );
  for (const block of body.blocks) {
    if (result !== '') result += '\n';
    result += blockText(block, indent);
  }
  return result;
}

// Where lists begin to take a line for each item. The alignment of `=` is not counted.
const LINE_COLUMNS = 100;

function entry(attribute: Attribute, indent: string): Entry {
  const name = identifier(attribute.name);
  const room = LINE_COLUMNS - indent.length - name.length - ' = '.length;
  const references = attribute.references ?? false;
  return { name, text: valueText(attribute.value, { room, references, heredoc: true }, indent) };
}
