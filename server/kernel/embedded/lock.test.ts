import { access, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { markOf } from '../processes.ts';
import { alone } from './lock.ts';
import { enlist, inUse } from './users.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minsheng-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const deadMark = async () => JSON.stringify({ ...(await markOf(process.pid)), born: '1' });

test('同时来的一个一个进，谁也不与谁重叠', async () => {
  let [inside, most] = [0, 0];
  const enter = () =>
    alone(join(folder, 'lock'), async () => {
      most = Math.max(most, ++inside);
      await sleep(5);
      inside--;
    });
  await Promise.all(Array.from({ length: 8 }, enter));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('死去的进程留下的锁由后来者接管', async () => {
  await writeFile(join(folder, 'lock'), await deadMark());
  expect(await alone(join(folder, 'lock'), async () => '进来了')).toBe('进来了');
  expect(await readdir(folder)).toEqual([]);
});

test('出了错也把锁放开', async () => {
  const lock = join(folder, 'lock');
  await expect(alone(lock, () => Promise.reject(new Error('断电')))).rejects.toThrow('断电');
  await expect(access(lock)).rejects.toThrow();
});

test('最后一个使用者离开才算没人用，死去的不算', async () => {
  await writeFile(join(folder, '1-0'), await deadMark());
  const [first, second] = [await enlist(folder), await enlist(folder)];
  await first();
  expect(await inUse(folder)).toBe(true);
  await second();
  expect(await inUse(folder)).toBe(false);
  expect(await readdir(folder)).toEqual([]);
});
