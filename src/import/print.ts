import { Document, isMap, isPair, isScalar, visit } from 'yaml';
import type { SpecTree } from './build/spec-tree.ts';
import { NOTE_KINDS, NOTE_TITLES, type Note } from './note.ts';

/** The spec with all notes as comments above it. */
export function printSpec(tree: SpecTree, notes: readonly Note[]): string {
  const document = new Document(tree, { version: '1.2', aliasDuplicateObjects: false });
  visit(document, {
    Seq: (_key, node) => {
      node.flow = true;
    },
    // A kind begins after an empty line.
    Pair: (_key, pair, path) => {
      const depth = path.filter(isPair).length;
      if (depth === 0 && isScalar(pair.key) && isMap(pair.value)) pair.key.spaceBefore = true;
    },
  });
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  return `${comment(notes)}${text}`;
}

function comment(notes: readonly Note[]): string {
  const lines = [
    'Made by elastiform import from what is there. Read it, fill in what is missing, and plan before you apply:',
    'each import block must be an import, and change nothing but what is listed here. Every object of Kubernetes gets',
    'the labels of elastiform.',
  ];
  for (const kind of NOTE_KINDS) {
    const some = notes.filter((note) => note.kind === kind);
    if (some.length === 0) continue;
    lines.push('', `${NOTE_TITLES[kind]}:`, ...some.map(({ subject, text }) => `- ${subject}: ${text}`));
  }
  return lines.map((line) => (line === '' ? '#\n' : `# ${line}\n`)).join('');
}
