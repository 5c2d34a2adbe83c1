import { points } from '../kernel/quantity.ts';
import { at, day, flag, id, int, orNull, type RowOf, text } from '../kernel/rows.ts';
import { isJudged, type JudgedTable, type Run } from './shortness.ts';
import type { Thresholds } from './supervision.ts';

export const namingKinds = { commend: '通报表扬', criticise: '通报批评' } as const;
export type NamingKind = keyof typeof namingKinds;
export const namingStates = { proposed: '待确认', confirmed: '已确认', withdrawn: '已撤回' } as const;
export type NamingState = keyof typeof namingStates;

/** 通报表扬、通报批评 of a month, as it was settled. */
export type Naming = RowOf<typeof namingRow>;
export const namingRow = {
  month: text(),
  kind: text<NamingKind>(),
  round: int(),
  state: text<NamingState>(),
  rule: text(),
  proposedBy: id<'person'>(),
  proposedByName: text(),
  proposedOn: day(),
  proposedAt: at(),
  confirmedByName: orNull(text()),
  confirmedOn: orNull(day()),
  reason: text(),
  version: int(),
};
/** `byHand`: put there by a person, not by the rule; `offWhy`: taken off by a person, and why. */
export type NamedUnit = RowOf<typeof namedUnitRow>;
export const namedUnitRow = {
  kind: text<NamingKind>(),
  round: int(),
  unitId: id<'unit'>(),
  place: int(),
  name: text(),
  reason: text(),
  byHand: flag(),
  offWhy: orNull(text()),
};

/** A unit's row of the month; `met`: no line took anything from it for what it owed. */
type Row = { unit: string; name: string; group: string; rank: number | null; total: string; submitted: number; met: boolean };
export type Ground = { table: JudgedTable; rows: readonly Row[]; runs: readonly Run[]; rules: Thresholds };
export type Drawn = { unit: string; name: string; reason: string };

/**
 * Whom the rules would name, with the reason for each; nobody in a month that only counts. Those who share the last place of a
 * commendation are all named; those who share the first of a criticism are named only if all of them have room.
 */
export function drawnBy(kind: NamingKind, ground: Ground): Drawn[] {
  if (ground.table.mode === 'countOnly') return [];
  const own = ground.rows.filter((row) => isJudged(ground.table, row));
  const reasonsOf = kind === 'commend' ? commendation(ground) : criticism(ground, own);
  return own.flatMap((row) => {
    const reasons = reasonsOf(row);
    return reasons.length > 0 ? [{ unit: row.unit, name: row.name, reason: reasons.join('；') }] : [];
  });
}

const isDone = ({ met, submitted }: Row, { table }: Ground) => met && submitted >= (table.quota ?? 0);

const commendation = (ground: Ground) => (row: Row) => {
  const { group, rank, total, submitted } = row;
  const first = rank !== null && rank <= ground.rules.top && points(total) > 0;
  return first && isDone(row, ground) ? [`${group}第${rank}名，${total}分，报送${submitted}篇，任务都完成`] : [];
};

function criticism(ground: Ground, own: readonly Row[]) {
  const { rules, runs } = ground;
  return (row: Row): string[] => {
    const { unit, group, rank, total, submitted } = row;
    const run = runs.find((each) => each.unit === unit)?.months.length ?? 0;
    return [
      rules.listZero && submitted === 0 ? '当月零报送' : '',
      rules.run > 0 && run >= rules.run ? `连续${run}个月报送没有达到任务数` : '',
      isLast(row, own, rules) && !isDone(row, ground)
        ? `${group}第${rank}名，在末${rules.bottom}名里，${total}分，有任务没有完成`
        : '',
    ].filter(Boolean);
  };
}

/** With its equals and all behind it in no more places than the rule names; never where first and last would meet. */
function isLast({ group, rank }: Row, own: readonly Row[], { top, bottom }: Thresholds): boolean {
  const rivals = own.filter((each) => each.group === group && each.rank !== null);
  if (rank === null || rivals.length <= top + bottom) return false;
  return rivals.filter((each) => (each.rank ?? 0) >= rank).length <= bottom;
}

/** The rule in words, kept with the list. */
export function ruleWords(kind: NamingKind, { top, bottom, run, listZero }: Thresholds, countOnly: boolean): string {
  if (countOnly) return '本月只统计不排名，不按规则列名单；列出的由人提出并写明理由。';
  if (kind === 'commend') {
    return top > 0 ? `各组前${top}名中任务都完成的；名次并列的都列，任务没有完成的不列也不递补。` : '不按名次列表扬名单。';
  }
  const said = [
    listZero ? '当月零报送的' : '',
    run > 0 ? `连续${run}个月没有达到任务数的` : '',
    bottom > 0 ? `各组末${bottom}名中有任务没有完成的（并列的放不下就都不列）` : '',
  ].filter(Boolean);
  return said.length > 0 ? `${said.join('，')}；豁免的不列。` : '不按规则列批评名单。';
}

/** As a paper prints it. */
export type NamedList = { kind: NamingKind; rule: string; units: readonly { name: string; reason: string }[] };
