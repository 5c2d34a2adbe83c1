import { defineConfig } from 'vitest/config';
import { queriesTell } from './test/house/ran.ts';

export default defineConfig({
  plugins: [queriesTell],
  test: {
    include: ['server/**/*.test.ts', 'web/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts', 'launch/**/*.test.js'],
    globalSetup: ['test/database.ts', 'test/house/ran.ts'],
    setupFiles: 'test/house/told.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
