import { chmodSync, existsSync, rmSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { BASE, close, open, PROD, project, scale, spec } from './testing/example-project.ts';
import { printJournal, readJournal, withEdit } from './undo-journal.ts';

afterEach(close);

describe('scale --undo', () => {
  it('takes several edits back one after the other, to the byte', async () => {
    const odd = `\ufeff${PROD.replaceAll('\n', '\r\n').trimEnd()}`;
    open(odd);
    chmodSync(`${project.folder}/specs/prod.yaml`, 0o640);
    const texts = [spec()];
    for (const words of [
      ['workloads.api', 'min=5'],
      ['workloads.api', 'max=40', 'cpu=1'],
      ['caches.redis', 'shards=6'],
    ]) {
      expect(await scale('prod', ...words)).toMatchObject({ code: 0 });
      texts.push(spec());
    }
    expect(new Set(texts).size).toBe(4);
    for (const text of texts.slice(0, -1).reverse()) {
      const result = await scale('prod', '--undo');
      expect(result).toMatchObject({
        code: 0,
        stderr: expect.stringMatching(/took back: elastiform scale prod/),
      });
      expect(spec()).toBe(text);
    }
    expect(statSync(`${project.folder}/specs/prod.yaml`).mode & 0o777).toBe(0o640);
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing to take back'),
    });
  });

  it('restores any edit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('min=2', 'max=33', 'cpu=700m', 'replicas=3'),
        fc.constantFrom('max=12', 'memory=600Mi'),
        async (first, second) => {
          open();
          const one = await scale('prod', 'workloads.api', first);
          const between = spec();
          const two = await scale('prod', 'workloads.api', second);
          if (two.code === 0) await scale('prod', '--undo');
          expect(spec()).toBe(between);
          if (one.code === 0) await scale('prod', '--undo');
          expect(spec()).toBe(PROD);
          project.remove();
        },
      ),
      { numRuns: 3 },
    );
  });

  it('refuses when somebody has changed the file since, and says what', async () => {
    open();
    await scale('prod', 'workloads.api', 'max=40');
    project.write('specs/prod.yaml', spec().replace('initial: 3', 'initial: 4'));
    const mine = spec();
    const result = await scale('prod', '--undo');
    expect(result).toMatchObject({ code: 1 });
    expect(result.stderr).toMatch(
      /has changed since: elastiform scale prod workloads.api max=40 \(2026-11-25\)/,
    );
    expect(result.stderr).toContain('+    size: {min: 1, max: 10, initial: 4}');
    expect(result.stderr).toContain('+      maxReplicas: 20');
    expect(spec()).toBe(mine);
    rmSync(`${project.folder}/specs/prod.yaml`);
    project.write('specs/prod.yaml', mine);
    const json = await scale('prod', '--undo', '--format', 'json');
    expect(JSON.parse(json.stdout)).toMatchObject({
      written: false,
      changedSince: expect.stringContaining('initial: 4'),
    });
  });

  it('notices that the edit has been taken back already', async () => {
    open();
    await scale('prod', 'workloads.api', 'max=30');
    const between = spec();
    await scale('prod', 'workloads.api', 'max=40');
    project.write('specs/prod.yaml', between);
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('is already as it was before'),
    });
    expect(spec()).toBe(between);
    expect(await scale('prod', '--undo')).toMatchObject({ code: 0 });
    expect(spec()).toBe(PROD);
  });

  it('shows what it would do in a dry run', async () => {
    open();
    await scale('prod', 'workloads.api', 'max=40');
    const after = spec();
    expect(await scale('prod', '--undo', '--dry-run')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('40 → 20 pods'),
      stderr: expect.stringContaining('would take back'),
    });
    expect(spec()).toBe(after);
    expect(await scale('prod', '--undo')).toMatchObject({ code: 0 });
  });

  it('puts back a spec that had errors, and says so', async () => {
    const broken = PROD.replace('max: 10', 'max: 0');
    open(broken);
    await scale('prod', 'nodeGroups.spot', 'max=10');
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/error[\s\S]*took back/),
    });
    expect(spec()).toBe(broken);
  });

  it('takes an edit of a parent back', async () => {
    open();
    await scale('prod', 'workloads.api', 'cpu=250m', '--in', 'base.yaml');
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('next: elastiform synth prod dev'),
    });
    expect(project.read('specs/base.yaml')).toBe(BASE);
  });

  it('remembers in a folder that git ignores', async () => {
    open();
    await scale('prod', 'workloads.api', 'max=40');
    expect(project.files('.elastiform')).toEqual(['.elastiform/.gitignore', '.elastiform/undo-prod.json']);
    expect(project.read('.elastiform/.gitignore')).toMatch(/^\*$/m);
  });

  it.each(['', '{', '[]', '{"formatVersion":"1.0","edits":[{}]}', '{"formatVersion":"2.0","edits":[]}'])(
    'stops at a damaged memory: %j',
    async (text) => {
      open();
      project.write('.elastiform/undo-prod.json', text);
      expect(await scale('prod', '--undo')).toMatchObject({
        code: 74,
        stderr: expect.stringContaining('is damaged'),
      });
      expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({ code: 74 });
      expect(spec()).toBe(PROD);
    },
  );

  it('does not write where a memory says, but inside of the project', async () => {
    open();
    const edit = { command: 'x', date: '2026-11-25', file: '../outside.yaml', before: 'a', after: 'b' };
    project.write('.elastiform/undo-prod.json', printJournal({ edits: [edit] }));
    expect(await scale('prod', '--undo')).toMatchObject({ code: 1 });
    expect(existsSync(`${project.folder}/../outside.yaml`)).toBe(false);
  });

  it('forgets the oldest edits when there are too many', () => {
    open();
    const edit = (number: number) => ({
      command: String(number),
      date: '',
      file: 'f',
      before: 'a'.repeat(40_000),
      after: 'b',
    });
    let journal = withEdit({ edits: [] }, edit(0));
    for (let number = 1; number < 60; number += 1) journal = withEdit(journal, edit(number));
    expect(journal.edits.at(-1)?.command).toBe('59');
    expect(printJournal(journal).length).toBeLessThan(1024 * 1024);
    expect(readJournal(printJournal(journal))).toEqual(journal);
  });
});
