import {
  formatHundredths,
  hundredthsOf,
  type LimitUnit,
  type Period,
  Value,
  type ValueKind,
} from '../../../server/project/elements.ts';

/** What stands in the fields of an element while it is being written: all as text, as it was typed. */
export type Draft = {
  text: string; // a text; a list and telephone numbers one a line
  amounts: readonly { what: string; yuan: string; most: boolean; per: string; period: Period }[];
  shares: readonly { who: string; percent: string }[];
  count: string;
  unit: LimitUnit;
  from: string;
  to: string;
  funds: { planned: string; arrived: string; spent: string; year: string };
  progress: { measure: string; planned: string; done: string; asOf: string };
};

export const noAmount = { what: '', yuan: '', most: false, per: '人', period: 'month' as Period };
const blank = (today: string): Draft => ({
  ...{ text: '', count: '', unit: 'workdays', from: '', to: '', amounts: [noAmount] },
  shares: [
    { who: '省级', percent: '' },
    { who: '县级', percent: '' },
  ],
  funds: { planned: '', arrived: '', spent: '', year: today.slice(0, 4) },
  progress: { measure: '', planned: '', done: '', asOf: today },
});

/** The fields as they begin: what is in force now, or nothing. */
export function draftOf(value: Value | null, today: string): Draft {
  const empty = blank(today);
  const typed = (hundredths: number | null) => (hundredths === null ? '' : formatHundredths(hundredths));
  switch (value?.kind) {
    case 'text':
      return { ...empty, text: value.text };
    case 'list':
      return { ...empty, text: value.items.join('\n') };
    case 'phones':
      return { ...empty, text: value.phones.join('\n') };
    case 'amounts':
      return { ...empty, amounts: value.amounts.map(({ cents, ...rest }) => ({ ...rest, yuan: typed(cents) })) };
    case 'shares':
      return { ...empty, shares: value.shares.map(({ who, hundredths }) => ({ who, percent: typed(hundredths) })) };
    case 'limit':
      return { ...empty, count: `${value.count}`, unit: value.unit };
    case 'term':
      return { ...empty, from: value.from ?? '', to: value.to ?? '' };
    case 'funds': {
      const { planned, arrived, spent, year } = value;
      return { ...empty, funds: { planned: typed(planned), arrived: typed(arrived), spent: typed(spent), year: `${year}` } };
    }
    case 'progress': {
      const { measure, planned, done, asOf } = value;
      return { ...empty, progress: { measure, planned: `${planned}`, done: `${done}`, asOf } };
    }
    default:
      return empty;
  }
}

const lines = (text: string) => text.split(/[\n；;]/).flatMap((line) => line.trim() || []);
const figure = (text: string) => (text.trim() === '' ? null : (hundredthsOf(text) ?? Number.NaN));
const whole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

function given(kind: ValueKind, { text, amounts, shares, count, unit, from, to, funds, progress }: Draft): object {
  switch (kind) {
    case 'text':
      return { text };
    case 'list':
      return { items: lines(text) };
    case 'phones':
      return { phones: text.split(/[\s、，,；;]+/).filter(Boolean) };
    case 'amounts':
      return { amounts: amounts.map(({ yuan, ...rest }) => ({ ...rest, cents: figure(yuan) ?? Number.NaN })) };
    case 'shares':
      return { shares: shares.map(({ who, percent }) => ({ who, hundredths: figure(percent) ?? Number.NaN })) };
    case 'limit':
      return { count: whole(count), unit };
    case 'term':
      return { from: from || null, to: to || null };
    case 'funds': {
      const { planned, arrived, spent, year } = funds;
      return { planned: figure(planned) ?? Number.NaN, arrived: figure(arrived), spent: figure(spent), year: whole(year) };
    }
    case 'progress':
      return { ...progress, planned: whole(progress.planned), done: whole(progress.done) };
  }
}

/** The value that the fields make, or what is still wrong with them. */
export function readDraft(kind: ValueKind, draft: Draft): { value: Value; wrong: null } | { value: null; wrong: string } {
  const read = Value.safeParse({ kind, ...given(kind, draft) });
  if (read.success) return { value: read.data, wrong: null };
  const [issue] = read.error.issues;
  const numeric = issue?.code === 'invalid_type';
  return { value: null, wrong: numeric ? '请填数字，最多两位小数' : (issue?.message ?? '请填写') };
}

/** 60 + 30 → '合计 90%，还差 10%' */
export function sumWords(shares: Draft['shares']): string {
  const sum = shares.reduce((total, { percent }) => total + (hundredthsOf(percent) ?? 0), 0);
  if (sum === 10_000) return '✓ 合计 100%';
  const rest = 10_000 - sum;
  return `! 合计 ${formatHundredths(sum)}%，${rest > 0 ? `还差 ${formatHundredths(rest)}%` : `多了 ${formatHundredths(-rest)}%`}`;
}
