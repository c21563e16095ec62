import { describe, expect, it } from 'vitest';
import type { BlockSchema } from './block-schema.ts';
import { isBlock } from './block-schema.ts';
import { metaArguments } from './meta-arguments.ts';
import { PROVIDERS, type SchemaKind, schemaOf } from './schema-of.ts';

describe('block or attribute', () => {
  it.each([
    ['resource', 'aws_autoscaling_group', 'tag', true],
    ['resource', 'aws_launch_template', 'metadata_options', true],
    ['resource', 'aws_db_instance', 'tags', false],
    ['resource', 'aws_db_instance', 'timeouts', true],
    ['resource', 'kubernetes_deployment_v1', 'spec', true],
    ['resource', 'kubernetes_manifest', 'field_manager', true],
    // cdktf's own descriptor calls this object a block.
    ['resource', 'kubernetes_manifest', 'wait_for', false],
    ['data', 'aws_iam_policy_document', 'statement', true],
    ['data', 'kubernetes_service_v1', 'spec', false],
    ['provider', 'kubernetes', 'exec', true],
    ['provider', 'aws', 'default_tags', true],
  ] as const)('%s %s: %s', (kind, type, name, expected) => {
    expect(isBlock(schemaOf(kind, type)!, name)).toBe(expected);
  });
});

it('has no schema for what it does not know', () => {
  expect(schemaOf('resource', 'aws_instance')).toBeUndefined();
  expect(schemaOf('data', 'aws_launch_template')).toBeUndefined();
  expect(schemaOf('provider', 'google')).toBeUndefined();
  expect(schemaOf('resource', 'constructor')).toBeUndefined();
});

const KINDS: readonly SchemaKind[] = ['resource', 'data', 'provider'];
const EVERY_SCHEMA = KINDS.flatMap((kind) =>
  Object.entries(PROVIDERS).flatMap(([name, provider]) => {
    const types = {
      resource: provider.resources,
      data: provider.data,
      provider: { [name]: provider.configuration },
    };
    return Object.entries(types[kind]).map(([type, schema]) => ({ kind, type, schema }));
  }),
);

describe.each(EVERY_SCHEMA)('$kind $type', ({ kind, schema }) => {
  it('has snake_case names, each an attribute or a block, none of them Terraform’s own', () => {
    for (const name of metaArguments(kind)) expect(schema).not.toHaveProperty(['attributes', name]);
    for (const { attributes, blocks } of withNested(schema)) {
      for (const name of [...Object.keys(attributes), ...Object.keys(blocks)])
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(Object.keys(attributes).filter((name) => name in blocks)).toEqual([]);
    }
  });
});

function withNested(schema: BlockSchema): readonly BlockSchema[] {
  return [schema, ...Object.values(schema.blocks).flatMap(({ block }) => withNested(block))];
}
