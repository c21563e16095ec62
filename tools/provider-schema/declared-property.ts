import ts from 'typescript';
import type { TerraformType } from '../../src/terraform/schema/block-schema.ts';
import type { Shape } from './shape.ts';

/** One property of a configuration interface or of a struct. */
export interface DeclaredProperty {
  /** In the binding: `minReplicas`. */
  readonly property: string;
  /** In Terraform: `min_replicas`. */
  readonly name: string;
  readonly required: boolean;
  /** The comment says "… block": the only mark in the declarations that tells a block from an attribute. */
  readonly saysBlock: boolean;
  readonly shape: Shape;
}

export function readDeclaredProperties(declaration: ts.InterfaceDeclaration): readonly DeclaredProperty[] {
  return declaration.members.map((member) => {
    if (!ts.isPropertySignature(member) || member.type === undefined) {
      throw new Error(`${declaration.name.text}: not a property: ${member.getText()}`);
    }
    const comment = ts
      .getJSDocCommentsAndTags(member)
      .map((part) => part.getText())
      .join('\n');
    const name = /\{@link https:\/\/registry\.terraform\.io\/\S+#(\w+) /.exec(comment)?.[1];
    if (name === undefined)
      throw new Error(`${declaration.name.text}.${member.name.getText()}: no name in the comment`);
    return {
      property: member.name.getText(),
      name,
      required: member.questionToken === undefined,
      saysBlock: new RegExp(`^[\\s/*]*${name} block\\s*$`, 'm').test(comment),
      shape: readShape(member.type),
    };
  });
}

function readShape(type: ts.TypeNode): Shape {
  const node = withoutResolvable(type);
  const item = arrayItem(node);
  const struct = structName(item ?? node);
  if (struct !== undefined) return { kind: 'struct', name: struct, many: item !== undefined };
  return { kind: 'value', type: readType(node) };
}

function readType(type: ts.TypeNode): TerraformType {
  const node = withoutResolvable(type);
  switch (node.kind) {
    case ts.SyntaxKind.StringKeyword:
      return 'string';
    case ts.SyntaxKind.NumberKeyword:
      return 'number';
    case ts.SyntaxKind.BooleanKeyword:
      return 'bool';
    case ts.SyntaxKind.AnyKeyword:
      return 'dynamic';
  }
  const item = arrayItem(node);
  if (item !== undefined) return ['list', readType(item)];
  if (
    ts.isTypeLiteralNode(node) &&
    node.members.length === 1 &&
    ts.isIndexSignatureDeclaration(node.members[0]!)
  ) {
    return ['map', readType(node.members[0].type)];
  }
  throw new Error(`no Terraform type for ${type.getText()}`);
}

/** `X | cdktf.IResolvable`, in parentheses or not, is `X`: any value may be an expression. */
function withoutResolvable(type: ts.TypeNode): ts.TypeNode {
  if (ts.isParenthesizedTypeNode(type)) return withoutResolvable(type.type);
  if (!ts.isUnionTypeNode(type)) return type;
  const [only, ...others] = type.types.filter((part) => part.getText() !== 'cdktf.IResolvable');
  if (only === undefined || others.length > 0) throw new Error(`no Terraform type for ${type.getText()}`);
  return withoutResolvable(only);
}

function arrayItem(node: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isArrayTypeNode(node)) return withoutResolvable(node.elementType);
  if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Array')
    return withoutResolvable(node.typeArguments![0]!);
  return undefined;
}

function structName(node: ts.TypeNode): string | undefined {
  return ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeName.text !== 'Array'
    ? node.typeName.text
    : undefined;
}
