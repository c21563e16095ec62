import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/sequencer.ts';

const END_TO_END = 'test/e2e/**/*.test.ts';
const LIGHT = ['src/{capacity,compiler,host,measure,util}/**/*.test.ts', 'src/terraform/render/**/*.test.ts'];

export default defineConfig({
  test: {
    // Nothing timed decides: a slow machine may take its time.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // One more than the cores of a small machine, because the end-to-end tests wait most of the time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // The summary comes last, so that its line is the last one: `N passed, N failed, N skipped`.
    reporters: [['default', { summary: false }], './test/reporter.ts'],
    projects: [
      { extends: true, test: { name: 'e2e', include: [END_TO_END] } },
      // They load little, and processes of their own spare them the heap that cdktf leaves behind: texts of 1 MiB
      // took ten times as long beside it (measured 2026-11-25).
      { extends: true, test: { name: 'light', include: LIGHT, isolate: false } },
      {
        extends: true,
        // One load of cdktf and of the language for many files: loading them was a third of the time.
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: [END_TO_END, ...LIGHT],
          isolate: false,
        },
      },
    ],
  },
});
