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
    const make = elements.get(key);
    invariant(make, `${key} was placed but not synthesized`);
    elements.delete(key);
    const { type, labels, body } = make(config);
    const block: Block = { type, labels, comment: [formatPath(at), ...notes], body };
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
  const keyed = blocks.map((block) => ({
    block,
    key: [block.type, ...block.labels, ...(block.comment ?? [])].join('\n'),
  }));
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ block }) => block);
}

/** Makes the block of an element, without comment; `config` is what the component wrote. */
type MakeBlock = (config: unknown) => Block;
type Elements = Map<string, MakeBlock>;

function elementsOf(synthesized: Tree): Elements {
  const elements: Elements = new Map();
  for (const [section, content] of Object.entries(synthesized)) {
    if (section === '//') continue;
    const read = READERS[section];
    invariant(read, `cdktf made a section ${section}`);
    read(elements, content);
  }
  return elements;
}

const READERS: Readonly<Record<string, (elements: Elements, content: unknown) => void>> = {
  resource: (elements, content) => addTypes(elements, 'resource', content),
  data: (elements, content) => addTypes(elements, 'data', content),
  provider(elements, content) {
    for (const [type, list] of Object.entries(content as Tree))
      for (const tree of list as Tree[])
        elements.set(`provider.${type}`, ofSchema('provider', type, [type], tree));
  },
  terraform(elements, content) {
    elements.set('terraform', () => ({
      type: 'terraform',
      labels: [],
      body: terraformBody(content as Tree),
    }));
  },
  locals(elements, content) {
    for (const [name, value] of Object.entries(content as Tree))
      elements.set(`locals.${name}`, () => ({
        type: 'locals',
        labels: [],
        body: attributes({ [name]: value }),
      }));
  },
  output(elements, content) {
    for (const [name, tree] of Object.entries(content as Tree))
      elements.set(`output.${name}`, () => ({
        type: 'output',
        labels: [name],
        body: outputBody(tree as Tree),
      }));
  },
  check(elements, content) {
    for (const [name, tree] of Object.entries(content as Tree))
      elements.set(`check.${name}`, () => {
        const body = attributes((tree as Tree)['assert'] as Tree);
        const assert: Block = { type: 'assert', labels: [], body };
        return { type: 'check', labels: [name], body: { attributes: [], blocks: [assert] } };
      });
  },
  import: (elements, content) => addAnonymous(elements, 'import', content, ['to']),
  moved: (elements, content) => addAnonymous(elements, 'moved', content, ['from', 'to']),
  removed: (elements, content) => addAnonymous(elements, 'removed', content, ['from']),
};

function addTypes(elements: Elements, kind: 'resource' | 'data', content: unknown): void {
  for (const [type, named] of Object.entries(content as Tree))
    for (const [name, tree] of Object.entries(named as Tree))
      elements.set(`${kind}.${type}.${name}`, ofSchema(kind, type, [type, name], tree as Tree));
}

function ofSchema(kind: SchemaKind, type: string, labels: readonly string[], tree: Tree): MakeBlock {
  return (config) => {
    const findings = checkConfiguration(kind, type, tree);
    if (findings.length > 0) {
      const list = findings.map(({ path, message }) => `${path}: ${message}`).join('; ');
      invariant(false, `${kind} ${labels.join('.')} does not fit the provider's schema: ${list}`);
    }
    return { type: kind, labels, body: providerBody(kind, type, tree, config) };
  };
}

function addAnonymous(
  elements: Elements,
  type: string,
  content: unknown,
  references: readonly string[],
): void {
  for (const [index, { lifecycle, ...tree }] of (content as Tree[]).entries()) {
    const attributes = Object.entries(tree).map(([name, value]): Attribute => {
      const attribute = { name, value: value as Value };
      return references.includes(name) ? { ...attribute, references: true } : attribute;
    });
    const blocks = lifecycle === undefined ? [] : [lifecycleBlock(lifecycle as Tree)];
    elements.set(`${type}[${index}]`, () => ({ type, labels: [], body: { attributes, blocks } }));
  }
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
