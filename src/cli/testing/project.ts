import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtInCatalog } from '../../catalog/catalog.ts';
import { type Knowledge, knowledgeOf } from '../../compiler/compile.ts';
import { run } from '../run.ts';

/** A project folder of its own for one test. */
export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'elastiform-cli-')));
  readonly #knowledge: Knowledge;

  constructor(
    files: Readonly<Record<string, string>>,
    knowledge: Knowledge = knowledgeOf([], [], builtInCatalog),
  ) {
    this.#knowledge = knowledge;
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Paths of all files, sorted. */
  files(below = ''): string[] {
    return readdirSync(join(this.folder, below), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .sort();
  }

  async run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    let stdout = '';
    let stderr = '';
    const code = await run({
      arguments: words,
      folder: this.folder,
      stdout: (text) => {
        stdout += text;
      },
      stderr: (text) => {
        stderr += text;
      },
      colour: false,
      today: '2026-11-25',
      version: '1.2.3',
      knowledge: this.#knowledge,
    });
    return { code, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A spec that is right, for an environment of the given name. */
export function validSpec(environment: string, more = ''): string {
  return `apiVersion: elastiform/v1
environment: ${environment}
tier: dev
aws: {region: us-east-1, accountId: "123456789012"}
foundation: {cluster: dapp, kubernetesVersion: "1.35", subnets: [a, b], nodeRole: node}
${more}`;
}
