import { Project } from '../../src/cli/testing/project.ts';
import { compileSpec, type Knowledge } from '../../src/compiler/compile.ts';
import type { Example, ExampleProject } from '../../src/compiler/diagnostics/page.ts';
import { changeSpec } from '../../src/compiler/edit/change-spec.ts';
import type { Ledger } from '../../src/compiler/ledger/ledger.ts';
import { exampleBase } from '../../src/components/testing/compile-example.ts';

/** The day on which the examples were written. */
const TODAY = '2026-11-25';

/** The codes of all that is found in an example, each once, in the order in which they are found. */
export async function codesIn(example: Example, knowledge: Knowledge): Promise<readonly string[]> {
  const project = typeof example === 'string' ? inChild(example) : example;
  const codes = project.isFolder
    ? await codesOfFolder(project, knowledge)
    : project.change
      ? codesOfChange(project)
      : codesOfSpec(project, knowledge);
  return [...new Set(codes)];
}

function inChild(piece: string): ExampleProject {
  return { files: { 'specs/prod.yaml': `extends: ./base.yaml\nenvironment: prod\n${piece}` } };
}

function codesOfSpec({ files, held }: ExampleProject, knowledge: Knowledge): string[] {
  const read = (path: string) => {
    const found = path === 'specs/base.yaml' ? exampleBase(knowledge.components) : files[path];
    if (found === undefined) return { problem: 'missing' as const, detail: '' };
    return typeof found === 'string' ? { text: found } : { ...found, detail: '' };
  };
  const previous: Ledger | undefined =
    held && new Map(held.map((path) => [path, { addresses: ['aws_db_instance.x'], retired: false }]));
  const { diagnostics } = compileSpec('specs/prod.yaml', { read }, knowledge, { today: TODAY, previous });
  return diagnostics.map(({ code }) => code);
}

function codesOfChange({ files, change }: ExampleProject): string[] {
  const { path, value } = change!;
  const document = { file: 'specs/prod.yaml', text: String(files['specs/prod.yaml']) };
  const made = changeSpec(document, [value === undefined ? { path, remove: true } : { path, value }]);
  return 'diagnostics' in made ? made.diagnostics.map(({ code }) => code) : [];
}

async function codesOfFolder(
  { files, options = [] }: ExampleProject,
  knowledge: Knowledge,
): Promise<string[]> {
  const project = new Project(
    { ...(files as Record<string, string>), 'specs/base.yaml': exampleBase(knowledge.components) },
    knowledge,
  );
  try {
    const { stdout } = await project.run('validate', '--format', 'json', ...options);
    return JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);
  } finally {
    project.remove();
  }
}
