import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { Project } from '../../src/cli/testing/project.ts';
import { knowledge } from '../../src/components/registry.ts';

// The sample production, written once; then somebody takes out its cache.
const base = readFileSync('specs/base.yaml', 'utf8');
const prod = readFileSync('specs/prod.yaml', 'utf8');
const withoutCache = `${prod.slice(0, prod.indexOf('\ncaches:'))}\ncaches: null\n`;
const FOLDER = 'generated/infra/env/prod';

let project: Project;
afterEach(() => project.remove());

async function written(): Promise<Project> {
  project = new Project({ 'specs/base.yaml': base, 'specs/prod.yaml': prod }, knowledge);
  expect(await project.run('synth')).toMatchObject({ code: 0 });
  return project;
}

describe('a cache that leaves the spec', () => {
  it('without a word never reaches a plan', async () => {
    await written();
    const before = project.read(`${FOLDER}/elasticache-redis.tf`);
    project.write('specs/prod.yaml', withoutCache);
    for (const verb of ['validate', 'synth']) {
      const result = await project.run(verb);
      expect(result).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('caches.redis holds data and is gone from the spec'),
      });
    }
    expect(project.read(`${FOLDER}/elasticache-redis.tf`)).toBe(before);
  });

  it('in words is forgotten and not destroyed; later the words may go too', async () => {
    await written();
    project.write('specs/prod.yaml', `${withoutCache}retired: {caches.redis: {reason: nobody reads it}}\n`);
    expect(await project.run('synth')).toMatchObject({ code: 0 });
    expect(project.read(`${FOLDER}/retired.tf`)).toContain(`removed {
  from = aws_elasticache_replication_group.redis

  lifecycle {
    destroy = false
  }
}`);
    project.write('specs/prod.yaml', withoutCache);
    expect(await project.run('synth')).toMatchObject({ code: 0 });
    expect(project.files(FOLDER)).not.toContain(`${FOLDER}/retired.tf`);
    expect(project.read(`${FOLDER}/stateful.json`)).not.toContain('caches.redis');
  });

  it('to be destroyed leaves nothing behind in the configuration', async () => {
    await written();
    const retired = 'retired: {caches.redis: {reason: nobody reads it, action: destroy}}\n';
    project.write('specs/prod.yaml', withoutCache + retired);
    expect(await project.run('synth')).toMatchObject({ code: 0 });
    expect(project.files(FOLDER).filter((path) => /retired|elasticache/.test(path))).toEqual([]);
  });
});
