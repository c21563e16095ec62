import { invariant } from '../../../util/invariant.ts';
import type { Diagnostic } from '../../diagnostic.ts';
import { isSpan } from '../../diagnostic.ts';
import type { SourceNode } from '../../source-tree.ts';
import type { Span } from '../../span.ts';
import { parseYaml } from '../parse-yaml.ts';

/** A span as tests write it: `line:column-line:column`, the end behind the last character. */
export function range({ start, end }: Span): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** A finding as tests write it: `yaml/tab 2:1-2:3`, with the file when it is not the usual one. */
export function finding({ code, at }: Diagnostic): string {
  if (!at) return code;
  invariant(isSpan(at), 'the loader points at text');
  return `${code} ${at.file === FILE ? '' : `${at.file}:`}${range(at)}`;
}

export const FILE = 'specs/prod.yaml';

/** What reading a text as a spec finds. */
export function findings(text: string): string[] {
  return parseYaml(FILE, text).diagnostics.map(finding);
}

/** The tree as JavaScript would have it, without places. */
export function plain(node: SourceNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
}

/** The tree of a text that has no mistakes. */
export function read(text: string): SourceNode {
  const { value, diagnostics } = parseYaml(FILE, text);
  invariant(value && diagnostics.length === 0, `${JSON.stringify(text)}: ${diagnostics.map(finding).join()}`);
  return value;
}
