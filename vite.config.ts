import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const assetsDir = 'workbench/assets';

/** The server sends the small copy to whoever takes it, instead of squeezing it anew for everybody. */
const squeezed: Plugin = {
  name: 'squeezed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(join(dir, assetsDir)).filter((name) => /\.(js|css|svg)$/.test(name))) {
      const path = join(dir, assetsDir, name);
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  },
};

// the pages of the workbench; the server serves what stands in dist/ and nothing is fetched from elsewhere
export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [squeezed],
  build: {
    outDir: '../dist',
    assetsDir,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'web/workbench/index.html' },
  },
});
