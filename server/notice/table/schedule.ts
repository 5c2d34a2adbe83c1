import type { Cell, Row, Table } from '../block/block.ts';
import type { DateContext } from '../date/item.ts';
import { dateQuestion, readWindows } from '../date/window.ts';
import { type Campaign, type Question, question } from '../reading.ts';
import { type Aligned, align } from './align.ts';
import { type Head, headsOf } from './columns.ts';
import { headed } from './infer.ts';
import { type Legend, noLegend, withoutMarks } from './marks.ts';
import { readCells } from './row.ts';
import { questionsAbout } from './row-questions.ts';

export type Schedule = { campaigns: Campaign[]; questions: Question[]; unread: Cell[] };
type Reader = {
  heads: readonly Head[];
  context: DateContext;
  schedule: Schedule;
  last: Campaign | null;
  section: { theme: string; cell: Cell; empty: boolean } | null;
};

/** A table with a time in it → its campaigns. What a row lacks or has too much of is asked about; null: not a schedule. */
export function readSchedule({ rows, line }: Table, context: DateContext, legend: Legend = noLegend): Schedule | null {
  const table = headed(withoutMarks(rows, legend));
  if (!table) return null;
  const unread = table.above.flatMap(({ cells }) => cells.filter(({ text }) => text !== ''));
  const schedule: Schedule = { campaigns: [], questions: [], unread };
  const year = context.year ?? yearIn(table.printed);
  const reader: Reader = { heads: table.heads, context: { ...context, year }, schedule, last: null, section: null };
  for (const row of table.body) readRow(reader, row);
  leaveSection(reader);
  const timeless = '表头里没有时间一栏，各栏按内容认出';
  if (table.timeless)
    schedule.questions.push(question('structure', line, table.printed, timeless, ['照读出的用', '读错了，换一份来文']));
  return schedule;
}

export function yearIn(text: string): number | null {
  const year = /(?<!\d)(20\d{2})\s*年/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

function readRow(reader: Reader, row: Row): void {
  const { heads, schedule } = reader;
  const filled = row.cells.filter(({ text }) => text !== '');
  if (filled.length === 0 || headsOf(row.cells.map(({ text }) => text))) return; // blank, or the heads again on a new page
  const [only] = filled;
  if (only && filled.length === 1 && heads.length > 2) {
    leaveSection(reader);
    if (!hasTheme(heads) && isSection(only.text)) reader.section = { theme: sectionIn(only.text), cell: only, empty: true };
    else schedule.unread.push(only);
    return;
  }
  const aligned = align(row.cells, heads);
  const campaigns = campaignsOf(reader, row, aligned);
  schedule.campaigns.push(...campaigns);
  schedule.questions.push(...questionsAbout(row, heads, aligned, campaigns[0]));
  reader.last = campaigns.at(-1) ?? reader.last;
}

/** A line across the table that nothing stood under was no theme. */
function leaveSection({ section, schedule }: Reader): void {
  if (section?.empty) schedule.unread.push(section.cell);
}

const hasTheme = (heads: readonly Head[]) => heads.some(({ column }) => column === 'theme');

/** 专题一：……: a line across the table is the theme of the rows below it, where no column is one. */
const isSection = (text: string) => text.length <= LONGEST_SECTION && !/^[备注说合小总]|[。；]/.test(text.trim());
const LONGEST_SECTION = 40;
const counted =
  /^(?:(?:专题|主题|板块|系列|篇章|类别)?第?[一二三四五六七八九十\d]{1,3}(?:专题|主题|板块|篇章?|部分|类)?|专题|主题|板块)\s*[:：、.．]\s*/;
const sectionIn = (text: string) => text.trim().replace(counted, '');

/** Merged cells are printed once: a row without a number goes on with the row above. */
function campaignsOf({ heads, context, schedule, last, section }: Reader, row: Row, aligned: Aligned): Campaign[] {
  const { time, timeLine, ...said } = readCells(heads, aligned);
  const continued = said.no === null && heads.some(({ column }) => column === 'no') ? last : null;
  const theme = section?.theme ?? (said.theme || (last?.theme ?? ''));
  if (section) section.empty = false;
  const again = continued?.theme === theme ? continued : null;
  const base = {
    no: said.no ?? continued?.no ?? null,
    theme,
    projects: said.projects.length > 0 ? said.projects : (again?.projects ?? []),
    units: said.units.length > 0 ? said.units : (continued?.units ?? []),
    line: row.line,
    lastLine: Math.max(row.line, ...row.cells.map(({ lastLine }) => lastLine)),
    windowLine: timeLine ?? row.line,
    notes: said.notes,
  };
  const read = readWindows(time, context);
  schedule.questions.push(...read.flatMap((each) => dateQuestion(each, base.windowLine, theme)));
  return read.map(({ window }) => ({ ...base, window }));
}
