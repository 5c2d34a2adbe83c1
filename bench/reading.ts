import { readdirSync, readFileSync } from 'node:fs';
import { decodeFile } from '../server/notice/decode.ts';
import { readNotice } from '../server/notice/notice.ts';
import { type Expected, type Mark, marksOf } from './reading/marks.ts';
import { speedRows } from './reading/speed.ts';
import type { Row } from './row.ts';

const folder = new URL('../test/notices/corpus/', import.meta.url);
const inFolder = (name: string) => readFileSync(new URL(name, folder));

/** Notices of other counties against the readings a person wrote down who had not seen the reader. */
export async function run(): Promise<Row[]> {
  const all: Mark[] = [];
  const rows: Row[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => /^\d\d-[a-z]+\.(?!source|expected)[a-z]+$/.test(name))
    .sort()) {
    const marks = await marksOfFile(file);
    all.push(...marks);
    rows.push(...rowsOf(file.replace(/\..*/, ''), marks));
    for (const { field, right, open, expected, actual } of marks) {
      if (right) continue;
      process.stderr.write(
        `${file} ${open ? '留待确认' : '错而无疑'} ${field}：应为 ${JSON.stringify(expected)}，读出 ${JSON.stringify(actual)}\n`,
      );
    }
  }
  return [...rows, ...rowsOf('all', all), ...(await speedRows())];
}

async function marksOfFile(file: string): Promise<Mark[]> {
  const { text, questions, whole } = await decodeFile(inFolder(file));
  const expected: Expected = JSON.parse(inFolder(file.replace(/\..*/, '.expected.json')).toString());
  return marksOf(expected, readNotice(text, { asked: questions, whole }));
}

function rowsOf(name: string, marks: readonly Mark[]): Row[] {
  const right = marks.filter((mark) => mark.right).length;
  const open = marks.filter((mark) => mark.open).length;
  return [
    row(`${name} right`, '%', 'higher', marks.length === 0 ? 0 : (100 * right) / marks.length, marks.length),
    row(`${name} wrong without a doubt`, 'fields', 'lower', marks.length - right - open, marks.length),
    row(`${name} left open`, 'fields', 'lower', open, marks.length),
  ];
}

const row = (name: string, unit: string, better: Row['better'], value: number, n: number): Row => ({
  ...{ name, unit, better, n },
  ...{ min: value, median: value, max: value, floor: null, ratio: null },
});
