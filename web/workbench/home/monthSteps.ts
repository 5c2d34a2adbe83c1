import { lastDay } from '../../../server/assessment/months.ts';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { happenedOn } from '../happenedOn.ts';

type Month = {
  month: string;
  state: 'open' | 'locked';
  lockedAt: string | null;
  table: readonly { submitted: number; adoptions: number; rank: number | null; lines: readonly unknown[] | null }[];
  pending: readonly { facts: readonly unknown[] }[];
  facts: Readonly<Record<string, Fact>>;
  checks: readonly { words: string; blocking: boolean }[];
  paper?: Paper | undefined;
};
type Fact = {
  kind: string;
  period: string;
  cancels: string | null;
  replaces: string | null;
  attributes: { tier?: string | null | undefined };
};
type Paper = { number: string | null; issuedOn: string | null };
export type MonthStep = { name: string; state: 'done' | 'now' | 'ahead'; day: string; words: string };

/**
 * How far a month is on its way to the printed 通报: each step follows from what is recorded, no day is made up. Who sees only
 * his own unit's lines knows of no other's pending, so he is told of his own alone.
 */
export function monthSteps(data: Month, today: CountyDate): MonthStep[] {
  const ended = today > lastDay(data.month);
  const waits = data.pending.reduce((sum, { facts }) => sum + facts.length, 0);
  const limited = data.table.some(({ lines }) => lines === null);
  const locked = data.state === 'locked';
  const verified = locked || (ended && waits === 0 && !limited);
  return [
    { name: '报送截止', state: ended ? 'done' : 'now', day: lastDay(data.month).slice(5), words: submittedWords(data) },
    {
      name: '佐证核验',
      state: verified ? 'done' : ended ? 'now' : 'ahead',
      day: '',
      words: `${doneWords(data)}${leftWords(locked ? 0 : waits, limited)}`,
    },
    {
      name: '锁定',
      state: locked ? 'done' : verified ? 'now' : 'ahead',
      day: data.lockedAt ? happenedOn(data.lockedAt, today).slice(5) : '',
      words: limited && !locked ? '核完以后由专班锁定' : lockWords(data, waits),
    },
    printed(data),
  ];
}

function printed({ state, paper }: Month): MonthStep {
  const name = '印发通报';
  if (paper?.number) return { name, state: 'done', day: paper.issuedOn?.slice(5) ?? '', words: paper.number };
  const locked = state === 'locked';
  return { name, state: locked ? 'now' : 'ahead', day: '', words: locked ? '可以编文号、印发' : '锁定以后编文号、印发' };
}

function submittedWords({ table }: Month): string {
  const ranked = table.filter(({ rank }) => rank !== null);
  const listed = ranked.length > 0 ? ranked : table;
  const sent = listed.filter(({ submitted }) => submitted > 0);
  const articles = sent.reduce((sum, { submitted }) => sum + submitted, 0);
  return `${sent.length} 个单位 ${articles} 篇，${listed.length - sent.length} 个零报送`;
}

/** What counts; and, where there is some, what was accepted and does not, because nobody has decided its outlet's tier. */
function doneWords({ month, table, facts }: Month): string {
  const undone = new Set(Object.values(facts).map(({ cancels, replaces }) => cancels ?? replaces));
  const undecided = Object.entries(facts).filter(
    ([id, { kind, period, cancels, attributes }]) =>
      kind === 'adoption' && period === month && cancels === null && attributes.tier === null && !undone.has(id),
  ).length;
  const counted = `计入 ${table.reduce((sum, { adoptions }) => sum + adoptions, 0)} 条次，`;
  return undecided > 0 ? `${counted}另有 ${undecided} 条媒体待认定、先不计，` : counted;
}
const leftWords = (waits: number, limited: boolean) =>
  `${limited ? '本单位' : ''}${waits > 0 ? `还剩 ${waits} 条` : '没有待核的'}`;

function lockWords({ state, checks }: Month, waits: number): string {
  if (state === 'locked') return '细则、得分单和总表都已定格';
  if (waits > 0) return `核完 ${waits} 条以后可以锁定`;
  return checks.find(({ blocking }) => blocking)?.words ?? '可以锁定了';
}
