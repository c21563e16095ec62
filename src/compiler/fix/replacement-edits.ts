import type { SpecPlace, TextEdit } from '../diagnostic.ts';
import { setValue } from '../edit/set-value.ts';
import { parseYaml } from '../load/parse-yaml.ts';
import type { Scalar, SourceNode, SpecDocument } from '../source-tree.ts';
import type { Span } from '../span.ts';
import { entryAt, fileThatSays, nodeAt } from './written.ts';

/**
 * The edits that write `replacement` at a place. A value that nobody has written is added with its key; what cannot be
 * replaced word by word (a list with dashes) is set as a value.
 *
 * @param replacement as YAML spells it
 */
export function replacementEdits(
  document: SpecDocument,
  place: SpecPlace,
  replacement: string,
): readonly TextEdit[] | undefined {
  const { path, on } = place;
  if (on === 'key') {
    const entry = entryAt(document, path);
    return entry && [{ span: entry.keySpan, text: replacement }];
  }
  const node = nodeAt(document, path);
  const text = node && document.texts.get(node.span.file);
  if (node && text !== undefined && isOneWord(node, text))
    return [{ span: node.span, text: spaced(node.span, text) + replacement }];
  const value = scalarIn(replacement);
  const file = fileThatSays(document, path);
  const whole = document.texts.get(file);
  if (value === undefined || whole === undefined) return undefined;
  return setValue({ file, text: whole }, path, value).value;
}

/** A scalar on one line, or what stands between brackets. */
function isOneWord(node: SourceNode, text: string): boolean {
  const { start, end } = node.span;
  const first = text[start.offset] ?? '';
  if (node.kind === 'scalar') return start.line === end.line && !/[|>]/.test(node.quoted ? first : '');
  return first === '[' || first === '{';
}

/** A value that is not written stands right behind its colon. */
function spaced({ start, end }: Span, text: string): string {
  return start.offset === end.offset && /[:,-]/.test(text[start.offset - 1] ?? '') ? ' ' : '';
}

function scalarIn(replacement: string): Scalar | undefined {
  const entry = parseYaml('(replacement)', `value: ${replacement}\n`).value?.entries.get('value');
  return entry?.value.kind === 'scalar' ? entry.value.value : undefined;
}
