import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, defineConfig, type Plugin } from 'vite';

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

const beside = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');
const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** verify.html: script and style inside, nothing else allowed to run or to be fetched; works from a file, without network. */
async function verifyPage(): Promise<string> {
  const input = join(import.meta.dirname, 'web/verify/main.ts');
  const options = { write: false, modulePreload: false, rolldownOptions: { input, output: { format: 'iife' } } } as const;
  const built = await build({
    configFile: false,
    root: join(import.meta.dirname, 'web/verify'),
    logLevel: 'error',
    build: options,
  });
  const [chunk] = [built].flat().flatMap((each) => ('output' in each ? each.output : []));
  if (chunk?.type !== 'chunk') throw new Error('the page for checking a month has no script');
  const script = chunk.code.replaceAll('</script', '<\\/script');
  const style = ['web/ui/tokens.css', 'server/portal/portal.css', 'web/verify/verify.css'].map(beside).join('\n');
  const policy = `default-src 'none'; script-src ${hashed(script)}; style-src ${hashed(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  return beside('web/verify/page.html')
    .replace('"POLICY"', () => `"${policy}"`)
    .replace('<!--STYLE-->', () => `<style>${style}</style>`)
    .replace('<!--SCRIPT-->', () => `<script>${script}</script>`);
}

const alone: Plugin = {
  name: 'alone',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    writeFileSync(join(dir, 'verify.html'), await verifyPage());
  },
};

// the pages of the workbench; the server serves what stands in dist/ and nothing is fetched from elsewhere
export default defineConfig({
  root: 'web',
  base: '/',
  plugins: [squeezed, alone],
  build: {
    outDir: '../dist',
    assetsDir,
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'web/workbench/index.html' },
  },
});
