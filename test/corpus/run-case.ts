import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readCatalogFile } from '../../src/cli/catalog-file.ts';
import { compileEnvironments } from '../../src/cli/environments.ts';
import { inReadingOrder, type Located, locate } from '../../src/cli/located.ts';
import { makeOutput } from '../../src/cli/output.ts';
import type { Findings } from '../../src/cli/reporters/findings.ts';
import { Project } from '../../src/cli/testing/project.ts';
import { compileSpec } from '../../src/compiler/compile.ts';
import { changeSpec } from '../../src/compiler/edit/change-spec.ts';
import { knowledge } from '../../src/components/registry.ts';
import { projectFiles } from '../../src/host/project-files.ts';
import { type CorpusCase, SPEC } from './corpus-case.ts';

const BASE_FILE = 'specs/base.yaml';
const BASE = readFileSync('test/corpus/base.yaml', 'utf8');

/** Everything that is found in a case, with the whole language and all rules, ready to be reported. */
export function runCase(corpusCase: CorpusCase): Findings {
  if (corpusCase.isFolder) return inFolder(corpusCase);
  if (corpusCase.change) return ofChange(corpusCase, corpusCase.change);
  return compileTexts(corpusCase);
}

/** The same for texts alone. */
export function compileTexts({
  files,
  held = [],
  today = '2026-11-25',
  actions = [],
}: Pick<CorpusCase, 'files'> & Partial<CorpusCase>): Findings {
  const texts = textsOf({ files, actions });
  const read = (path: string) => {
    const text = texts.get(path);
    return text === undefined ? { problem: 'missing' as const, detail: '' } : { text };
  };
  const ledger = new Map(held.map((path) => [path, { addresses: ['aws_db_instance.x'], retired: false }]));
  const { diagnostics, document } = compileSpec(SPEC, { read }, knowledge, {
    today,
    ...(held.length > 0 ? { previous: ledger } : {}),
  });
  const located = diagnostics.map((diagnostic) => locate(diagnostic, document, SPEC));
  return findingsOf(located, document?.texts ?? texts, today);
}

/** All texts of a case, the base file among them. */
export function textsOf({ files, actions }: Pick<CorpusCase, 'files' | 'actions'>): Map<string, string> {
  const texts = new Map([[BASE_FILE, BASE], ...files]);
  for (const [word, path = ''] of actions) if (word === 'absent') texts.delete(path);
  return texts;
}

/** Through the code of the command line, with real files and links. */
function inFolder({ files, actions, today, spec, catalog }: CorpusCase): Findings {
  const written = [...files].filter(([, text]) => text !== '');
  const project = new Project({ [BASE_FILE]: BASE, ...Object.fromEntries(written) }, knowledge);
  const at = (path = '') => `${project.folder}/${path}`;
  try {
    for (const [word, path, target = ''] of actions) {
      const text = files.get(path ?? '') ?? '';
      if (word !== 'mkdir') rmSync(at(path), { force: true });
      if (word === 'symlink') symlinkSync(target, at(path));
      if (word === 'mkdir') mkdirSync(at(path), { recursive: true });
      if (word === 'latin1') writeFileSync(at(path), text, 'latin1');
    }
    if (spec !== undefined) {
      const { diagnostics, document } = compileSpec(spec, projectFiles(project.folder), knowledge, { today });
      return findingsOf(
        diagnostics.map((diagnostic) => locate(diagnostic, document, spec)),
        files,
        today,
      );
    }
    const { located, texts } = compileEnvironments([], {
      folder: project.folder,
      prefix: '',
      specs: 'specs',
      ...readCatalogFile(catalog, { folder: project.folder, knowledge }, project.folder),
      today,
      version: '1.2.3',
      output: makeOutput({ stdout: () => {}, stderr: () => {} }, false),
    });
    return findingsOf(located, texts, today);
  } finally {
    project.remove();
  }
}

function ofChange({ files, today }: CorpusCase, change: NonNullable<CorpusCase['change']>): Findings {
  const document = { file: SPEC, text: files.get(SPEC) ?? '' };
  const { path, value } = change;
  const made = changeSpec(document, [value === undefined ? { path, remove: true } : { path, value }]);
  const diagnostics = 'diagnostics' in made ? made.diagnostics : [];
  return findingsOf(
    diagnostics.map((diagnostic) => locate(diagnostic, undefined, SPEC)),
    files,
    today,
  );
}

function findingsOf(located: readonly Located[], texts: Findings['texts'], today: string): Findings {
  return {
    located: inReadingOrder(located),
    texts,
    prefix: '',
    specs: 'specs',
    failOn: 'error',
    today,
    version: '1.2.3',
  };
}
