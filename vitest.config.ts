import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts'],
    testTimeout: 60_000,
    // The summary comes last, so that its line is the last one: `N passed, N failed, N skipped`.
    reporters: [['default', { summary: false }], './test/reporter.ts'],
  },
});
