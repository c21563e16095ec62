import ts from 'typescript';
import type { TerraformType } from '../../src/terraform/schema/block-schema.ts';
import type { BindingSource } from './binding-source.ts';

/**
 * What one can read of a resource or of a nested block, from the accessors of its class, but cannot declare.
 *
 * @param declared Terraform names to leave out
 * @returns keyed by Terraform name; empty for a class that does not exist, as for the provider's own blocks
 */
export function readComputedAttributes(
  source: BindingSource,
  className: string,
  declared: ReadonlySet<string>,
): ReadonlyMap<string, TerraformType> {
  const found = new Map<string, TerraformType>();
  const visit = (node: ts.Node): void => {
    const attribute = ts.isCallExpression(node)
      ? readGetter(node)
      : ts.isNewExpression(node)
        ? readNested(source, node)
        : undefined;
    if (attribute === undefined) ts.forEachChild(node, visit);
    else if (!declared.has(attribute.name)) found.set(attribute.name, attribute.type());
  };
  const declaration = source.classes.get(className);
  if (declaration !== undefined) visit(declaration);
  return found;
}

interface Readable {
  readonly name: string;
  /** Late, because the type of what is declared may be as deep as a pod template. */
  type(): TerraformType;
}

/** `this.getStringAttribute("uid")`, or `cdktf.Fn.tolist(this.getListAttribute("zones"))` for a set. */
function readGetter(call: ts.CallExpression): Readable | undefined {
  const match = /^(cdktf\.Fn\.tolist\()?this\.(get\w+Attribute)\(["'](\w+)["']\)\)?$/.exec(call.getText());
  if (match === null) return undefined;
  const [, set, getter, name] = match;
  const type = GETTERS.get(getter!);
  if (type === undefined) throw new Error(`no Terraform type for ${call.getText()}`);
  return { name: name!, type: () => (set !== undefined && Array.isArray(type) ? ['set', type[1]] : type) };
}

const GETTERS: ReadonlyMap<string, TerraformType> = new Map<string, TerraformType>([
  ['getStringAttribute', 'string'],
  ['getNumberAttribute', 'number'],
  ['getBooleanAttribute', 'bool'],
  ['getListAttribute', ['list', 'string']],
  ['getNumberListAttribute', ['list', 'number']],
  ['getStringMapAttribute', ['map', 'string']],
  ['getNumberMapAttribute', ['map', 'number']],
  ['getBooleanMapAttribute', ['map', 'bool']],
  ['getAnyMapAttribute', 'dynamic'],
]);

/** `new XList(this, "ingress", true)`, where `true` is for a set, or `new XOutputReference(this, "spec")`. */
function readNested(source: BindingSource, node: ts.NewExpression): Readable | undefined {
  const match = /^new ([\w.]+)\(this, ["'](\w+)["'](?:, (true|false))?\)$/.exec(node.getText());
  if (match === null) return undefined;
  const [, className, name, set] = match;
  const map = MAPS.get(className!);
  return {
    name: name!,
    type: () => map ?? [set === 'true' ? 'set' : 'list', objectType(source, className!)],
  };
}

const MAPS: ReadonlyMap<string, TerraformType> = new Map<string, TerraformType>([
  ['cdktf.StringMap', ['map', 'string']],
  ['cdktf.StringMapList', ['list', ['map', 'string']]],
]);

function objectType(source: BindingSource, className: string): TerraformType {
  // A list class in a compiled import is `index_structs_1.XList`.
  const bare = className.slice(className.lastIndexOf('.') + 1);
  const item = bare.endsWith('List') ? `${bare.slice(0, -'List'.length)}OutputReference` : bare;
  if (!source.classes.has(item)) throw new Error(`${source.folder}: no class ${item}`);
  return ['object', Object.fromEntries(readComputedAttributes(source, item, new Set()))];
}
