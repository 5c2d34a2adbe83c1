import type { InferResponseType } from 'hono/client';
import { type Difference, differenceOf, isNothing } from '../../../server/plan/difference.ts';
import { answered, openDoubts } from '../../../server/plan/settling.ts';
import type { api } from '../../ui/api.ts';
import type { Draft } from './draft.ts';

type Read = InferResponseType<typeof api.readings.$post>;
type Planned = Read['planned'];
export type Weighed = {
  newUnits: string[];
  planned: Planned;
  difference: Difference | null;
  cancelled: { id: Difference['gone'][number]['id']; reason: string }[];
  open: number;
};

/** The reading as the person has settled it so far: whom it adds, how it differs from the year's plan, how much is open. */
export function weigh({ reading, planned, names }: Read, { answers, addAll, cancelled }: Draft): Weighed {
  const settled = answered(reading, answers);
  const printed = new Set(settled.campaigns.flatMap(({ units }) => units.map(({ name }) => name)));
  const newUnits = [...printed].filter((name) => names[name] === undefined);
  const difference = planned && differenceOf(planned, settled, (name) => names[name] ?? name);
  return {
    ...{ newUnits, planned, difference },
    cancelled: (difference?.gone ?? []).flatMap(({ id }) => ({ id, reason: cancelled[id]?.trim() })).flatMap(ticked),
    open: openDoubts(reading.questions, answers) + (newUnits.length > 0 && !addAll ? 1 : 0),
  };
}

const ticked = ({ id, reason }: { id: Difference['gone'][number]['id']; reason: string | undefined }) =>
  reason === undefined ? [] : [{ id, reason }];

/** Why the plan cannot be founded or changed yet; null when it can. */
export function whyNot({ open, difference, cancelled, planned }: Weighed): string | null {
  if (open > 0) return `定完 ${open} 处疑点才能${planned ? '改' : '建立'}`;
  if (cancelled.some(({ reason }) => reason === '')) return '请写取消的理由';
  return difference && isNothing(difference, cancelled.length) ? '和现方案相同，没有要改的' : null;
}
