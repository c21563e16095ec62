import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';

/** Writes the declarations of everything that `src/index.ts` shows, and of what that is made of. */
export function libraryTypes(root: string, folder: string): void {
  const sources = join(root, 'src');
  const emitted = declarationsOf(join(sources, 'index.ts'), sources, root);
  const wanted = new Map<string, string>();
  const opaque = new Map<string, ReadonlySet<string>>();
  const visit = (path: string) => {
    const text = emitted.get(path);
    if (text === undefined || wanted.has(path)) return;
    const depth = relative(dirname(path), '').replaceAll(sep, '/');
    const shim = `${depth === '' ? '.' : depth}/${OPAQUE}.js`;
    wanted.set(path, withPublishedImports(text, shim, opaque));
    for (const [, target = ''] of text.matchAll(RELATIVE_IMPORT))
      visit(relative('/', resolve('/', dirname(path), target)).replace(/\.ts$/, '.d.ts'));
  };
  visit('index.d.ts');
  wanted.set(`${OPAQUE}.d.ts`, opaqueTypes(opaque));
  for (const [path, text] of wanted) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const OPAQUE = 'held-inside';
const RELATIVE_IMPORT = /(?:from |import\()["'](\.[^"']+\.ts)["']/g;

/** By path below the folder of the sources, with forward slashes. */
function declarationsOf(entry: string, sources: string, root: string): ReadonlyMap<string, string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const emitted = new Map<string, string>();
  const program = ts.createProgram([entry], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    resolveJsonModule: true,
    rootDir: sources,
    outDir: '/',
  });
  program.emit(undefined, (path, text) => emitted.set(relative('/', path).replaceAll(sep, '/'), text));
  return emitted;
}

/**
 * The package has cdktf inside of its bundle and not beside it, so that what is made of it has no type of its own: who
 * uses the library hands it on. Such names are noted in `opaque`, by the module that they come from.
 */
function withPublishedImports(text: string, shim: string, opaque: Map<string, ReadonlySet<string>>): string {
  return text
    .replace(
      /^import (?:type )?\{ ([^}]+) \} from ["']((?:cdktf|constructs|@cdktf\/)[^"']*)["'];$/gm,
      (_, list: string, module: string) => {
        const names = list.split(',').map((name) => name.replace(/^\s*type /, '').trim());
        opaque.set(module, new Set([...(opaque.get(module) ?? []), ...names]));
        return `import type { ${names.join(', ')} } from '${shim}';`;
      },
    )
    .replace(RELATIVE_IMPORT, (found) => found.replace(/\.ts(["'])$/, '.js$1'));
}

function opaqueTypes(opaque: ReadonlyMap<string, ReadonlySet<string>>): string {
  const lines = [...opaque]
    .sort()
    .flatMap(([module, names]) => [
      `// ${module}`,
      ...[...names].sort().map((name) => `export type ${name} = object;`),
    ]);
  return `${lines.join('\n')}\n`;
}
