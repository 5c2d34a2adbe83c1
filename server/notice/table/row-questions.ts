import type { Row } from '../block/block.ts';
import { readDates } from '../date/dates.ts';
import { isOffice } from '../part/units.ts';
import { type Campaign, type Question, question } from '../reading.ts';
import type { Aligned } from './align.ts';
import type { Column, Head } from './columns.ts';
import { looksDated, serialOf } from './kinds.ts';

const [asRead, correct, fill, window] = ['照读出的用', '照原件改正', '照原件补填', '另填起止日'];
export const ofExtra = { leave: '留在来文里，方案里不用', unit: '并入责任单位', project: '并入实事项目' } as const;

/** What a person must look at in a row: cells too few or too many, in the wrong place, or without an office's name. */
export function questionsAbout(row: Row, heads: readonly Head[], aligned: Aligned, campaign: Campaign | undefined): Question[] {
  return [
    ...aboutNumber(row, aligned, campaign),
    ...aboutPlaces(row, heads, aligned),
    ...aboutUnits(row, heads, aligned, campaign),
  ];
}

/** Each cell that is missing is asked for by itself. A row without any time is asked for it where its time is read. */
function aboutNumber({ line, cells }: Row, { extra, missing }: Aligned, campaign: Campaign | undefined): Question[] {
  const printed = cells.map(({ text }) => text).join(' | ');
  const timeless = (campaign?.window.text ?? '') === '';
  const lacking = missing.filter(({ column }) => column !== 'note' && !(timeless && times.includes(column)));
  const asked = lacking.map(({ column, text: head }, place) => {
    const few = `这一行少了${head}，其余各格按内容对到了表头`;
    const choices = [asRead, times.includes(column) ? window : fill];
    return question('structure', line, printed, few, choices, place === 0 ? undefined : head);
  });
  const over = extra.map(({ text }) => `“${text}”`).join('、');
  const many = `这一行多出一格${over}，没有对应的表头`;
  return over === '' ? asked : [...asked, question('structure', line, printed, many, Object.values(ofExtra), '多出')];
}
const times: readonly Column[] = ['window', 'start', 'end'];

/** A number under 主题, a theme under 序号: two cells have changed places. */
function aboutPlaces({ line }: Row, heads: readonly Head[], { cells }: Aligned): Question[] {
  return heads.flatMap(({ column, text: head }, index) => {
    const text = cells[index]?.text ?? '';
    const misnumbered = column === 'no' && /\p{Script=Han}{3}/u.test(text);
    const foreign = column === 'theme' && (serialOf(text) !== null || isAllDate(text));
    return misnumbered || foreign
      ? [question('structure', line, text, `这一格写在${head}里，但不像${head}`, [asRead, correct])]
      : [];
  });
}

/** 半年盘点问民意 is no time: of a time, what is read as one is most of the cell. */
function isAllDate(text: string): boolean {
  const read = looksDated(text) ? readDates(text, { year: 2000 }).items : [];
  return read.reduce((length, item) => length + item.end - item.start, 0) * 2 >= text.trim().length && read.length > 0;
}

function aboutUnits({ line }: Row, heads: readonly Head[], { missing }: Aligned, campaign: Campaign | undefined): Question[] {
  if (!campaign) return [];
  const owed = heads.some((head) => (head.column === 'responsible' || head.column === 'lead') && !missing.includes(head));
  const none = owed && campaign.units.length === 0;
  const strange = campaign.units.filter(({ name }) => !isOffice(name));
  return [
    ...(none ? [question('structure', line, campaign.theme, '这一行没有写责任单位', [fill, '没有责任单位'])] : []),
    ...strange.map(({ name }) =>
      question('structure', line, name, '这一格写在责任单位里，但不像单位名称', ['是单位', '不是单位']),
    ),
  ];
}
