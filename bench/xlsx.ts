import { deepStrictEqual } from 'node:assert';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Cell } from '../server/render/document.ts';
import { textOf } from '../server/render/table.ts';
import { streamXlsx } from '../server/render/xlsx.ts';
import { unzip } from '../test/unzip.ts';
import { row, timed } from './measure.ts';
import type { Row } from './row.ts';

const columns = ['编号', '单位', '日期', '标题', '载体', '字数', '得分', '状态'].map((head) => ({ head }));
const list: Cell[][] = Array.from({ length: 100_000 }, (_, at) => [
  `0${430523000000 + at}`,
  '县水利局',
  `2023-10-${String((at % 28) + 1).padStart(2, '0')}`,
  `农村饮水安全工程第${at}处通水`,
  '邵阳日报',
  300 + (at % 900),
  { decimal: ((at % 997) / 100).toFixed(2) },
  '已认定',
]);

/** 100,000 × 8 as a whole file, against their bare XML in one string, deflated at the level that the file uses. The values of both are equal. */
export async function run(): Promise<Row[]> {
  const ours = () => buffer(streamXlsx({ name: '台账', columns }, list));
  const sheet = unzip(await ours())['xl/worksheets/sheet1.xml'] ?? '';
  deepStrictEqual(valuesIn(sheet).slice(columns.length), valuesIn(inflateRawSync(floor()).toString()));
  const [times, least]: [number[], number[]] = [[], []];
  for (let round = 0; round < 7; round++) {
    times.push(...(await timed(1, ours)));
    least.push(...(await timed(1, async () => floor())));
  }
  const bare = row('floor xml and deflate', least.sort(ascending));
  return [row('xlsx', times.sort(ascending), bare), bare];
}

const ascending = (a: number, b: number) => a - b;
const letters = 'ABCDEFGH';
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => signs[sign] ?? '');

function floor(): Buffer {
  const rows = list.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, place) => written(cell, at, place)).join('')}</row>`,
  );
  return deflateRawSync(rows.join(''), { level: 1 });
}

const written = (cell: Cell, at: number, place: number) =>
  `<c r="${letters[place]}${at + 1}"${typeof cell === 'string' ? ' t="str"' : ''}><v>${escaped(textOf(cell))}</v></c>`;

/** '4.50' is written 4.5 in a file. */
const valuesIn = (xml: string) =>
  [...xml.matchAll(/<c [^>]*?(t="str")?><v>(.*?)<\/v>/g)].map(([, isText, value = '']) => (isText ? value : Number(value)));
