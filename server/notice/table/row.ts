import type { Cell } from '../block/block.ts';
import { spelledOut } from '../date/window.ts';
import { splitProjects } from '../part/projects.ts';
import { splitUnits } from '../part/units.ts';
import type { Campaign, CampaignUnit } from '../reading.ts';
import type { Aligned } from './align.ts';
import type { Column, Head } from './columns.ts';
import { serialOf } from './kinds.ts';

/** What the cells of one row say, before anything is taken over from the row above. */
export type RowSaid = Pick<Campaign, 'no' | 'theme' | 'projects' | 'units' | 'notes'> & { time: string; timeLine: number | null };

const ditto = /^(?:同上|〃|″|"|…+)$/;
const unitColumns: readonly Column[] = ['lead', 'support', 'responsible'];

export function readCells(heads: readonly Head[], { cells, extra }: Aligned): RowSaid {
  const find = (column: Column) => cells[heads.findIndex((head) => head.column === column)] ?? null;
  const text = (column: Column) => (find(column)?.text ?? '').trim().replace(ditto, '');
  const time =
    withMonth(text('month') || monthBeside(heads, cells, text('window')), text('window')) ||
    [text('start'), text('end')].filter(Boolean).map(spelledOut).join('至');
  const said = { ...themeOf(heads, text), units: unitsOf(heads, cells), time };
  const timeLine = (find('window') ?? find('month') ?? find('start') ?? find('end'))?.line ?? null;
  const notes = [...untold(heads, cells, said), ...extra.map(({ text }) => ({ head: '', text }))];
  return { ...said, no: serial(text('no')), timeLine, notes };
}

/** 3月 | 17日—21日 and 6月 | 上旬: the days of a month that has a column of its own. */
const withMonth = (month: string, days: string) =>
  /^\s*(?:全月|整月)?\s*$/.test(days) ? month : `${month}${days.replace(/^\s*月(?=[初中底末])/, '')}`;

/** 第一批（4月） | 13日—17日: days without a month are in the one that their batch names. */
function monthBeside(heads: readonly Head[], cells: readonly (Cell | null)[], days: string): string {
  if (!/^\s*(?:\d{1,2}\s*(?:日|号|[-—–~～至、])|[上中下]旬)/.test(days) || /^[^至到\-—–~～]*月/.test(days)) return '';
  const said = heads.flatMap(({ column }, at) => (column === 'note' ? (batchMonth.exec(cells[at]?.text ?? '')?.[1] ?? []) : []));
  return said.length === 1 ? (said[0] ?? '') : '';
}
const batchMonth = /^第.{1,3}[批期轮季]\s*[（(]?\s*(\d{1,2}\s*月)份?\s*[）)]?$/;

const serial = (text: string) => (text === '' ? null : (serialOf(text) ?? text));

/** Where no column is called 主题, the text itself is the theme. Of 内容 under a theme, a list names projects, a sentence none. */
function themeOf(heads: readonly Head[], text: (column: Column) => string): { theme: string; projects: string[] } {
  const [theme, project, content] = [text('theme'), text('project'), text('content')];
  const themed = has(heads, 'theme');
  const listed = project || (themed && !/[，。；]/.test(content) ? content : '');
  return { theme: themed ? theme : content || project, projects: splitProjects(listed) };
}

const has = (heads: readonly Head[], column: Column) => heads.some((head) => head.column === column);

function unitsOf(heads: readonly Head[], cells: readonly (Cell | null)[]): CampaignUnit[] {
  return heads.flatMap(({ column }, index) => {
    const text = cells[index]?.text.replace(ditto, '') ?? '';
    return column === 'lead' || column === 'support' || column === 'responsible' ? splitUnits(text, column) : [];
  });
}

type Told = Pick<RowSaid, 'theme' | 'projects'>;
/** Every cell that went into nothing else is kept as a note. */
function untold(heads: readonly Head[], cells: readonly (Cell | null)[], said: Told): Campaign['notes'] {
  return heads.flatMap((head, index) => {
    const text = cells[index]?.text ?? '';
    return text === '' || isTold(heads, index, said) ? [] : [{ head: head.text, text }];
  });
}

function isTold(heads: readonly Head[], index: number, { projects }: Told): boolean {
  const column = heads[index]?.column ?? 'note';
  if (unitColumns.includes(column)) return true;
  if (column === 'note' || heads.findIndex((head) => head.column === column) !== index) return false;
  if (column === 'project') return projects.length > 0 || !(has(heads, 'theme') || has(heads, 'content'));
  if (column === 'content') return !has(heads, 'theme') || (projects.length > 0 && !has(heads, 'project'));
  return column === 'no' || column === 'theme' || column === 'month' || column === 'window' || !has(heads, 'window');
}
