import { describe, expect, it } from 'vitest';
import { checkEnvironment } from './environment.ts';
import { load } from './testing/check-yaml.ts';

describe('the name of an environment', () => {
  it.each([
    ['prod', 'specs/prod.yaml'],
    ['prod', 'prod.yml'],
    ['prod-eu', 'specs/a.b/prod-eu.yaml'],
    ['5', 'specs/prod.yaml'],
    ['[prod]', 'specs/prod.yaml'],
  ])('%s is right, or nothing to compare, for %s', (name, file) => {
    expect(checkEnvironment(load(`environment: ${name}`), file)).toEqual([]);
  });

  it('is not missed when there is none', () => {
    expect(checkEnvironment(load('tier: prod'), 'specs/prod.yaml')).toEqual([]);
  });

  it('is suggested from the file', () => {
    expect(checkEnvironment(load('environment: staging'), 'specs/prod.yaml')).toMatchObject([
      {
        code: 'environment/not-the-file-name',
        message: 'the environment is "staging", but its file is "specs/prod.yaml"',
        at: { path: ['environment'] },
        suggestions: [{ replacement: 'prod' }],
      },
    ]);
  });

  it('cannot be taken from every file, which is then to be renamed', () => {
    const [found] = checkEnvironment(load('environment: prod'), 'specs/Prod 2.yaml');
    expect(found?.help).toBe('rename the file to "prod.yaml"');
    expect(found?.suggestions).toBeUndefined();
  });

  it('is quoted where YAML would read something else', () => {
    const [found] = checkEnvironment(load('environment: prod'), 'specs/on.yaml');
    expect(found?.suggestions?.[0]?.replacement).toBe('"on"');
  });
});
