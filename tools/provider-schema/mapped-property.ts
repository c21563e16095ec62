import ts from 'typescript';
import type { TerraformType } from '../../src/terraform/schema/block-schema.ts';
import type { Shape } from './shape.ts';

/** One entry of the object literal in which a generated mapper returns a struct under its Terraform names. */
export interface MappedProperty {
  /** In the binding. */
  readonly property: string;
  /** In Terraform. */
  readonly name: string;
  readonly shape: Shape;
  /** The flag of `listMapper`; undefined for what is not a list. */
  readonly isBlock: boolean | undefined;
}

/**
 * @param holder the function `xToTerraform` of a struct, or the method `synthesizeAttributes` of a resource
 * @param structs keyed by the name of the mapper, the name of the interface
 */
export function readMappedProperties(
  holder: ts.Node,
  structs: ReadonlyMap<string, string>,
): readonly MappedProperty[] {
  return returnedEntries(holder).map(({ name, value }) => {
    if (!ts.isCallExpression(value) || value.arguments.length !== 1) {
      throw new Error(`not a mapper: ${value.getText()}`);
    }
    const { shape, isBlock } = readMapper(value.expression, structs);
    return { property: accessedProperty(value.arguments[0]!), name, shape, isBlock };
  });
}

/** The entries of the last object literal that a function returns or keeps in `attrs`. */
export function returnedEntries(holder: ts.Node): readonly { name: string; value: ts.Expression }[] {
  let literal: ts.ObjectLiteralExpression | undefined;
  const visit = (node: ts.Node): void => {
    const value = ts.isReturnStatement(node)
      ? node.expression
      : ts.isVariableDeclaration(node)
        ? node.initializer
        : undefined;
    if (value !== undefined && ts.isObjectLiteralExpression(value)) literal = value;
    ts.forEachChild(node, visit);
  };
  visit(holder);
  return (literal?.properties ?? []).map((entry) => {
    if (!ts.isPropertyAssignment(entry)) throw new Error(`not an entry: ${entry.getText()}`);
    return { name: entry.name.getText().replaceAll('"', ''), value: entry.initializer };
  });
}

function readMapper(
  mapper: ts.Expression,
  structs: ReadonlyMap<string, string>,
): { shape: Shape; isBlock: boolean | undefined } {
  const call = ts.isCallExpression(mapper) ? mapper : undefined;
  const wrapper = call?.expression.getText();
  if (wrapper !== 'cdktf.listMapper') return { shape: readItem(mapper, structs, false), isBlock: undefined };
  const [item, flag] = call!.arguments;
  return { shape: readItem(item!, structs, true), isBlock: flag!.kind === ts.SyntaxKind.TrueKeyword };
}

function readItem(mapper: ts.Expression, structs: ReadonlyMap<string, string>, many: boolean): Shape {
  const struct = structs.get(calleeName(mapper));
  if (struct !== undefined) return { kind: 'struct', name: struct, many };
  const type = readType(mapper);
  return { kind: 'value', type: many ? ['list', type] : type };
}

function readType(mapper: ts.Expression): TerraformType {
  if (ts.isCallExpression(mapper)) {
    const inner = readType(mapper.arguments[0]!);
    if (mapper.expression.getText() === 'cdktf.hashMapper') return ['map', inner];
    if (mapper.expression.getText() === 'cdktf.listMapper') return ['list', inner];
  }
  const type = PRIMITIVES.get(mapper.getText());
  if (type === undefined) throw new Error(`no Terraform type for the mapper ${mapper.getText()}`);
  return type;
}

const PRIMITIVES: ReadonlyMap<string, TerraformType> = new Map<string, TerraformType>([
  ['cdktf.stringToTerraform', 'string'],
  ['cdktf.numberToTerraform', 'number'],
  ['cdktf.booleanToTerraform', 'bool'],
  ['cdktf.anyToTerraform', 'dynamic'],
]);

/** `f`, or what a compiled import makes of it: `module.f`, `(0, module.f)`. */
function calleeName(expression: ts.Expression): string {
  return /^(?:\(0, )?(?:\w+\.)?(\w+)\)?$/.exec(expression.getText())?.[1] ?? '';
}

/** `struct.minReplicas`, `this._minReplicas` or `this._spec.internalValue`. */
function accessedProperty(argument: ts.Expression): string {
  const match = /^(?:struct\.|this\._)(\w+)(?:\.internalValue)?$/.exec(argument.getText());
  if (match === null) throw new Error(`no property in ${argument.getText()}`);
  return match[1]!;
}
