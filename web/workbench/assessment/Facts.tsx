import { Link } from '@tanstack/react-router';
import { mediaTiers } from '../../../server/channel/channel.ts';
import { factKinds, forms, placements } from '../../../server/fact/fact.ts';
import { Evidence } from './Evidence.tsx';
import type { AccountNow, FactSeen } from './monthNow.ts';

/** One that waits has no period yet. */
export type Shown = Pick<FactSeen, 'kind' | 'day' | 'attributes'> & {
  id: string;
  evidence: readonly string[];
  period?: string;
  corrects?: string | null | undefined;
};

export const shownOf = (facts: AccountNow['facts'], ids: readonly string[]): Shown[] =>
  ids.flatMap((id) => {
    const fact = facts[id];
    return fact ? [{ ...fact, id }] : [];
  });

/** What a line counted, each with what proves it. */
export const Facts = ({ facts }: { facts: readonly Shown[] }) => (
  <ul className="facts">
    {facts.map((fact) => (
      <li key={fact.id}>
        <b>{titleOf(fact)}</b>
        <p className="cap">
          {wordsOf(fact).join('　')}
          {fact.period !== undefined && '　'}
          {fact.period !== undefined && (
            <Link to="/receipts/$factId" params={{ factId: fact.id }}>
              回执
            </Link>
          )}
        </p>
        <Evidence files={fact.evidence} label={titleOf(fact)} />
      </li>
    ))}
  </ul>
);

const titleOf = ({ kind, attributes: { title } }: Shown) => (title ? `《${title}》` : factKinds[kind]);

function wordsOf({ kind, day, period, corrects, attributes }: Shown): string[] {
  const { carrier, tier, form, placement, dueOn, deliveredOn } = attributes;
  return [
    `${factKinds[kind]} ${day}`,
    carrier,
    tier === null ? '层级待认定，不计分' : tier && mediaTiers[tier],
    kind === 'adoption' && forms[form ?? 'sole'],
    placement && placement !== 'ordinary' && placements[placement],
    dueOn && `时限 ${dueOn}`,
    kind === 'commission' && (deliveredOn ? `交来 ${deliveredOn}` : '还没有交'),
    corrects && `复核补记，算 ${corrects} 的，更正列在 ${period}`,
    period !== undefined && !corrects && !day.startsWith(period) && `记入 ${period}${day < period ? '（迟到）' : ''}`,
  ].filter((word) => typeof word === 'string');
}
