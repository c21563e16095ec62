import type { SourceNode } from '../source-tree.ts';

/**
 * The tree as the values that a JSON Schema is about. Maps have no prototype, so that a key of any name,
 * even `__proto__`, is nothing but a key.
 */
export function plainOf(node: SourceNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  const plain: Record<string, unknown> = Object.create(null);
  for (const [key, { value }] of node.entries) plain[key] = plainOf(value);
  return plain;
}
