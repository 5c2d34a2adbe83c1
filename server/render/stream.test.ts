import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readXlsx } from '../../test/readBack.ts';
import { streamXlsx } from './xlsx.ts';

const columns = [{ head: '编号', width: 2 }, { head: '单位' }, { head: '得分', align: 'right' as const }];
let taken = 0;
function* rows(count: number) {
  for (taken = 0; taken < count; taken++) yield [`0${430523000000 + taken}`, '县水利局', { decimal: (taken / 100).toFixed(2) }];
}

test('三千行的清单，一行不少，编号前面的 0 还在', async () => {
  const { 采用台账: sheet } = await readXlsx(await buffer(streamXlsx({ name: '采用台账', columns }, rows(3000))));
  const values = sheet?.rows.slice(1).map((row) => row.map(({ value }) => value));
  expect(values).toEqual([...rows(3000)].map(([no, unit, score]) => [no, unit, Number((score as { decimal: string }).decimal)]));
});

test('一行也没有的清单说明没有内容', async () => {
  const { 台账: sheet } = await readXlsx(await buffer(streamXlsx({ name: '台账', columns }, [])));
  expect(sheet?.rows[1]?.[0]?.value).toBe('没有符合条件的内容。');
});

test('太长的一格写明没有全部导出，文件仍打得开', async () => {
  const { 台账: sheet } = await readXlsx(
    await buffer(streamXlsx({ name: '台账', columns: [{ head: '正文' }] }, [['字'.repeat(40_000)]])),
  );
  expect(String(sheet?.rows[1]?.[0]?.value)).toMatch(/^字{32000,}…（超出单元格上限，未全部导出）$/);
});

test('对方关了下载，就不再往下取数', async () => {
  const stream = streamXlsx({ name: '台账', columns }, rows(1_000_000));
  await new Promise((read) => stream.once('data', read));
  stream.destroy();
  await setTimeout(50);
  const left = taken;
  await setTimeout(100);
  expect([taken, taken < 100_000]).toEqual([left, true]);
});

test('取数出错，下载跟着出错，而不是得到半份文件', async () => {
  function* broken() {
    yield* rows(10);
    throw new Error('数据库断了');
  }
  await expect(buffer(streamXlsx({ name: '台账', columns }, broken()))).rejects.toThrow('数据库断了');
});
