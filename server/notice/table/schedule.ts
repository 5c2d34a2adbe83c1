import type { Cell, Row, Table } from '../block/block.ts';
import type { DateContext } from '../date/item.ts';
import { dateQuestion, readWindows } from '../date/window.ts';
import { splitProjects } from '../part/projects.ts';
import { isOffice, splitUnits } from '../part/units.ts';
import { type Campaign, type CampaignUnit, type Question, question } from '../reading.ts';
import { type Aligned, align } from './align.ts';
import { type Column, type Head, headsOf } from './columns.ts';
import { headed } from './infer.ts';
import { serialOf } from './kinds.ts';

export type Schedule = { campaigns: Campaign[]; questions: Question[]; unread: Cell[] };
type Values = { text: (column: Column) => string; line: (column: Column) => number; cells: (Cell | null)[] };
type Reader = { heads: readonly Head[]; context: DateContext; schedule: Schedule; last: Campaign | null };

/** A table with a time in it → its campaigns. What a row lacks or has too much of is asked about; null: not a schedule. */
export function readSchedule({ rows }: Table, context: DateContext): Schedule | null {
  const table = headed(rows);
  if (!table) return null;
  const year = context.year ?? yearIn(table.printed);
  const reader: Reader = {
    heads: table.heads,
    context: { ...context, year },
    schedule: { campaigns: [], questions: [], unread: [] },
    last: null,
  };
  for (const row of table.body) readRow(reader, row);
  return reader.schedule;
}

export function yearIn(text: string): number | null {
  const year = /(?<!\d)(20\d{2})\s*年/.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

function readRow(reader: Reader, row: Row): void {
  const filled = row.cells.filter(({ text }) => text !== '');
  if (filled.length === 0 || headsOf(row.cells.map(({ text }) => text))) return; // blank, or the heads again on a new page
  const [only] = filled;
  if (only && filled.length === 1 && reader.heads.length > 2) {
    reader.schedule.unread.push(only);
    return;
  }
  const aligned = align(row.cells, reader.heads);
  const campaigns = campaignsOf(reader, row, aligned);
  reader.schedule.campaigns.push(...campaigns);
  reader.last = campaigns.at(-1) ?? reader.last;
  askAboutShape(reader.schedule, row, aligned);
  askAboutUnits(reader, row, aligned, campaigns[0]);
}

function campaignsOf({ heads, context, schedule, last }: Reader, row: Row, { cells, extra }: Aligned): Campaign[] {
  const values = valuesOf(heads, cells, row);
  const [no, told, units] = [serial(values.text('no')), textOf(heads, values), unitsOf(heads, cells)];
  const continued = no === null && heads.some(({ column }) => column === 'no') ? last : null;
  const theme = told.theme || (last?.theme ?? ''); // a merged cell is printed once
  const again = continued?.theme === theme ? continued : null;
  const base = {
    no: no ?? continued?.no ?? null,
    theme,
    projects: told.projects.length > 0 ? told.projects : (again?.projects ?? []),
    units: units.length > 0 ? units : (continued?.units ?? []),
    line: row.line,
    lastLine: Math.max(row.line, ...row.cells.map(({ lastLine }) => lastLine)),
    windowLine: values.line('window'),
    notes: notesOf(heads, cells, extra),
  };
  const read = readWindows(timeOf(values), context);
  schedule.questions.push(...read.flatMap((each) => dateQuestion(each, base.windowLine, theme)));
  return read.map(({ window }) => ({ ...base, window }));
}

const ditto = /^(?:同上|〃|″|"|…+)$/;

function valuesOf(heads: readonly Head[], cells: (Cell | null)[], row: Row): Values {
  const find = (column: Column) => cells[heads.findIndex((head) => head.column === column)] ?? null;
  const text = (column: Column) => (find(column)?.text ?? '').trim().replace(ditto, '');
  return { text, line: (column) => (find(column) ?? find('start') ?? find('end'))?.line ?? row.line, cells };
}

const serial = (text: string) => (text === '' ? null : (serialOf(text) ?? text));

/** Where no column is called 主题, the text itself is the theme; its list of projects only where one is called so. */
function textOf(heads: readonly Head[], { text }: Values): { theme: string; projects: string[] } {
  const [theme, project, content] = [text('theme'), text('project'), text('content')];
  const themed = heads.some(({ column }) => column === 'theme');
  const listed = project || (themed && !/[，。；]/.test(content) ? content : '');
  return { theme: themed ? theme : content || project, projects: splitProjects(listed) };
}

const roles = { lead: 'lead', support: 'support', responsible: 'responsible' } as const;
function unitsOf(heads: readonly Head[], cells: readonly (Cell | null)[]): CampaignUnit[] {
  return heads.flatMap(({ column }, index) => {
    const text = cells[index]?.text.replace(ditto, '') ?? '';
    return column === 'lead' || column === 'support' || column === 'responsible' ? splitUnits(text, roles[column]) : [];
  });
}

const timeOf = ({ text }: Values) => text('window') || [text('start'), text('end')].filter(Boolean).join('至');

function notesOf(heads: readonly Head[], cells: readonly (Cell | null)[], extra: readonly Cell[]) {
  const themed = heads.some(({ column }) => column === 'theme');
  const project = heads.some(({ column }) => column === 'project');
  const kept = heads.flatMap(({ column, text: head }, index) => {
    const text = cells[index]?.text ?? '';
    const note = column === 'note' || (column === 'content' && themed && (project || /[，。；]/.test(text)));
    return note && text !== '' ? [{ head, text }] : [];
  });
  return [...kept, ...extra.map(({ text }) => ({ head: '', text }))];
}

function askAboutShape({ questions }: Schedule, { line, cells }: Row, { extra, missing }: Aligned): void {
  const lacking = missing.filter(({ column }) => column !== 'note').map(({ text }) => text);
  const printed = cells.map(({ text }) => text).join(' | ');
  if (lacking.length > 0) {
    questions.push(
      question('structure', line, printed, `这一行少了${lacking.join('、')}，其余各格按内容对到了表头`, [
        '照读出的用',
        '照原件补填',
      ]),
    );
  }
  if (extra.length > 0) {
    const over = extra.map(({ text }) => `“${text}”`).join('、');
    questions.push(question('structure', line, printed, `这一行多出一格${over}，没有对应的表头`, ['记为备注', '照原件改正']));
  }
}

function askAboutUnits({ schedule, heads }: Reader, { line }: Row, { missing }: Aligned, campaign: Campaign | undefined): void {
  if (!campaign) return;
  const owed = heads.some((head) => (head.column === 'responsible' || head.column === 'lead') && !missing.includes(head));
  if (owed && campaign.units.length === 0) {
    schedule.questions.push(question('structure', line, campaign.theme, '这一行没有写责任单位', ['照原件补填', '没有责任单位']));
  }
  for (const { name } of campaign.units.filter(({ name }) => !isOffice(name))) {
    schedule.questions.push(question('structure', line, name, '这一格写在责任单位里，但不像单位名称', ['是单位', '不是单位']));
  }
}
