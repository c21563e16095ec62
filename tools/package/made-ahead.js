import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Runs the compiler once, as it is now, for what every run of it would work out again. */
export async function makeAhead(root, { build }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [MAKER],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  const module = { exports: {} };
  const require = createRequire(join(root, MAKER));
  new Function('exports', 'require', 'module', outputFiles[0].text)(module.exports, require, module);
  return module.exports;
}

const MAKER = 'tools/package/made-values.ts';

/**
 * Puts a module in front of those that would make something: it knows the answer for our own language and rules, and asks
 * the module itself for those of somebody else, who uses the library.
 */
export function madeAhead(root, { validators, zoneTable }) {
  const fronts = { ...FRONTS, 'src/util/calendar/zone-table.ts': zoneTableModule(zoneTable) };
  return {
    name: 'made-ahead',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^itself$/, namespace: 'own' }, ({ importer }) => ({
        path: importer,
        namespace: 'own',
        suffix: ITSELF,
      }));
      onLoad({ filter: /\.ts$/, namespace: 'own' }, ({ path, suffix }) => {
        if (suffix === ITSELF || !Object.hasOwn(fronts, path)) return undefined;
        return { contents: fronts[path], resolveDir: dirname(join(root, path)) };
      });
      onResolve({ filter: /^validator-of:/ }, ({ path }) => ({ path, namespace: 'validators' }));
      onLoad({ filter: /./, namespace: 'validators' }, ({ path }) => ({
        contents: validators[path.slice('validator-of:'.length)],
        resolveDir: join(root, 'src/compiler/shape'),
      }));
      onResolve({ filter: /^\.\/texts\.cjs$/ }, ({ path }) => ({ path, external: true }));
    },
  };
}

const ITSELF = '?itself';

const FRONTS = {
  // In the bundle cdktf asks for none.
  'src/terraform/engine/without-stack-traces.ts': 'exports.withoutStackTraces = (make) => make();',
  'src/compiler/shape/compile-validator.ts': `
    exports.compileValidator = (language) => {
      if (language === require('../../components/registry.ts').knowledge.language)
        return require('validator-of:language');
      if (language === require('../../catalog/file/catalog-field.ts').catalogField)
        return require('validator-of:catalog');
      return require('itself').compileValidator(language);
    };
  `,
  'src/compiler/language/schema-text.ts': `
    exports.schemaText = (language) =>
      language === require('../../components/registry.ts').knowledge.language
        ? require('./texts.cjs').schema
        : require('itself').schemaText(language);
  `,
  'src/catalog/file/catalog-schema.ts': `
    exports.catalogSchemaText = () => require('./texts.cjs').catalogSchema;
  `,
  // They tell of rules and components, and nothing of the catalog.
  'src/reference/pages.ts': `
    exports.referenceTree = (knowledge) => {
      const { rules, components } = require('../components/registry.ts').knowledge;
      const isOurs = knowledge.rules === rules && knowledge.components === components;
      return isOurs ? new Map(require('./texts.cjs').pages) : require('itself').referenceTree(knowledge);
    };
    exports.asPage = (text) => require('itself').asPage(text);
  `,
};

/** Another Node may have other data, and what it says counts. */
function zoneTableModule(table) {
  const { icu, tz } = process.versions;
  return `
    let table;
    exports.zoneTable = () => {
      const { icu, tz } = process.versions;
      if (icu !== ${JSON.stringify(icu)} || tz !== ${JSON.stringify(tz)}) return undefined;
      return table ??= JSON.parse(${JSON.stringify(JSON.stringify(table))});
    };
  `;
}
