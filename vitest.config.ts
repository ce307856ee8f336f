import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One process runs many files: they share fonts that are open, layouts that were read, and code that is warm.
  // Most of what a test makes is soon forgotten: young objects have more room than usual, and are looked through less often.
  test: {
    execArgv: ['--max-semi-space-size=64'],
    isolate: false,
    maxWorkers: 2,
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
