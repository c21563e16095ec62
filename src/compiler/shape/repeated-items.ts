import { show } from '../load/yaml-messages.ts';
import type { SourceNode } from '../source-tree.ts';
import type { Finding } from './finding.ts';
import type { Subject } from './subject.ts';
import { labelOf } from './words.ts';

/** Every item of a list that stands there before; the validator stops at the first. */
export function repeatedItems({ node, path }: Subject): Finding[] {
  if (node.kind !== 'list') return [];
  const first = new Map<unknown, number>();
  const findings: Finding[] = [];
  for (const [index, item] of node.items.entries()) {
    const value = scalarOf(item);
    if (value === undefined) continue;
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, index);
      continue;
    }
    findings.push({
      at: () => ({ path: [...path, String(index)] }),
      span: item.span,
      explain: () => ({
        code: 'shape/repeated-item',
        message: `${show(String(value))} is already in ${labelOf(path)}`,
        related: [{ message: 'it is here first', at: { path: [...path, String(earlier)] } }],
        suggestions: [
          {
            message: 'remove it',
            change: { path: [...path, String(index)], remove: true },
            applicability: 'machine',
          },
        ],
      }),
    });
  }
  return findings;
}

/** Numbers and texts are different values to a Map, as they are to the validator. */
function scalarOf(item: SourceNode): string | number | boolean | undefined {
  if (item.kind !== 'scalar') return undefined;
  return item.value ?? undefined;
}
