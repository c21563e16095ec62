import { expect, it } from 'vitest';
import { noticeReads } from './reads.ts';

const model = { workloads: 1, caches: 2 };

it.each<[what: string, read: (whole: typeof model) => unknown, hasRead: boolean]>([
  ['nothing', () => undefined, false],
  ['another key', ({ workloads }) => workloads, false],
  ['the key', ({ caches }) => caches, true],
  ['both', ({ workloads, caches }) => workloads + caches, true],
  ['all of it', (whole) => ({ ...whole }), true],
])('notices that somebody reads %s', (_, read, hasRead) => {
  const noticed = noticeReads(model, new Set(['caches']));
  read(noticed.model);
  expect(noticed.hasRead()).toBe(hasRead);
});
