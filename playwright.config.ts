import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { addressOf, port } from './test/journeys/place.ts';

export default defineConfig({
  testDir: 'test/journeys',
  workers: 1,
  timeout: 60_000,
  outputDir: 'test-results',
  use: {
    baseURL: addressOf('430599'),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: process.env.MINSHENG_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" server/main.ts`,
    url: `http://127.0.0.1:${port}/`,
    timeout: 60_000,
    env: { PORT: `${port}`, MINSHENG_DATA: join(tmpdir(), `minsheng-journeys-${process.pid}`) },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
