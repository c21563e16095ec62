import type { SourceEntry, SourceNode, SpecDocument } from '../source-tree.ts';
import type { SpecPath } from '../spec-path.ts';

/** What stands at a path of the merged spec; nothing where nobody has written it. */
export function nodeAt(document: SpecDocument, path: SpecPath): SourceNode | undefined {
  return stepsTo(document, path).at(path.length)?.node;
}

/** The entry of the last key of a path; nothing for an item of a list. */
export function entryAt(document: SpecDocument, path: SpecPath): SourceEntry | undefined {
  return stepsTo(document, path).at(path.length)?.entry;
}

/** The file that says what is at a path, or the most of the way to it; the environment's own for a new root key. */
export function fileThatSays(document: SpecDocument, path: SpecPath): string {
  const last = stepsTo(document, path).findLast(({ entry }) => entry);
  return last?.entry?.keySpan.file ?? document.file;
}

interface Step {
  readonly node: SourceNode;
  readonly entry?: SourceEntry;
}

/** From the root on, as far as the path leads. */
function stepsTo({ root }: SpecDocument, path: SpecPath): readonly Step[] {
  const steps: Step[] = [{ node: root }];
  for (const part of path) {
    const { node } = steps.at(-1) as Step;
    const entry = node.kind === 'map' ? node.entries.get(part) : undefined;
    const next = entry?.value ?? itemOf(node, part);
    if (!next) break;
    steps.push(entry ? { node: next, entry } : { node: next });
  }
  return steps;
}

function itemOf(node: SourceNode, part: string): SourceNode | undefined {
  return node.kind === 'list' && /^(?:0|[1-9][0-9]{0,8})$/.test(part) ? node.items[Number(part)] : undefined;
}
