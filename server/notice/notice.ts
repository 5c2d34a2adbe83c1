import type { Block, Cell, Paragraph, Table } from './block/block.ts';
import { blocksOf } from './block/from-lines.ts';
import { mondayToFriday, type WorkCalendar } from './date/calendar.ts';
import type { DateContext } from './date/item.ts';
import { weekRuleIn } from './date/part-of-period.ts';
import { dutiesOf } from './duty/duties.ts';
import { isBoilerplate, isLeadIn } from './outline/boilerplate.ts';
import { type Clause, clausesOf } from './outline/clauses.ts';
import { type Head, readHead } from './outline/head.ts';
import { stagesOf } from './outline/stages.ts';
import type { Campaign, Question, Reading } from './reading.ts';
import { repairLines } from './repair/repair.ts';
import { overlaps, weekends } from './schedule-questions.ts';
import { isSheetOfLabels } from './table/infer.ts';
import { type Legend, legendOf } from './table/marks.ts';
import { readSchedule, type Schedule, yearIn } from './table/schedule.ts';

export type Options = {
  year?: number | null; // of dates that name none; else the table's, else the year of issue
  calendar?: WorkCalendar;
  keep?: readonly string[]; // ids of repairs to leave undone
  asked?: readonly Question[]; // what decoding already asks
  whole?: boolean; // no line is the half of another
};

/** The text of any notice → what it says. Pure: the same text and options give the same reading. */
export function readNotice(
  text: string,
  { year = null, calendar = mondayToFriday, keep = [], asked = [], whole = false }: Options = {},
): Reading {
  const kept = new Set(keep);
  const { lines, repairs, questions } = repairLines(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/), kept);
  const { blocks, repairs: joins } = blocksOf(lines, kept, whole);
  const read = readBlocks(blocks, year);
  const doubts = [...asked, ...questions, ...read.questions, ...overlaps(read.campaigns), ...weekends(read.campaigns, calendar)];
  const { head, campaigns, duties } = read;
  const { title, issuer, number, issuedOn, addressees } = head;
  return {
    ...{ title, issuer, number, issuedOn, addressees, campaigns, duties },
    repairs: [...repairs, ...joins],
    questions: inOrder(doubts),
    unread: unreadOf(blocks, read),
    lines,
  };
}

type Read = {
  head: Head;
  campaigns: Campaign[];
  duties: Reading['duties'];
  questions: Question[];
  used: ReadonlySet<number>;
  loose: Cell[];
};

/** Blocks come from any kind of file. */
function readBlocks(blocks: readonly Block[], year: number | null): Read {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const head = readHead([...blocks.flatMap(labelsOf), ...paragraphs]);
  const context = { ...contextOf(head, year), weeks: firstOf(paragraphs, weekRuleIn) };
  const legend = legendOf(blocks);
  const schedules = blocks.map((block, index) =>
    block.kind === 'table' ? scheduleOf(block, blocks[index - 1], year, context, legend) : null,
  );
  const clauses = clausesOf(paragraphs.filter(({ line }) => !head.lines.has(line) && !legend.lines.has(line)));
  const stages = stagesOf(clauses, context);
  const duties = dutiesOf(clauses, context, stages.lines);
  const found = schedules.filter((schedule) => schedule !== null);
  return {
    head,
    campaigns: [...found.flatMap(({ campaigns }) => campaigns), ...stages.campaigns].sort((a, b) => a.line - b.line),
    duties: duties.duties,
    questions: [...head.questions, ...found.flatMap(({ questions }) => questions), ...stages.questions, ...duties.questions],
    used: usedLines(blocks, schedules, [head.lines, legend.lines, stages.lines, duties.lines, headingLines(clauses)]),
    loose: found.flatMap(({ unread }) => unread),
  };
}

/** 发文字号：…… beside its label or behind it, as the page of a web site tells it above the notice. */
const labelsOf = (block: Block): Paragraph[] =>
  block.kind === 'table' && isSheetOfLabels(block.rows)
    ? block.rows.flatMap(({ cells }) =>
        cells.flatMap(({ text }, at): Paragraph[] => {
          const inline = /^(?:发文字号|文\s*号)\s*[:：]\s*\S/.test(text);
          const { line = 0, lastLine = 0, text: value = '' } = (inline ? cells[at] : cells[at + 1]) ?? {};
          return inline || /^(?:发文字号|文\s*号)\s*[:：]?$/.test(text)
            ? [{ kind: 'paragraph', line, lastLine, text: value }]
            : [];
        }),
      )
    : [];

function firstOf<T>(paragraphs: readonly Paragraph[], find: (text: string) => T | null): T | null {
  for (const { text } of paragraphs) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

const contextOf = ({ issuedOn, title, year: issued }: Head, year: number | null): DateContext => ({
  year: year ?? issued ?? yearIn(title ?? ''),
  issuedOn,
});

/** The year in a table's caption is nearer than the year of issue: in December the schedule of next year goes out. */
function scheduleOf(
  table: Table,
  above: Block | undefined,
  year: number | null,
  context: DateContext,
  legend: Legend,
): Schedule | null {
  if (above?.kind === 'paragraph' && isForm(above.text)) return null;
  const captioned = above?.kind === 'paragraph' ? yearIn(above.text) : null;
  return readSchedule(table, { ...context, year: year ?? captioned ?? context.year }, legend);
}

/** 月报表（样表）: to be filled in, and no schedule. */
const isForm = (text: string) => /(?:样表|样式|样例|示例|模板|填报表|月报表|台账)(?:[）)])?\s*$/.test(text);

/** Only what has something below it is a heading; a short line of its own may be all that somebody was told. */
const headingLines = (clauses: readonly Clause[]) => new Set(clauses.filter(({ parent }) => parent).map(({ line }) => line));

function usedLines(
  blocks: readonly Block[],
  schedules: readonly (Schedule | null)[],
  sets: readonly ReadonlySet<number>[],
): Set<number> {
  const used = new Set(sets.flatMap((set) => [...set]));
  for (const [index, block] of blocks.entries()) {
    if (!schedules[index]) continue;
    used.add(block.line);
    const above = blocks[index - 1];
    if (above?.kind === 'paragraph' && isCaption(above)) used.add(above.line);
  }
  return used;
}

/** Says what the table below is, and nothing besides. */
const isCaption = ({ text }: Paragraph) =>
  text.length <= 60 && !/[。；]/.test(text) && /[表单]|安排|计划|方案|任务|分工|日程|第.{1,2}[批期组]|年度?[）)]?$/.test(text);

/** What gave nothing and is not what every notice has. */
function unreadOf(blocks: readonly Block[], { used, loose }: Read): Reading['unread'] {
  const left = blocks.filter(({ line }) => !used.has(line)).flatMap(piecesOf);
  const strange = left.filter(({ text }) => !isBoilerplate(text) && !isLeadIn(text));
  return [...strange, ...loose.map(({ line, text }) => ({ line, text }))].sort((a, b) => a.line - b.line);
}

function piecesOf(block: Block): { line: number; text: string }[] {
  if (block.kind === 'paragraph') return [{ line: block.line, text: block.text }];
  return block.rows.map(({ line, cells }) => ({ line, text: cells.map(({ text }) => text).join(' | ') }));
}

function inOrder(questions: readonly Question[]): Question[] {
  const unique = new Map(questions.map((each) => [each.id, each]));
  return [...unique.values()].sort((a, b) => a.line - b.line);
}
