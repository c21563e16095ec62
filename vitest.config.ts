import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/sequencer.ts';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
    // Nothing timed decides: a slow machine may take its time.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // One more than the cores of a small machine, because the end-to-end tests wait most of the time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // The summary comes last, so that its line is the last one: `N passed, N failed, N skipped`.
    reporters: [['default', { summary: false }], './test/reporter.ts'],
  },
});
