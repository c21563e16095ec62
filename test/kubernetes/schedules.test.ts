import { expect, it } from 'vitest';
import { goldenTree } from '../support/golden-specs.ts';
import { findingsOf } from './findings-of.ts';
import { resourcesOf } from './resources-of.ts';

it('schedules give objects that the API takes', async () => {
  const tree = await goldenTree('schedules', 'json');
  const files = new Map([...tree].filter(([path]) => path.startsWith('kubernetes/')));
  const types = resourcesOf(files).map(({ type }) => type);
  expect(types.filter((type) => type === 'kubernetes_cron_job_v1').length).toBeGreaterThan(4);
  expect(findingsOf(files)).toEqual([]);
});
