import { invariant } from '../../util/invariant.ts';
import type { Attribute, Block, Body, Value } from '../ir.ts';
import { escapeTemplateMarkers } from '../render/template.ts';
import type { BlockSchema } from '../schema/block-schema.ts';
import { type SchemaKind, schemaOf } from '../schema/schema-of.ts';
import { inOrderOf } from './order.ts';

/** An object of cdktf: Terraform's JSON syntax as data. */
export type Tree = { readonly [key: string]: unknown };

/**
 * The body of a resource, data source or provider. What is a block and what is an attribute is told by the
 * provider's schema, never by the shape of the value.
 */
export function providerBody(kind: SchemaKind, type: string, tree: Tree, config: unknown): Body {
  const schema = schemaOf(kind, type);
  invariant(schema, `the schema of ${kind} ${type} is known`);
  const { lifecycle, depends_on, for_each } = tree;
  const body = bodyOf(schema, tree, config, PLACED_BY_HAND);
  return {
    attributes: [
      ...(for_each === undefined ? [] : [{ name: 'for_each', value: for_each as Value }]),
      ...body.attributes,
      ...(depends_on === undefined ? [] : [references('depends_on', depends_on)]),
    ],
    blocks: lifecycle ? [...body.blocks, lifecycleBlock(lifecycle as Tree)] : body.blocks,
  };
}

/**
 * What `providerBody` writes first or last at the top of a body, and the metadata of cdktf. Inside of blocks these
 * are names like others: a container has a `lifecycle`.
 */
const PLACED_BY_HAND: ReadonlySet<string> = new Set(['//', 'for_each', 'depends_on', 'lifecycle']);
const NOTHING: ReadonlySet<string> = new Set();

function bodyOf(schema: BlockSchema, tree: Tree, config: unknown, without: ReadonlySet<string>): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (const { name, value, written } of inOrderOf(config, tree, without)) {
    const nested = schema.blocks[name];
    if (!nested) {
      attributes.push({ name, value: value as Value });
      continue;
    }
    const list = Array.isArray(value) ? value : [value];
    const writtenList = Array.isArray(written) ? written : [written];
    for (const [index, item] of list.entries()) {
      const body = bodyOf(nested.block, item as Tree, writtenList[index], NOTHING);
      blocks.push({ type: name, labels: [], body });
    }
  }
  return { attributes, blocks };
}

/** `ignore_changes` holds references, conditions are blocks. */
export function lifecycleBlock(tree: Tree): Block {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (const [name, value] of Object.entries(tree)) {
    if (name === 'ignore_changes' || name === 'replace_triggered_by')
      attributes.push(references(name, value));
    else if (name === 'precondition' || name === 'postcondition') {
      for (const condition of value as Tree[]) {
        const entries = Object.entries(condition).map(([key, item]) => ({ name: key, value: item as Value }));
        blocks.push({ type: name, labels: [], body: { attributes: entries, blocks: [] } });
      }
    } else attributes.push({ name, value: value as Value });
  }
  return { type: 'lifecycle', labels: [], body: { attributes, blocks } };
}

function references(name: string, value: unknown): Attribute {
  return { name, value: value as Value, references: true };
}

/** The `terraform` block; its strings are literal for Terraform and templates in the IR. */
export function terraformBody(tree: Tree): Body {
  const { required_version, required_providers, backend, ...rest } = tree;
  invariant(
    Object.keys(rest).length === 0,
    `cdktf added ${Object.keys(rest).join(', ')} to the terraform block`,
  );
  const providers = Object.entries(required_providers as Tree).sort(([a], [b]) => (a < b ? -1 : 1));
  const blocks: Block[] = [
    {
      type: 'required_providers',
      labels: [],
      // cdktf has version before source; people look for the source first.
      body: {
        attributes: providers.map(([name, value]) => {
          const { source, version } = value as { source: string; version: string };
          return { name, value: { source, version } };
        }),
        blocks: [],
      },
    },
    ...Object.entries(backend as Tree).map(([type, settings]): Block => {
      const entries = Object.entries(settings as Tree).map(([name, value]) => ({
        name,
        value: escaped(value),
      }));
      return { type: 'backend', labels: [type], body: { attributes: entries, blocks: [] } };
    }),
  ];
  return { attributes: [{ name: 'required_version', value: required_version as string }], blocks };
}

function escaped(value: unknown): Value {
  return typeof value === 'string' ? escapeTemplateMarkers(value) : (value as Value);
}
