import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Command, helpFor, readArguments, WrongUse } from './command.ts';
import { dates } from './dates.ts';
import { bytesOf, jsonTextOf, writeTo } from './files.ts';
import { planRead } from './plan-read.ts';
import { score } from './score.ts';

function wrongUseOf(command: Command, ...words: string[]): string {
  try {
    return JSON.stringify(readArguments(command, words));
  } catch (error) {
    if (error instanceof WrongUse) return error.message;
    throw error;
  }
}

test.each<[string, Command, string[]]>([
  ['缺少 TEXT（一句话，有空格的加引号）。', dates, []],
  ['多了“8日”；有空格的请加引号。', dates, ['10月', '8日']],
  ['没有 --years 这一项。', dates, ['10月8日', '--years', '2023']],
  ['--year 的写法不对，后面要跟一个值。', dates, ['10月8日', '--year']],
  ['--year 不能是“23”：没有写年份的日期按哪一年读，如 2023。', dates, ['10月8日', '--year', '23']],
  ['--county 不能是“邵阳县”：哪个县，写行政区划代码；不写就是演示县。', dates, ['10月8日', '--county', '邵阳县']],
  ['缺少 --facts。', score, ['--scheme', 's.json', '--month', '2023-10']],
  ['--month 不能是“2023-13”：算哪个月，写作 2023-10。', score, ['--scheme', 's', '--facts', 'f', '--month', '2023-13']],
])('用错了：%s', (sentence, command, words) => {
  expect(wrongUseOf(command, ...words)).toBe(sentence);
});

test('写对了的按名字交给命令；要看写法的不交', () => {
  expect(readArguments(dates, ['10月8日', '--year', '2023'])).toEqual({ TEXT: '10月8日', year: '2023' });
  expect(readArguments(dates, ['--', '-10月8日'])).toEqual({ TEXT: '-10月8日' });
  expect(readArguments(dates, ['--help'])).toBeNull();
  expect(helpFor('dates', dates)).toContain('npm run -s minsheng -- dates TEXT [--year Y]');
});

test('读不了、写不进的文件各说一句话：没有、是文件夹、不是文字、是空的、不是 UTF-8', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minsheng-files-'));
  const put = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  const read = planRead.run as unknown as (given: { FILE: string }) => Promise<unknown>;
  await expect(bytesOf(join(folder, '没有.txt'))).rejects.toThrow(/^没有“.*没有.txt”这个文件，请/);
  await expect(bytesOf(join(folder, '没有.txt', '里面'))).rejects.toThrow(/^没有“.*里面”这个文件，请/);
  await expect(bytesOf(folder)).rejects.toThrow(/是文件夹，请写到文件。$/);
  await expect(read({ FILE: await put('图.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])) })).rejects.toThrow(
    '读不出文字',
  );
  await expect(read({ FILE: await put('空.txt', '') })).rejects.toThrow('文件里没有文字');
  await expect(jsonTextOf(await put('乱.json', new Uint8Array([0x7b, 0xb9, 0xd8, 0x7d])))).rejects.toThrow('不是 UTF-8 编码');
  await expect(writeTo(join(folder, '没有', '月份.json'), '')).rejects.toThrow(
    '月份.json”写不进去（没有这个文件夹），请换一个位置再试。',
  );
  await expect(writeTo(folder, '')).rejects.toThrow('写不进去（它是文件夹）');
  await rm(folder, { recursive: true });
});
