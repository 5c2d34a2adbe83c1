import { festivalRule, festivals } from './festival.ts';
import type { DateContext, DateItem, DateRule } from './item.ts';
import { N, TO } from './numerals.ts';
import { openRule } from './open.ts';
import { recurrenceRule } from './recurrence.ts';
import { relativeRule } from './relative.ts';
import { spanRule } from './span.ts';

/** Tried in this order: 每月5日前 must not be read as 5日前. */
const rules: readonly DateRule[] = [recurrenceRule, openRule, festivalRule, relativeRule, spanRule];

/** Where an expression can begin; everything else in a text is passed over quickly. */
const opening = new RegExp(
  [
    '每|逢[单双]月|次月|下个?月|前[两二三]个?季度|逐[日周月季]|按[周月季]|周周|月月|天天',
    '自?(?:即日|现在)起|[从自](?:即日|现在)|(?:通知?)?印发之日起|发文之日起|全年|年度?内|长期|常态化|经常性|持续推进|待定|另行|视情|适时',
    festivals,
    '[今本当明次翌来去上]年|[上下]半年|年[初中底末]|[本当]月|至少',
    `第?[一二三四1-4]\\s*季度|(?:${N}{1,4}|半|元(?=月))(?=\\s*[年月日号季周星个天小分工./]|${TO}${N}|[、,，]\\s*${N})`,
  ].join('|'),
  'gu',
);

/** `year`: of dates that name none. `issuedOn`: the day of the notice, which 即日 means. */
export function readDates(
  text: string,
  { year = null, issuedOn = null, weeks = null }: Partial<DateContext> = {},
): { text: string; items: DateItem[] } {
  const items: DateItem[] = [];
  const context = { year, issuedOn, weeks };
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const found = firstFound(text, match.index, context);
    for (const each of found) items.push(withException({ ...each, text: text.slice(each.start, each.end) }, text));
    const last = items.at(-1);
    if (found.length > 0 && last) opening.lastIndex = Math.max(last.end, match.index + 1);
    context.year = year ?? yearSaid(last) ?? context.year;
  }
  return { text, items };
}

function firstFound(text: string, at: number, context: DateContext) {
  for (const rule of rules) {
    const found = rule(text, at, context);
    if (found.length > 0) return found;
  }
  return [];
}

/** Without a year of its own, a text goes on in the year it last named. */
function yearSaid(item: DateItem | undefined): number | null {
  const day = item?.to ?? item?.from;
  return day ? Number(day.slice(0, 4)) : null;
}

const exception =
  /^\s*[（(，,]?\s*(?:(?<weekend>周六、?(?:周)?日|周末|双休日|节假日|法定节假日)除外|遇?(?:法定)?节假日顺延)\s*[）)]?/;
function withException(item: DateItem, text: string): DateItem {
  const match = exception.exec(text.slice(item.end, item.end + 16));
  if (!match) return item;
  const rule = match.groups?.weekend ? 'EXCEPT=NONWORKDAYS' : 'ROLL=NEXTWORKDAY';
  const end = item.end + match[0].length;
  return { ...item, rule: item.rule ? `${item.rule};${rule}` : rule, end, text: text.slice(item.start, end) };
}
