import type { BlockSchema, NestedBlock } from '../../src/terraform/schema/block-schema.ts';
import type { ProviderSchema } from '../../src/terraform/schema/provider-schema.ts';

/**
 * The text of a data file: JSON with one attribute per line, so that a diff names what changed, indented by one
 * blank per nested block. Indented as usual, pod templates alone would be three times as long.
 */
export function printSchema({ configuration, resources, data, ...origin }: ProviderSchema): string {
  const head = Object.entries(origin).map(([key, value]) => `${quote(key)}: ${JSON.stringify(value)}`);
  const types = (record: ProviderSchema['data']) => printRecord(record, (block) => printBlock(block, 1), 1);
  const parts = [
    ...head,
    `"configuration": ${printBlock(configuration, 0)}`,
    `"resources": ${types(resources)}`,
    `"data": ${types(data)}`,
  ];
  return `{\n${parts.join(',\n')}\n}\n`;
}

function printBlock({ attributes, blocks }: BlockSchema, depth: number): string {
  const printedAttributes = printRecord(attributes, (attribute) => JSON.stringify(attribute), depth + 1);
  const printedBlocks = printRecord(blocks, (nested) => printNested(nested, depth + 1), depth + 1);
  return `{ "attributes": ${printedAttributes}, "blocks": ${printedBlocks} }`;
}

function printNested({ block, ...counts }: NestedBlock, depth: number): string {
  return `${JSON.stringify(counts).slice(0, -1)},"block":${printBlock(block, depth)}}`;
}

function printRecord<Item>(
  record: Readonly<Record<string, Item>>,
  print: (item: Item) => string,
  depth: number,
): string {
  const lines = Object.entries(record).map(
    ([key, item]) => `${' '.repeat(depth)}${quote(key)}: ${print(item)}`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${' '.repeat(depth - 1)}}`;
}

function quote(key: string): string {
  return JSON.stringify(key);
}
