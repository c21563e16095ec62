import { afterEach, expect, it } from 'vitest';
import { builtInCatalog } from '../catalog/catalog.ts';
import { knowledgeOf } from '../compiler/compile.ts';
import { clusterAutoscaler } from '../components/cluster-autoscaler/index.ts';
import { Project, validSpec } from './testing/project.ts';

/** One kind is enough, and is loaded sooner than all of them. */
const knowledge = knowledgeOf([clusterAutoscaler], [], builtInCatalog);
const spec = validSpec('dev', 'clusterAutoscaler: {managedBy: elastiform}\n').replace('"1.35"', '"1.37"');
const catalog = (rows: object, date = '2027-01-31') =>
  `${JSON.stringify({ source: 'tags of kubernetes/autoscaler', date, tables: { kubernetesVersions: rows } }, null, 2)}\n`;

let project: Project;
const open = (files: Record<string, string>) => {
  project = new Project({ 'specs/dev.yaml': spec, ...files }, knowledge);
  return project;
};
afterEach(() => project.remove());

const codesOf = (stdout: string): string[] =>
  JSON.parse(stdout).diagnostics.map(({ code }: { code: string }) => code);

it('lays the rows of a file over the catalog, for findings, derived values and Terraform', async () => {
  open({ 'mine.json': catalog({ '1.37': { clusterAutoscaler: '1.37.2' } }) });
  const without = await project.run('validate', '--format', 'json');
  expect(codesOf(without.stdout)).toContain('cluster-autoscaler/version-unknown');
  expect(without.stdout).toContain(
    'the newest Cluster Autoscaler of Kubernetes 1.37 is unknown to the catalog of 2026-07-22; 1.37.0 is taken',
  );
  const validated = await project.run('validate', '--format', 'json', '--catalog', 'mine.json');
  expect(validated.code).toBe(0);
  expect(codesOf(validated.stdout)).not.toContain('cluster-autoscaler/version-unknown');

  expect((await project.run('synth', '--catalog', 'mine.json')).code).toBe(0);
  const terraform = project.read('generated/infra/env/dev/kubernetes/cluster-autoscaler.tf');
  expect(terraform).toContain('autoscaling/cluster-autoscaler:v1.37.2');
  expect(project.files('generated').filter((file) => file.includes('mine'))).toEqual([]);

  const check = await project.run('synth', '--check', '--catalog', 'mine.json');
  expect(check.code).toBe(0);
  const checkWithout = await project.run('synth', '--check');
  expect(checkWithout.code).toBe(2);
});

it('names the mistakes of the file and says nothing of specs', async () => {
  open({ 'mine.json': catalog({ '1.37': { clusterAutoscaler: 'newest' } }) });
  const result = await project.run('validate', '--format', 'json', '--catalog', 'mine.json');
  expect(result.code).toBe(1);
  expect(JSON.parse(result.stdout).diagnostics).toMatchObject([
    { code: 'shape/bad-format', file: 'mine.json', range: { start: { line: 7, column: 30 } } },
  ]);
  const scaled = await project.run(
    'scale',
    'dev',
    'clusterAutoscaler',
    'replicas=2',
    '--catalog',
    'mine.json',
  );
  expect(scaled).toMatchObject({ code: 1, stderr: expect.stringContaining('mine.json:7:30') });
  const synthesized = await project.run('synth', '--catalog', 'mine.json');
  expect(synthesized).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing was written') });
});

it('tells a check how to write the same again, and warnings beside those of specs', async () => {
  open({ 'mine.json': catalog({ '1.29': null, '1.99': null }, '2026-01-01') });
  const { code, stderr } = await project.run('synth', '--check', '--catalog', 'mine.json');
  expect(code).toBe(2);
  expect(stderr).toContain('run `elastiform synth --catalog mine.json` and commit');
  expect(stderr).toMatch(/mine\.json:3:11 warning catalog\/over-newer/);
  expect(stderr).toMatch(/mine\.json:7:7 warning catalog\/nothing-removed/);
});

it.each([
  ['nowhere.json', /--catalog: nowhere\.json does not exist/],
  ['specs', /--catalog: specs is a folder/],
])('%s is a mistake of usage', async (path, text) => {
  open({});
  const result = await project.run('validate', '--catalog', path);
  expect(result).toMatchObject({ code: 64, stderr: expect.stringMatching(text) });
});
