import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/**
 * Makes each of our modules one that is evaluated when something of it is used for the first time, so that a command
 * pays for what it does and not for what it imports. Our modules define things and do nothing, so that nobody can tell.
 */
export function lazyModules(root) {
  return {
    name: 'lazy-modules',
    setup({ onResolve, onLoad, esbuild }) {
      // A namespace of its own: what esbuild finds in a package of ES modules it takes for one, whatever it is.
      onResolve({ filter: /^\.\.?\/.*\.(?:ts|json)$/ }, ({ path, resolveDir }) => {
        // The path is in the bundle, which must be the same wherever the checkout is.
        const own = relative(root, resolve(resolveDir, path)).replaceAll(sep, '/');
        return own.startsWith('node_modules/') ? undefined : { path: own, namespace: 'own' };
      });
      onLoad({ filter: /\.ts$/, namespace: 'own' }, async ({ path }) => {
        const file = join(root, path);
        const text = lazyExamples(readFileSync(file, 'utf8'))
          // A CommonJS module cannot wait; whoever loads it can.
          .replace(/^await (onProcess|onThread)\(/m, 'export const done = $1(');
        const options = {
          loader: 'ts',
          format: 'cjs',
          platform: 'node',
          target: 'node20',
          supported: PROPERTY_ESCAPES,
          sourcefile: path,
        };
        const { code } = await esbuild.transform(text, options);
        return { contents: lazyRequires(withPlainExports(code, path), path), resolveDir: dirname(file) };
      });
      onLoad({ filter: /\.json$/, namespace: 'own' }, ({ path }) => {
        const data = JSON.parse(readFileSync(join(root, path), 'utf8'));
        // Of the manifest only this is read.
        const kept = basename(path) === 'package.json' ? { version: data.version } : data;
        // An engine reads JSON as a string faster than as a literal, and not before it is needed.
        return { contents: `module.exports = JSON.parse(${JSON.stringify(JSON.stringify(kept))});` };
      });
    },
  };
}

/** Node 20 has `\p{…}`; esbuild would make a `new RegExp` of it, which is made anew each time that it is used. */
export const PROPERTY_ESCAPES = { 'regexp-unicode-property-escapes': true };

/** What esbuild would give to each module, once for all of them. */
export const SHARED_HELPERS = `
var own$toESM = (exports) => Object.create(exports, { default: { value: exports } });
`;

/**
 * Exports are plain properties that are there when the module has been evaluated, and not a function for each of them:
 * our modules do not import each other in circles, and nothing that they export changes. What a module only hands on is
 * looked up when it is used.
 */
function withPlainExports(code, path) {
  const [start, list] =
    /^var \w+_exports = \{\};\n__export\(\w+, \{\n(.*?)\n\}\);\nmodule\.exports = [^\n]*\n/ms.exec(code) ??
    [];
  if (start === undefined) throw new Error(`${path} exports nothing`);
  const properties = list
    .split(',\n')
    .map((line) => line.replace(/^ *(\w+): \(\) => (.*)$/, (_, name, value) => propertyOf(name, value)));
  const body = code.slice(code.indexOf(start) + start.length).replace(/^\/\/ Annotate the CommonJS.*/ms, '');
  return `${body}module.exports = { ${properties.join(', ')} };`.replace(/\b__toESM\(/g, 'own$toESM(');
}

function propertyOf(name, value) {
  return /^\w+$/.test(value) ? `${name}: ${value}` : `get ${name}() { return ${value}; }`;
}

/** The examples of a rule are made of other specs, and only `explain` and the reference pages want them. */
function lazyExamples(text) {
  if (!text.includes('defineRule')) return text;
  return text.replace(
    /^ {2}examples: (\{$.*?^ {2}\}),$/ms,
    (_, examples) => `  get examples() { return (${examples}); },`,
  );
}

/**
 * `var import_a = require("./a.ts")` is done where something of it is used: a module of ours is there after the first time.
 * What comes from elsewhere takes Node longer to find, and is remembered.
 */
function lazyRequires(code, path) {
  const values = new Map();
  const lazy = code.replace(
    /^var (import_\w+) = ((?:own\$toESM\()?require\("[^"]+"\)(?:, \d+\))?(?:\))?);$/gm,
    (_, name, value) => {
      const isOurs = value.startsWith('require("./') || value.startsWith('require("../');
      values.set(name, isOurs ? value : `${name}()`);
      return isOurs ? '' : `var ${name}_value; function ${name}() { return ${name}_value ??= ${value}; }`;
    },
  );
  return [...values].reduce((before, [name, value]) => {
    const uses = new RegExp(`(\\bnew )?\\b${name}\\b(?!\\(\\) \\{)(\\.\\w+)?`, 'g');
    return before.replace(uses, (use, isNew, member) => {
      // In any other place it would be a piece of text of ours.
      if (!member) throw new Error(`${path}: ${use} is used as something else`);
      return isNew ? `new (${value}${member})` : `${value}${member}`;
    });
  }, lazy);
}
