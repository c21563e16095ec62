/** A file of the project beside the specs. Where it exists already, people are told which lines it lacks. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  /** What must be in it; nothing when its form has no lines that could be added one by one. */
  readonly lines: readonly string[];
}

/** Settings of git and of editors that a project with specs wants. */
export function editorFiles(specs: string): readonly ProjectFile[] {
  return [
    withLines(
      '.gitattributes',
      '# Reviews fold what is generated, and its bytes are the same on every machine.',
      ['generated/** linguist-generated=true text eol=lf', `${specs}/*.yaml text eol=lf`],
    ),
    withLines(
      '.gitignore',
      '# Terraform: what it downloads, what it knows, and saved plans, which hold secrets.',
      ['.terraform/', '*.tfstate', '*.tfstate.*', '*.tfplan', '/plans/'],
    ),
    {
      path: '.vscode/settings.json',
      text: `${JSON.stringify(vscode(specs), null, 2)}\n`,
      lines: [],
    },
  ];
}

function withLines(path: string, comment: string, lines: readonly string[]): ProjectFile {
  return { path, text: `${[comment, ...lines].join('\n')}\n`, lines };
}

function vscode(specs: string): object {
  return {
    'yaml.schemas': { './generated/schema/elastiform.schema.json': `${specs}/*.yaml` },
    'files.readonlyInclude': { 'generated/**': true },
  };
}

/** Lines that a file of somebody else does not have yet. */
export function missingLines({ lines }: ProjectFile, existing: string): readonly string[] {
  const there = new Set(existing.split('\n').map((line) => line.trim()));
  return lines.filter((line) => !there.has(line));
}
