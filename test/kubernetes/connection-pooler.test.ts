import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { databases } from '../../src/components/databases/index.ts';
import { compileExample } from '../../src/components/testing/compile-example.ts';
import { workloads } from '../../src/components/workloads/index.ts';
import { goldenFile } from '../support/golden-specs.ts';
import { findingsOf } from './findings-of.ts';
import { resourcesOf } from './resources-of.ts';

// The golden spec about connections has every key and every choice of a pooler.
const golden = parse(readFileSync(goldenFile('connections'), 'utf8'));
const poolers = Object.entries<{ connectionPooler: object }>(golden.databases);

describe('connection poolers and settings of databases', () => {
  it('are only objects that the API takes', { timeout: 60_000 }, async () => {
    const yaml = stringify({ workloads: golden.workloads, databases: golden.databases });
    const { files } = await compileExample([workloads, databases], yaml, 'json');
    expect(findingsOf(files)).toEqual([]);
    const types = resourcesOf(files).map(({ type }) => type);
    expect(types.filter((type) => type === 'kubernetes_service_v1')).toHaveLength(poolers.length);
    expect(types.filter((type) => type === 'kubernetes_service_account_v1')).toHaveLength(2);
    expect(types.filter((type) => type === 'kubernetes_pod_disruption_budget_v1').length).toBeGreaterThan(1);
  });

  it.each(poolers)('never have a password in a file: %s', { timeout: 60_000 }, async (key, database) => {
    const { files } = await compileExample([databases], stringify({ databases: { [key]: database } }));
    const text = [...files.values()].join('\n');
    expect(text).not.toMatch(/aws_secretsmanager_secret_version|kubernetes_secret|random_password/);
  });
});
