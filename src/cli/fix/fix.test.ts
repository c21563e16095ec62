import { chmodSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../catalog/catalog.ts';
import { knowledgeOf } from '../../compiler/compile.ts';
import type { CliContext } from '../command.ts';
import { makeOutput } from '../output.ts';
import { Project, validSpec } from '../testing/project.ts';
import { findFixes, writeFixes } from './fix-environments.ts';

let project: Project;
const open = (files: Record<string, string>) => {
  project = new Project(files);
  return project;
};
afterEach(() => project.remove());

const NUMBER = validSpec('prod').replace(/"1\.[0-9]+"/, '1.30');
const QUOTED = validSpec('prod').replace(/"1\.[0-9]+"/, '"1.30"');

describe('validate --fix', () => {
  it('repairs what is certain, says it, and says what is left', async () => {
    open({ 'specs/prod.yaml': `${NUMBER}wrong: 1\n` });
    const { code, stdout, stderr } = await project.run('validate', '--fix');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('fixed specs/prod.yaml:5:48 shape/needs-quotes: 1.30 → "1.30"\n');
    expect(stderr).toContain('fixed 1 finding in 1 file\n');
    expect(stderr).toContain('error shape/unknown-key');
    expect(project.read('specs/prod.yaml')).toBe(`${QUOTED}wrong: 1\n`);
    expect(project.files()).toEqual(['specs/prod.yaml']);
  });

  it('ends with 0 when nothing is left, and does nothing the second time', async () => {
    open({ 'specs/prod.yaml': NUMBER });
    expect(await project.run('validate', '--fix')).toMatchObject({ code: 0 });
    const again = await project.run('validate', '--fix');
    expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing was fixed') });
    expect(project.read('specs/prod.yaml')).toBe(QUOTED);
  });

  it('shows only, with --dry-run', async () => {
    open({ 'specs/prod.yaml': NUMBER });
    const { code, stdout, stderr } = await project.run('validate', '--fix', '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^--- a\/specs\/prod.yaml\n\+\+\+ b\/specs\/prod.yaml\n@@ /);
    expect(stdout).toMatch(/^-.*1\.30.*\n\+.*"1\.30"/m);
    expect(stderr).toContain('a dry run: nothing was written; 1 finding would be fixed');
    expect(project.read('specs/prod.yaml')).toBe(NUMBER);
  });

  it('repairs a parent once, keeps line ends, byte order mark and comments, and other files', async () => {
    const base = '\ufefftier: dev\r\naws: {region: us-east-1, acountId: "123456789012"}  # ours\r\n';
    const child = (name: string) =>
      `extends: ./base.yaml\napiVersion: elastiform/v1\nenvironment: ${name}\n${validSpec(name).split('\n')[4]}\n`;
    open({ 'specs/base.yaml': base, 'specs/prod.yaml': child('prod'), 'specs/dev.yaml': child('dev') });
    const { code, stderr } = await project.run('validate', '--fix', 'prod');
    expect(code).toBe(0);
    expect(stderr.match(/^fixed specs/gm)).toHaveLength(1);
    expect(project.read('specs/base.yaml')).toBe(base.replace('acountId', 'accountId'));
    expect(project.read('specs/prod.yaml')).toBe(child('prod'));
  });

  it('tells machines what is left', async () => {
    open({ 'specs/prod.yaml': `${NUMBER}wrong: 1\n` });
    const { code, stdout } = await project.run('validate', '--fix', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout).diagnostics.map((found: { code: string }) => found.code)).toEqual([
      'shape/unknown-key',
    ]);
  });

  it('leaves a write-protected file alone, with exit code 74', async () => {
    open({ 'specs/prod.yaml': NUMBER });
    chmodSync(`${project.folder}/specs/prod.yaml`, 0o444);
    const { code, stderr } = await project.run('validate', '--fix');
    expect(code).toBe(74);
    expect(stderr).toContain('specs/prod.yaml is write-protected; nothing was written to it');
    expect(stderr).toContain('nothing was fixed');
    expect(project.read('specs/prod.yaml')).toBe(NUMBER);
  });

  it('leaves a file alone that somebody has saved in the meantime', () => {
    open({ 'specs/prod.yaml': NUMBER });
    const said: string[] = [];
    const context: CliContext = {
      folder: project.folder,
      prefix: '',
      specs: 'specs',
      knowledge: knowledgeOf([], [], builtInCatalog),
      today: '2026-11-25',
      version: '1.2.3',
      output: makeOutput({ stdout: () => {}, stderr: (text) => said.push(text) }, false),
    };
    const found = findFixes([], context);
    project.write('specs/prod.yaml', `${NUMBER}# mine\n`);
    expect(writeFixes(found, context)).toBe(false);
    expect(said.join('')).toContain('specs/prod.yaml was changed by somebody else at this moment');
    expect(project.read('specs/prod.yaml')).toBe(`${NUMBER}# mine\n`);
  });

  it.skipIf(process.getuid?.() === 0)(
    'leaves a read-only folder alone, with exit code 74 (skipped: root may write anywhere)',
    async () => {
      open({ 'specs/prod.yaml': NUMBER });
      chmodSync(`${project.folder}/specs`, 0o555);
      const { code, stderr } = await project.run('validate', '--fix');
      chmodSync(`${project.folder}/specs`, 0o755);
      expect({ code, stderr }).toMatchObject({ code: 74, stderr: expect.stringContaining('no permission') });
    },
  );

  it.each<[words: string[], text: RegExp]>([
    [['--dry-run'], /--dry-run shows what --fix would do/],
    [
      ['--fix', '--dry-run', '--format', 'json'],
      /--dry-run prints a difference, and --format json the findings/,
    ],
    [['--watch', '--fix'], /--watch does not edit what you are editing/],
    [['--watch', '--format', 'sarif'], /--format sarif is one report, and --watch has no end/],
  ])('%j is a mistake of usage', async (words, text) => {
    open({ 'specs/prod.yaml': NUMBER });
    expect(await project.run('validate', ...words)).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(text),
    });
    expect(project.read('specs/prod.yaml')).toBe(NUMBER);
  });
});

describe('a finding that can be fixed', () => {
  it('says so, and is counted', async () => {
    open({ 'specs/prod.yaml': `${NUMBER}wrong: 1\n` });
    const { stderr } = await project.run('validate');
    expect(stderr).toContain('  help: put it in quotes\n  fix:  elastiform validate --fix\n');
    expect(stderr).toContain('elastiform validate --fix repairs 1 of 2\n2 errors\n');
  });

  it('carries its edits in JSON and SARIF', async () => {
    open({ 'infra/specs/prod.yaml': NUMBER });
    const json = JSON.parse((await project.run('validate', '-C', 'infra', '--format', 'json')).stdout);
    const start = { line: 5, column: 48, offset: NUMBER.indexOf('1.30') };
    const end = { line: 5, column: 52, offset: start.offset + 4 };
    expect(json.diagnostics[0].suggestions).toEqual([
      {
        message: 'put it in quotes',
        replacement: '"1.30"',
        applicability: 'machine',
        edits: [{ file: 'specs/prod.yaml', range: { start, end }, text: '"1.30"' }],
      },
    ]);
    const sarif = JSON.parse((await project.run('validate', '-C', 'infra', '--format', 'sarif')).stdout);
    expect(sarif.runs[0].results[0].fixes).toEqual([
      {
        description: { text: 'put it in quotes' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'infra/specs/prod.yaml', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 5, startColumn: 48, endLine: 5, endColumn: 52 },
                insertedContent: { text: '"1.30"' },
              },
            ],
          },
        ],
      },
    ]);
  });
});
