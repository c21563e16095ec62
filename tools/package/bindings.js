import { readFileSync } from 'node:fs';

/** cdktf and what is made for it. */
export const BINDINGS = /^(?:cdktf|constructs|@cdktf)(?:\/.*)?$/;

/** Leaves out what only other uses of cdktf need. */
export function withoutWaste() {
  return {
    name: 'without-waste',
    setup({ onResolve, onLoad }) {
      // They are asked for when cdktf is loaded, and used for assets and functions that we do not have.
      onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'nothing' }));
      onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
      // A stack trace for each reference, which nobody reads, was half of the time of a synthesis.
      onLoad({ filter: /cdktf[\\/]lib[\\/]tokens[\\/]private[\\/]stack-trace\.js$/ }, () => ({
        contents: 'exports.captureStackTrace = exports.captureCreationStack = () => [];',
      }));
      onLoad({ filter: /@cdktf[\\/]provider-[a-z]+[\\/]lib[\\/].*\.js$/ }, ({ path }) => ({
        contents: withoutUnused(readFileSync(path, 'utf8')),
      }));
    },
  };
}

const UNUSED = /^(?:archiver|minimatch)$/;

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
      /^ {4}(?:synthesizeHclAttributes|static generateConfigForImport|reset\w+|get \w+Input)\(.*?^ {4}\}\n/gms,
      '',
    )
    .replace(/^exports\.\w+ = (?:exports\.\w+ = )*void 0;\n/gm, '')
    .replace(/^(?:_\w+ = JSII_RTTI_SYMBOL_1;\n)?\w+\[_\w+\] = \{ fqn: .* \};\n/gm, '');
}
