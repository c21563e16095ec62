import { expect } from 'vitest';
import { compileExample } from '../../testing/compile-example.ts';
import { workloads } from '../index.ts';

/** The file with the workloads of a spec that has no errors. */
export async function terraformOf(yaml: string): Promise<string> {
  const { diagnostics, files } = await compileExample([workloads], yaml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return (files.get('kubernetes/workloads.tf') ?? '').replace(/^(?:# .*\n)+\n/, '');
}
