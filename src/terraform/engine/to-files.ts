import { formatPath } from '../../compiler/spec-path.ts';
import { compareText } from '../../util/compare.ts';
import { invariant } from '../../util/invariant.ts';
import type { Attribute, Block, Body, TerraformFile, Value } from '../ir.ts';
import { escapeTemplateMarkers } from '../render/template.ts';
import { checkConfiguration } from '../schema/check-configuration.ts';
import type { SchemaKind } from '../schema/schema-of.ts';
import type { Placed } from './root.ts';
import { lifecycleBlock, providerBody, type Tree, terraformBody } from './to-body.ts';

/**
 * Divides a synthesized root among its files. Blocks keep the order in which they were made.
 *
 * @param synthesized what `synthesized` or `TerraformStack.toTerraform()` returns
 * @returns keyed by file name without ending
 * @throws an invariant when an element is lost, was never placed, or does not fit its provider's schema
 */
export function toFiles(
  synthesized: Tree,
  placed: ReadonlyMap<string, Placed>,
  header: readonly string[],
): ReadonlyMap<string, TerraformFile> {
  const elements = elementsOf(synthesized);
  const blocks = new Map<string, Block[]>();
  for (const [key, { file, at, notes, config }] of placed) {
    const element = elements.get(key);
    invariant(element, `${key} was placed but not synthesized`);
    elements.delete(key);
    const block = { ...element.block(config), comment: [formatPath(at), ...notes] };
    const inFile = blocks.get(file) ?? [];
    blocks.set(file, inFile);
    const last = inFile.at(-1);
    // Locals of one place read better as one block.
    if (block.type === 'locals' && last?.type === 'locals' && same(last.comment, block.comment)) {
      const attributes = [...last.body.attributes, ...block.body.attributes];
      inFile[inFile.length - 1] = { ...last, body: { attributes, blocks: [] } };
    } else inFile.push(block);
  }
  invariant(elements.size === 0, `${[...elements.keys()].join(', ')} was synthesized but not placed`);
  return new Map([...blocks].map(([file, list]) => [file, { header, blocks: inReadingOrder(list) }]));
}

/**
 * A file of lookups has no story to tell: its blocks are sorted, so that one more user of a security group
 * moves none of them. Everything else stays in the order in which the components made it.
 */
function inReadingOrder(blocks: readonly Block[]): readonly Block[] {
  const isLookups = blocks.every(({ type }) => type === 'data' || type === 'locals');
  if (!isLookups) return blocks;
  const key = ({ type, labels, comment = [] }: Block) => [type, ...labels, ...comment].join('\n');
  return [...blocks].sort((a, b) => compareText(key(a), key(b)));
}

interface Element {
  block(config: unknown): Block;
}

function elementsOf(synthesized: Tree): Map<string, Element> {
  const elements = new Map<string, Element>();
  for (const [section, content] of Object.entries(synthesized)) {
    if (section === '//') continue;
    const read = READERS[section];
    invariant(read, `cdktf made a section ${section}`);
    for (const [key, element] of read(content)) elements.set(key, element);
  }
  return elements;
}

type Entries = readonly (readonly [key: string, element: Element])[];

const READERS: Readonly<Record<string, (content: unknown) => Entries>> = {
  resource: (content) => ofTypes('resource', content as Tree),
  data: (content) => ofTypes('data', content as Tree),
  provider: (content) =>
    Object.entries(content as Tree).flatMap(([type, list]) =>
      (list as Tree[]).map((tree) => [`provider.${type}`, ofSchema('provider', type, [type], tree)] as const),
    ),
  terraform: (content) => [
    ['terraform', { block: () => ({ type: 'terraform', labels: [], body: terraformBody(content as Tree) }) }],
  ],
  locals: (content) =>
    Object.entries(content as Tree).map(([name, value]) => [
      `locals.${name}`,
      { block: () => ({ type: 'locals', labels: [], body: attributes({ [name]: value }) }) },
    ]),
  output: (content) =>
    Object.entries(content as Tree).map(([name, tree]) => [
      `output.${name}`,
      { block: () => ({ type: 'output', labels: [name], body: outputBody(tree as Tree) }) },
    ]),
  check: (content) =>
    Object.entries(content as Tree).map(([name, tree]) => [
      `check.${name}`,
      {
        block: () => {
          const assert: Block = {
            type: 'assert',
            labels: [],
            body: attributes((tree as Tree)['assert'] as Tree),
          };
          return { type: 'check', labels: [name], body: { attributes: [], blocks: [assert] } };
        },
      },
    ]),
  import: (content) => anonymous('import', content as Tree[], ['to']),
  moved: (content) => anonymous('moved', content as Tree[], ['from', 'to']),
  removed: (content) => anonymous('removed', content as Tree[], ['from']),
};

function ofTypes(kind: 'resource' | 'data', content: Tree): Entries {
  return Object.entries(content).flatMap(([type, named]) =>
    Object.entries(named as Tree).map(
      ([name, tree]) =>
        [`${kind}.${type}.${name}`, ofSchema(kind, type, [type, name], tree as Tree)] as const,
    ),
  );
}

function ofSchema(kind: SchemaKind, type: string, labels: readonly string[], tree: Tree): Element {
  const { '//': _metadata, ...body } = tree;
  return {
    block(config) {
      const findings = checkConfiguration(kind, type, body);
      const list = findings.map(({ path, message }) => `${path}: ${message}`).join('; ');
      invariant(
        findings.length === 0,
        `${kind} ${labels.join('.')} does not fit the provider's schema: ${list}`,
      );
      return { type: kind, labels, body: providerBody(kind, type, body, config) };
    },
  };
}

function anonymous(type: string, list: readonly Tree[], references: readonly string[]): Entries {
  return list.map(({ lifecycle, ...tree }, index) => {
    const attributes = Object.entries(tree).map(([name, value]): Attribute => {
      const attribute = { name, value: value as Value };
      return references.includes(name) ? { ...attribute, references: true } : attribute;
    });
    const blocks = lifecycle === undefined ? [] : [lifecycleBlock(lifecycle as Tree)];
    return [`${type}[${index}]`, { block: () => ({ type, labels: [], body: { attributes, blocks } }) }];
  });
}

function outputBody({ description, value, ...rest }: Tree): Body {
  invariant(Object.keys(rest).length === 0, 'an output has a value and a description');
  // cdktf has the text as it is; the IR has templates.
  const escaped = escapeTemplateMarkers(String(description));
  return attributes({ description: escaped, value });
}

function attributes(tree: Tree): Body {
  const entries = Object.entries(tree).map(([name, value]): Attribute => ({ name, value: value as Value }));
  return { attributes: entries, blocks: [] };
}

function same(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return (a ?? []).join('\n') === (b ?? []).join('\n');
}
