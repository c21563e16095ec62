import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { databases } from './index.ts';

async function filesOf(yaml: string): Promise<ReadonlyMap<string, string>> {
  const { diagnostics, files } = await compileExample([databases], yaml);
  // It is there in every spec that says so, and says nothing but that.
  expect(diagnostics.filter(({ code }) => code !== 'database/major-upgrade-allowed')).toEqual([]);
  return files;
}

describe('an upgrade', () => {
  const replica = (keys: string, more = '') => `
databases:
  postgres:
    engine: postgres
    engineVersion: "16.12"
    class: db.r6g.2xlarge
    storage: {allocated: 200GiB, max: 500GiB}
    readReplicas: {a: {${keys}}}
${more}`;

  it('takes the replica first, by a line that is there for one apply', async () => {
    const files = await filesOf(replica('engineVersion: "16.13"'));
    const terraform = files.get('rds-postgres.tf') ?? [...files.values()].join('\n');
    expect(terraform).toContain('engine_version: only while an upgrade is under way');
    expect(terraform).toMatch(
      /replicate_source_db += aws_db_instance\.postgres\.identifier\n +engine_version += "16\.13"/,
    );
    expect(terraform).toMatch(/engine_version += "16\.12"/);
  });

  it('hands the permission for a major version to the primary alone', async () => {
    const files = await filesOf(replica('', '    changes: {allowMajorVersionUpgrade: true}\n'));
    expect([...files.values()].join('\n').match(/allow_major_version_upgrade/g)).toHaveLength(1);
  });

  it('tells which parameters wait for a reboot', async () => {
    const parameters = '    parameters: {max_connections: {value: "2000"}, work_mem: {value: "8192"}}\n';
    const text = [...(await filesOf(replica('', parameters))).values()].join('\n');
    expect(text).toContain('# Takes effect when somebody reboots the instances: max_connections.');
  });
});
