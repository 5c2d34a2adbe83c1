import type { InferResponseType } from 'hono/client';
import { workingCalendar } from '../../../server/calendar/calendar.ts';
import type { Reading } from '../../../server/notice/reading.ts';
import { answered } from '../../../server/plan/answering.ts';
import { type Difference, differenceOf, isNothing, withDecisions } from '../../../server/plan/difference.ts';
import { openDoubts } from '../../../server/plan/settling.ts';
import type { api } from '../../ui/api.ts';
import type { Unit } from '../identity/lists.ts';
import type { Draft } from './draft.ts';

type Read = InferResponseType<typeof api.readings.$post>;
type Planned = Read['planned'];
export type Weighed = {
  settled: Reading; // as far as it is
  unknown: string[]; // names that the roster does not know
  newUnits: string[];
  aliases: { name: string; unitId: Unit['id']; version: number }[];
  planned: Planned;
  difference: Difference | null; // all of it, whatever the person has decided
  taken: Difference | null; // what of it he takes over
  cancelled: { id: Difference['gone'][number]['id']; reason: string }[];
  open: number;
};

/** The reading as the person has settled it so far: whom it adds, how it differs from the year's plan, how much is open. */
export function weigh(
  { reading, planned, names, calendar }: Read,
  { answers, addAll, cancelled, duties, same }: Draft,
  roster: readonly Unit[],
): Weighed {
  const settled = answered(reading, answers, workingCalendar(calendar));
  const printed = new Set(settled.campaigns.flatMap(({ units }) => units.map(({ name }) => name)));
  const unknown = [...printed].filter((name) => names[name] === undefined);
  const unitOf = (name: string) => roster.find(({ id }) => id === same[name]);
  const nameOf = (name: string) => names[name] ?? unitOf(name)?.name ?? name;
  const difference = planned && differenceOf(planned, settled, nameOf);
  return {
    ...{ settled, unknown, planned, difference, taken: difference && withDecisions(difference, duties) },
    newUnits: unknown.filter((name) => !unitOf(name)),
    aliases: unknown.flatMap((name) => {
      const unit = unitOf(name);
      return unit ? [{ name, unitId: unit.id, version: unit.version }] : [];
    }),
    cancelled: (difference?.gone ?? []).flatMap(({ id }) => ({ id, reason: cancelled[id]?.trim() })).flatMap(ticked),
    open: openDoubts(reading.questions, answers) + (unknown.length > 0 && !addAll ? 1 : 0),
  };
}

const ticked = ({ id, reason }: { id: Difference['gone'][number]['id']; reason: string | undefined }) =>
  reason === undefined ? [] : [{ id, reason }];

/** Why the plan cannot be founded or changed yet; null when it can. */
export function whyNot({ open, taken, cancelled, planned }: Weighed): string | null {
  if (open > 0) return `定完 ${open} 处疑点才能${planned ? '改' : '建立'}`;
  if (cancelled.some(({ reason }) => reason === '')) return '请写取消的理由';
  return taken && isNothing(taken, cancelled.length) ? '和现方案相同，没有要改的' : null;
}
