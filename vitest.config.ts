import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['server/**/*.test.ts', 'web/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts', 'launch/**/*.test.js'],
    globalSetup: 'test/database.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
