import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BINDINGS, withoutWaste } from './bindings.js';
import { lazyModules, PROPERTY_ESCAPES, SHARED_HELPERS } from './lazy-modules.js';
import { madeAhead, makeAhead } from './made-ahead.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Makes the three files of which the command and the library consist, and nothing beside them is needed to run:
 * `elastiform.cjs` with our own modules; `bindings.cjs` with cdktf and the classes of the bindings that we use, which only
 * those commands load that write Terraform; and `texts.cjs` with the schemas and reference pages, which only those
 * load that write them.
 *
 * @param {string} folder
 * @returns {Promise<{ inputs: string[] }>} the files that went into them, relative to the root of the checkout
 */
export async function bundleInto(folder) {
  const esbuild = await import('esbuild');
  const { build, transform } = esbuild;
  const options = {
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    supported: PROPERTY_ESCAPES,
    charset: 'ascii', // so that a file can be read without decoding it
    // Names are a third of what a start reads.
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
  };
  const made = await makeAhead(ROOT, esbuild);
  const used = new Set();
  const own = await build({
    ...options,
    banner: { js: SHARED_HELPERS },
    stdin: { contents: ENTRY, resolveDir: join(ROOT, 'src') },
    plugins: [madeAhead(ROOT, made), lazyModules(ROOT), bindingsApart(used)],
  });
  const strays = Object.keys(own.metafile.inputs).filter((path) =>
    /node_modules\/(?:@?cdktf|constructs)\//.test(path),
  );
  if (strays.length > 0) throw new Error(`cdktf would be there twice: ${strays.join(', ')}`);
  const table = [...used]
    .sort()
    .map((name) => `${JSON.stringify(name)}: () => require(${JSON.stringify(name)})`);
  const bindings = await build({
    ...options,
    stdin: { contents: `module.exports = {\n${table.join(',\n')}\n};`, resolveDir: ROOT },
    plugins: [withoutWaste()],
  });
  const texts = await transform(`module.exports = ${JSON.stringify(made.texts)};`, { charset: 'ascii' });
  mkdirSync(folder, { recursive: true });
  write(join(folder, 'texts.cjs'), texts.code);
  write(join(folder, 'elastiform.cjs'), own.outputFiles[0].text);
  write(join(folder, 'bindings.cjs'), bindings.outputFiles[0].text);
  return { inputs: [own, bindings].flatMap(({ metafile }) => Object.keys(metafile.inputs)) };
}

/** The first line tells bundles apart, so that nobody has to read them to know whether they are the same. */
function write(path, text) {
  const content = createHash('sha256').update(text).digest('hex').slice(0, 16);
  writeFileSync(path, `//${content}\n${text}`);
}

const ENTRY = `
  exports.command = () => require('./main.ts').done;
  exports.worker = () => require('./worker.ts').done;
  exports.library = () => require('./index.ts');
`;

/** Every module of cdktf becomes a look into the other file. */
function bindingsApart(used) {
  return {
    name: 'bindings-apart',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: BINDINGS }, ({ path }) => ({ path, namespace: 'bindings' }));
      onResolve({ filter: /^\.\/bindings\.cjs$/ }, ({ path }) => ({ path, external: true }));
      onLoad({ filter: /./, namespace: 'bindings' }, ({ path }) => {
        used.add(path);
        return { contents: `module.exports = require('./bindings.cjs')[${JSON.stringify(path)}]();` };
      });
    },
  };
}
