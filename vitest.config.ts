import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One process runs many files: they share fonts that are open, layouts that were read, and code that is warm.
  test: { isolate: false, maxWorkers: 2, include: ['src/**/*.test.ts'], testTimeout: 60_000 },
});
