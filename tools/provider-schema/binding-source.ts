import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * The syntax of one folder of a generated cdktf provider package, taken apart by name. Big resources spread their
 * structs over `index-structs/`; names are unique within a folder.
 */
export interface BindingSource {
  readonly folder: string;
  /** From the `.d.ts` files: one for the configuration and one per nested struct. */
  readonly interfaces: ReadonlyMap<string, ts.InterfaceDeclaration>;
  /** From the `.js` files: the `…ToTerraform` mappers. */
  readonly functions: ReadonlyMap<string, ts.FunctionDeclaration>;
  /** From the `.js` files: the resource and one `…OutputReference` per struct. */
  readonly classes: ReadonlyMap<string, ts.ClassDeclaration>;
  /** The Terraform type the folder says it is for; a provider's local name for a provider. */
  readonly terraformType: string;
}

/** @throws if the folder does not exist or does not look generated */
export function readBinding(folder: string): BindingSource {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const interfaces = new Map<string, ts.InterfaceDeclaration>();
  const functions = new Map<string, ts.FunctionDeclaration>();
  const classes = new Map<string, ts.ClassDeclaration>();
  let terraformType: string | undefined;
  for (const file of files.filter((name) => name.endsWith('.d.ts') || name.endsWith('.js'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    terraformType ??= /static readonly tfResourceType = "(\w+)"/.exec(text)?.[1];
    for (const statement of ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true).statements) {
      if (ts.isInterfaceDeclaration(statement)) addOnce(interfaces, statement.name.text, statement);
      if (!file.endsWith('.js')) continue;
      if (ts.isFunctionDeclaration(statement)) addOnce(functions, statement.name!.text, statement);
      if (ts.isClassDeclaration(statement)) addOnce(classes, statement.name!.text, statement);
    }
  }
  if (terraformType === undefined) throw new Error(`${folder}: no tfResourceType`);
  return { folder, interfaces, functions, classes, terraformType };
}

function addOnce<Node>(nodes: Map<string, Node>, name: string, node: Node): void {
  if (nodes.has(name)) throw new Error(`${name} is declared twice`);
  nodes.set(name, node);
}
