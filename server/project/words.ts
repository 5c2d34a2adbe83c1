import type { CountyDate } from '../kernel/dates.ts';
import { formatHundredths, limitUnits, money, periods, type Value } from './elements.ts';

/** 2023年10月8日 */
export const dayWords = (day: CountyDate) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

type Of<K extends Value['kind']> = Extract<Value, { kind: K }>;
type Amount = Of<'amounts'>['amounts'][number];
const amountWords = ({ what, cents, most, per, period }: Amount) =>
  `${what}${what && '：'}${most ? '不超过 ' : ''}${formatHundredths(cents)} 元/${per}${period === 'once' ? '，一次性' : `·${periods[period]}`}`;

function termWords({ from, to }: Of<'term'>): string {
  if (from !== null && to !== null) return `${dayWords(from)}—${dayWords(to)}`;
  return from !== null ? `${dayWords(from)}起` : to !== null ? `到${dayWords(to)}为止` : '';
}

function fundsWords({ planned, arrived, spent, year }: Of<'funds'>): string[] {
  const parts = [arrived === null ? null : `到位 ${money(arrived)}`, spent === null ? null : `已付 ${money(spent)}`];
  return [[`${year} 年计划 ${money(planned)}`, ...parts.filter((part) => part !== null)].join('，')];
}

/** 85.5% and the like from whole numbers, half up; `under` is not zero. */
export const percent = (over: number, under: number): string => {
  const tenths = (BigInt(over) * 2000n + BigInt(under)) / (2n * BigInt(under));
  return `${tenths / 10n}.${tenths % 10n}%`;
};

/** A value as it is read out, a line a part, with units and periods. */
export function wordsOf(value: Value): string[] {
  switch (value.kind) {
    case 'none':
      return [`不适用：${value.reason}`];
    case 'text':
      return value.text.split('\n');
    case 'list':
      return value.items.map((item, at) => `${at + 1}. ${item}`);
    case 'amounts':
      return value.amounts.map(amountWords);
    case 'shares':
      return [value.shares.map(({ who, hundredths }) => `${who} ${formatHundredths(hundredths)}%`).join('，')];
    case 'limit':
      return [`${value.count} ${limitUnits[value.unit]}`];
    case 'term':
      return [termWords(value)];
    case 'phones':
      return [value.phones.join('、')];
    case 'funds':
      return fundsWords(value);
    case 'progress':
      return [
        `全年 ${value.planned} ${value.measure}，到${dayWords(value.asOf)}已办 ${value.done} ${value.measure}，${percent(value.done, value.planned)}`,
      ];
  }
}
