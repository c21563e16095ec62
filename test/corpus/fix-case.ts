import { compileSpec } from '../../src/compiler/compile.ts';
import { type FixedSpecs, fixSpecs } from '../../src/compiler/fix/fix-specs.ts';
import type { SpecFiles } from '../../src/compiler/load/spec-files.ts';
import { knowledge } from '../../src/components/registry.ts';
import { type CorpusCase, SPEC } from './corpus-case.ts';
import { textsOf } from './run-case.ts';

/** What `validate --fix` makes of a case that is made of texts alone, and what it makes of the result. */
export function fixCase(corpusCase: CorpusCase): {
  readonly once: FixedSpecs;
  readonly twice: FixedSpecs;
  readonly after: ReadonlyMap<string, string>;
} {
  const before = textsOf(corpusCase);
  const compile = (file: string, files: SpecFiles) =>
    compileSpec(file, files, knowledge, { today: corpusCase.today });
  const once = fixSpecs(readerOf(before), [SPEC], [SPEC], compile);
  const after = new Map([...before, ...once.files.map(({ file, after: text }) => [file, text] as const)]);
  return { once, twice: fixSpecs(readerOf(after), [SPEC], [SPEC], compile), after };
}

function readerOf(texts: ReadonlyMap<string, string>): SpecFiles {
  return {
    read(path) {
      const text = texts.get(path);
      return text === undefined ? { problem: 'missing', detail: '' } : { text };
    },
  };
}
