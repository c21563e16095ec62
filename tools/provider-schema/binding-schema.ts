import ts from 'typescript';
import type {
  AttributeSchema,
  BlockSchema,
  NestedBlock,
  TerraformType,
} from '../../src/terraform/schema/block-schema.ts';
import type { BindingSource } from './binding-source.ts';
import { readComputedAttributes } from './computed-attributes.ts';
import { crossCheck } from './cross-check.ts';
import { type DeclaredProperty, readDeclaredProperties } from './declared-property.ts';
import { type Collection, readCollections } from './descriptor.ts';
import { mapRecord } from './map-record.ts';
import { readMappedProperties } from './mapped-property.ts';

/**
 * The schema of a resource, data source or provider, as far as its generated binding still shows it.
 *
 * Lost on the way, because the generator dropped it: how many blocks exactly (only "at least one" and "at most
 * one" survive), and what is deprecated.
 *
 * @throws where declarations, mappers and descriptors contradict each other
 */
export function readBindingSchema(source: BindingSource): BlockSchema {
  const resource = [...source.classes].find(([, node]) => method(node, 'synthesizeAttributes') !== undefined);
  if (resource === undefined) throw new Error(`${source.folder}: no class with synthesizeAttributes`);
  const [name, node] = resource;
  return readLevel(source, {
    interfaceName: `${name}Config`,
    isProvider: !source.terraformType.includes('_'),
    readableClass: name,
    mapper: method(node, 'synthesizeAttributes'),
    descriptors: method(node, 'synthesizeHclAttributes'),
  });
}

/** The four places that tell about one body. */
interface Level {
  readonly interfaceName: string;
  /** Terraform itself reads `alias` of a provider, so it is in no schema; the generator declares it nevertheless. */
  readonly isProvider: boolean;
  readonly readableClass: string;
  readonly mapper: ts.Node | undefined;
  readonly descriptors: ts.Node | undefined;
}

function structLevel(source: BindingSource, name: string): Level {
  const mapper = mapperName(name);
  return {
    interfaceName: name,
    isProvider: false,
    readableClass: `${name}OutputReference`,
    mapper: source.functions.get(mapper),
    descriptors: source.functions.get(mapper.replace(/ToTerraform$/, 'ToHclTerraform')),
  };
}

function readLevel(source: BindingSource, level: Level): BlockSchema {
  const declaration = source.interfaces.get(level.interfaceName);
  if (declaration === undefined) throw new Error(`${source.folder}: no interface ${level.interfaceName}`);
  if (level.mapper === undefined || level.descriptors === undefined) {
    throw new Error(`${source.folder}: no mapper or descriptors for ${level.interfaceName}`);
  }
  const structs = new Map([...source.interfaces.keys()].map((name) => [mapperName(name), name]));
  const isOwn = ({ name }: { readonly name: string }) => !(level.isProvider && name === 'alias');
  const declared = readDeclaredProperties(declaration).filter(isOwn);
  const mapped = readMappedProperties(level.mapper, structs).filter(isOwn);
  crossCheck(`${source.terraformType}: ${level.interfaceName}`, declared, mapped);
  const collections = readCollections(level.descriptors);
  const names = new Set(declared.map(({ name }) => name));
  const attributes: Record<string, AttributeSchema> = {};
  const blocks: Record<string, NestedBlock> = {};
  for (const [name, type] of readComputedAttributes(source, level.readableClass, names)) {
    attributes[name] = { presence: 'computed', type };
  }
  for (const property of declared) {
    const collection = collections.get(property.name);
    if (collection === undefined)
      throw new Error(`${level.interfaceName}: no descriptor for ${property.name}`);
    if (property.saysBlock) blocks[property.name] = nestedBlock(source, property, collection);
    else attributes[property.name] = attribute(source, property, collection);
  }
  return { attributes: mapRecord(attributes, (value) => value), blocks: mapRecord(blocks, (value) => value) };
}

function nestedBlock(source: BindingSource, property: DeclaredProperty, collection: Collection): NestedBlock {
  const { shape } = property;
  if (shape.kind !== 'struct') throw new Error(`${property.name} is called a block but holds no struct`);
  const nesting = collection === 'struct' ? 'single' : collection;
  if (nesting === 'simple' || nesting === 'map')
    throw new Error(`${property.name} is a block in a ${nesting}`);
  return {
    nesting,
    // The generator requires a property if `min_items` is above 0, and drops the number.
    minItems: property.required ? 1 : 0,
    ...(shape.many ? {} : { maxItems: 1 }),
    block: readLevel(source, structLevel(source, shape.name)),
  };
}

function attribute(
  source: BindingSource,
  property: DeclaredProperty,
  collection: Collection,
): AttributeSchema {
  return {
    presence: property.required ? 'required' : 'optional',
    type: attributeType(source, property, collection),
  };
}

function attributeType(
  source: BindingSource,
  { shape }: DeclaredProperty,
  collection: Collection,
): TerraformType {
  if (shape.kind === 'struct') {
    const { attributes } = readLevel(source, structLevel(source, shape.name));
    const object: TerraformType = ['object', mapRecord(attributes, ({ type }) => type)];
    return collection === 'list' || collection === 'set' ? [collection, object] : object;
  }
  // The generator turns `dynamic` into a map of anything.
  if (Array.isArray(shape.type) && shape.type[0] === 'map' && shape.type[1] === 'dynamic') return 'dynamic';
  return collection === 'set' && Array.isArray(shape.type) ? ['set', shape.type[1]] : shape.type;
}

function method(node: ts.ClassDeclaration, name: string): ts.MethodDeclaration | undefined {
  return node.members.filter(ts.isMethodDeclaration).find((member) => member.name.getText() === name);
}

/** `ServiceV1Spec` is mapped by `serviceV1SpecToTerraform`. */
function mapperName(interfaceName: string): string {
  return `${interfaceName[0]!.toLowerCase()}${interfaceName.slice(1)}ToTerraform`;
}
