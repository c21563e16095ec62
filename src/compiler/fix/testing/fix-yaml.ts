import type { Field } from '../../language/field.ts';
import { loadSpec } from '../../load/load-spec.ts';
import type { SpecFiles } from '../../load/spec-files.ts';
import { checkShape } from '../../shape/check-shape.ts';
import { exampleLanguage } from '../../shape/testing/example-language.ts';
import { type FixedSpecs, fixSpecs } from '../fix-specs.ts';
import type { Compiled } from '../look.ts';

/** Files by name, in the folder of the specs. */
export type Texts = Readonly<Record<string, string>>;

export function filesOf(texts: Texts): SpecFiles {
  return {
    read(path) {
      const text = texts[path.replace('specs/', '')];
      return text === undefined ? { problem: 'missing', detail: '' } : { text };
    },
  };
}

/** Text and shape; without a language the text only. */
export function compile(file: string, files: SpecFiles, language?: Field): Compiled {
  const { value: document, diagnostics } = loadSpec(file, files);
  if (!document || !language || diagnostics.length > 0)
    return { diagnostics, ...(document ? { document } : {}) };
  return { diagnostics: checkShape(language, document).diagnostics, document };
}

/** Fixes `prod.yaml` and whatever it extends, with an eye on `dev.yaml` if there is one. */
export function fix(texts: Texts, language: Field | undefined = exampleLanguage): FixedSpecs {
  const all = ['prod.yaml', 'dev.yaml'].filter((name) => name in texts).map((name) => `specs/${name}`);
  return fixSpecs(filesOf(texts), ['specs/prod.yaml'], all, (file, files) => compile(file, files, language));
}

export function after(result: FixedSpecs, texts: Texts): Texts {
  return {
    ...texts,
    ...Object.fromEntries(result.files.map((file) => [file.file.replace('specs/', ''), file.after])),
  };
}

export function errorsOf(texts: Texts, language: Field | undefined = exampleLanguage): readonly string[] {
  return compile('specs/prod.yaml', filesOf(texts), language).diagnostics.map(({ code }) => code);
}
