import { describe, expect, it } from 'vitest';
import type { AttributeSchema, BlockSchema, TerraformType } from '../../src/terraform/schema/block-schema.ts';
import { schemaOf } from '../../src/terraform/schema/schema-of.ts';
import type { Json, JsonObject } from './json.ts';
import { KINDS } from './kinds.ts';
import { toKubernetes } from './to-kubernetes.ts';
import { validateManifest } from './validate-manifest.ts';

describe.each(Object.keys(KINDS))('what the provider knows of %s', (type) => {
  it('is a field of its type in the API', () => {
    const schema = schemaOf('resource', type);
    expect(schema).toBeDefined();
    const findings = validateManifest(toKubernetes(type, fullBody(schema!, '')));
    const wrong = findings.filter(({ message }) => !isAboutTheValue(message));
    expect(wrong.filter(({ path }) => !ONLY_IN_PROVIDER.some((end) => path.endsWith(end)))).toEqual([]);
  });
});

/** The provider shares its schema of volumes with PersistentVolume, which has a little more. */
const ONLY_IN_PROVIDER = [
  'volumes[0].local',
  'volumes[0].azureFile.secretNamespace',
  'volumes[0].cephfs.secretRef.namespace',
  'volumes[0].flexVolume.secretRef.namespace',
  'volumes[0].rbd.secretRef.namespace',
];

/** The values are any of the right type; that most are no word the API knows is beside the point. */
function isAboutTheValue(message: string): boolean {
  return message.startsWith('is none of ');
}

/** A body with every attribute and every block. */
function fullBody(schema: BlockSchema, blockName: string): JsonObject {
  const body: Record<string, Json> = {};
  for (const [name, attribute] of Object.entries(schema.attributes)) {
    const value = exampleOf(name, attribute);
    if (value !== undefined && !isOneOfMany(blockName, name)) body[name] = value;
  }
  for (const [name, { block }] of Object.entries(schema.blocks)) body[name] = fullBody(block, name);
  return body;
}

/** The provider sends only the value that goes with the type of the target. */
function isOneOfMany(blockName: string, name: string): boolean {
  return blockName === 'target' && (name === 'value' || name === 'average_utilization');
}

function exampleOf(name: string, { presence, type }: AttributeSchema): Json | undefined {
  if (presence === 'computed' || COMPUTED_AT_HEART.has(name)) return undefined;
  return name === 'type' ? 'AverageValue' : valueOfType(type);
}

/** The declarations of the bindings do not tell that these are only read. */
const COMPUTED_AT_HEART: ReadonlySet<string> = new Set(['id', 'target_cpu_utilization_percentage']);

function valueOfType(type: TerraformType): Json | undefined {
  if (type === 'number') return 1;
  if (type === 'bool') return true;
  // A number, a quantity, a mode, base64 and text at once.
  if (type === 'string') return '1000';
  if (type[0] === 'map') return { 'example.com/a_key': '1000' };
  if (type[0] === 'list' || type[0] === 'set') return [valueOfType(type[1] as TerraformType) ?? null];
  return undefined;
}
