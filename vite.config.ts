import { defineConfig } from 'vite';

// the pages of the workbench; the server serves what stands in dist/ and nothing is fetched from elsewhere
export default defineConfig({
  root: 'web',
  base: '/',
  build: {
    outDir: '../dist',
    assetsDir: 'workbench/assets',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'web/workbench/index.html' },
  },
});
