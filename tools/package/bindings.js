import { readFileSync } from 'node:fs';

/** cdktf and what is made for it. */
export const BINDINGS = /^(?:cdktf|constructs|@cdktf)(?:\/.*)?$/;

/** Leaves out what only other uses of cdktf need. */
export function withoutWaste() {
  return {
    name: 'without-waste',
    setup({ onResolve, onLoad }) {
      // They are asked for when cdktf is loaded, and used for assets, functions and checks that we do not have.
      onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'nothing' }));
      onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
      // Node's own takes as long to load as three resources to make.
      onResolve({ filter: /^assert$/ }, ({ path }) => ({ path, namespace: 'assert' }));
      onLoad({ filter: /./, namespace: 'assert' }, () => ({ contents: ASSERT }));
      // A stack trace for each reference, which nobody reads, was half of the time of a synthesis.
      onLoad({ filter: /cdktf[\\/]lib[\\/]tokens[\\/]private[\\/]stack-trace\.js$/ }, () => ({
        contents: 'exports.captureStackTrace = exports.captureCreationStack = () => [];',
      }));
      for (const [file, unused] of Object.entries(UNUSED_FUNCTIONS))
        onLoad({ filter: new RegExp(`cdktf[\\\\/]lib[\\\\/]${file}\\.js$`) }, ({ path }) => ({
          contents: unused.reduce(replacing, readFileSync(path, 'utf8')),
        }));
      onLoad({ filter: /@cdktf[\\/]provider-[a-z]+[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
        contents: withPlainReexports(withBlocksWhenAsked(withoutUnused(readFileSync(path, 'utf8')))),
      }));
    },
  };
}

const UNUSED = /^(?:archiver|child_process|json-stable-stringify|minimatch|os|semver)$/;

const ASSERT = `
  const ok = (condition, message) => {
    if (!condition) throw new Error(message);
  };
  module.exports = Object.assign(ok, { ok });
`;

const UNUSED_MODULES = [
  'annotations',
  'aspect',
  'backends',
  'importable-resource',
  'manifest',
  'terraform-asset',
  'terraform-data-resource',
  'terraform-hcl-module',
  'terraform-iterator',
  'terraform-operators',
  'terraform-provisioner',
  'terraform-remote-state',
  'terraform-variable',
  'testing',
  'testing/matchers',
  'upgrade-id-aspect',
];

/** What cdktf does for every element and is of no use here: we have no dynamic blocks and leave its metadata out. */
const UNUSED_FUNCTIONS = {
  index: [
    [new RegExp(`^.*require\\("\\./(?:${UNUSED_MODULES.join('|')})"\\).*\\n`, 'gm'), ''],
    // Only references to blocks of a set need them.
    [
      /^__exportStar\((require\("\.\/terraform-functions"\)), exports\);$/m,
      'Object.defineProperty(exports, "Fn", { get: () => $1.Fn });',
    ],
    [/^.*functions\/terraform-functions\.generated.*\n/m, ''],
  ],
  util: [
    [/^function processDynamicAttributes\(attributes\) \{$/m, '$& return attributes;'],
    // Most elements have none of the arguments of which the names are made anew for each.
    [/^ {4}const keys = Object\.keys\(object\)/m, '$&.filter((key) => object[key] !== undefined)'],
  ],
  // The message of what never happens, with the path of the element in it.
  ...Object.fromEntries(
    ['terraform-resource', 'terraform-data-source'].map((file) => [
      file,
      [[/^ {8}assert\(!this\.forEach.*$/m, '']],
    ]),
  ),
  'terraform-element': [
    [/^ {4}get constructNodeMetadata\(\) \{$/m, '$& return {};'],
    [/^ {8}this\.node\.addMetadata\("stacktrace", .*$/m, ''],
  ],
};

function replacing(text, [pattern, replacement]) {
  if (!pattern.test(text)) throw new Error(`cdktf has changed: ${pattern} is not there`);
  return text.replace(pattern, replacement);
}

/**
 * Generated classes can do four times what is asked of them here: to write HCL (we have a renderer of our own), to take a
 * value back, to tell what they were given, and to be used from other languages. Their text has the same form throughout;
 * the tests compare what is written with and without all that.
 */
function withoutUnused(text) {
  return text
    .replace(/^function \w+ToHclTerraform\(.*?^\}\n/gms, '')
    .replace(/^exports\.\w+ToHclTerraform = \w+;\n/gm, '')
    .replace(
      /^ {4}(?:synthesizeHclAttributes|static generateConfigForImport|reset\w+|get \w+Input|set \w+|put\w+)\(.*?^ {4}\}\n/gms,
      '',
    )
    .replace(/^exports\.\w+ = (?:exports\.\w+ = )*void 0;\n/gm, '')
    .replace(/^(?:_\w+ = JSII_RTTI_SYMBOL_1;\n)?\w+\[_\w+\] = \{ fqn: .* \};\n/gm, '');
}

/**
 * A resource has an object for each kind of block that it may contain, and for each block that these may contain: 400 for a
 * Deployment. When it is made they take what was given apart, and when it is synthesized they put it together again, every
 * level twice as often as the one above. Here the resource keeps what it was given, which is the same, and has an object,
 * and a class for it, only for what somebody refers to.
 */
function withBlocksWhenAsked(text) {
  const made = /^ {8}this\.(_\w+) = (new [\w.]+\(this, .*\));\n/gm;
  const whole = text.replace(/^class \w+ .*?^\}\n/gms, (declaration) => {
    const blocks = new Map([...declaration.matchAll(made)].map(([, field, make]) => [field, make]));
    return declaration
      .replace(made, '')
      .replace(/^ {4}get internalValue\(\) .*?^ {4}\}\n/gms, '')
      .replace(/\bthis\.(_\w+)\.internalValue\b/g, 'this.given$1')
      .replace(/\breturn this\.(_\w+);/g, (line, field) =>
        blocks.has(field) ? `return (this.${field} ??= ${blocks.get(field)});` : line,
      );
  });
  const classes = /^class (\w+) (extends cdktf\.Complex(?:Object|List|Map) .*?^\})\nexports\.\1 = \1;\n/gms;
  const names = new Set([...whole.matchAll(classes)].map(([, name]) => name));
  return whole
    .replace(classes, 'function $1$() { return $1$.made ??= class $2; }\nexports.$1$ = $1$;\n')
    .replace(/\bnew ((?:index_)?structs\d*_1\.)?(\w+)\(/g, (use, file, name) =>
      file || names.has(name) ? `new (${file ?? ''}${name}$())(` : use,
    );
}

/** One property after the other, with a function for each, takes longer than all of them. */
function withPlainReexports(text) {
  const files = [...text.matchAll(/^__exportStar\((require\("[^"]+"\)), exports\);$/gm)];
  return files.length > 0 && !/^exports\./m.test(text.replace(/^Object\.defineProperty\(exports.*$/m, ''))
    ? `module.exports = { ${files.map(([, file]) => `...${file}`).join(', ')} };`
    : text;
}
