import { mediaTiers } from '../../../server/channel/channel.ts';
import { factKinds, forms, placements } from '../../../server/fact/fact.ts';
import { Evidence } from './Evidence.tsx';
import type { MonthNow } from './monthNow.ts';

type Fact = MonthNow['facts'][number];

/** What a line counted, each with what proves it. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <ul className="facts">
    {facts.map((fact) => (
      <li key={fact.id}>
        <p>
          <b>{titleOf(fact)}</b>
          {!fact.verified && <span className="tag wait">◔ 待核</span>}
        </p>
        <p className="cap">{wordsOf(fact).join('　')}</p>
        <Evidence files={fact.evidence} label={titleOf(fact)} />
      </li>
    ))}
  </ul>
);

export const titleOf = ({ kind, attributes: { title } }: Fact) => (title ? `《${title}》` : factKinds[kind]);

function wordsOf({ kind, day, period, attributes }: Fact): string[] {
  const { carrier, tier, form, placement, dueOn, deliveredOn } = attributes;
  const adopted = kind === 'adoption';
  return [
    `${factKinds[kind]} ${day}`,
    carrier,
    tier === null ? '层级待认定' : tier && mediaTiers[tier],
    adopted && forms[form ?? 'sole'],
    placement && placement !== 'ordinary' && placements[placement],
    dueOn && `时限 ${dueOn}`,
    kind === 'commission' && (deliveredOn ? `交来 ${deliveredOn}` : '还没有交'),
    !day.startsWith(period) && `记入 ${period}`,
  ].filter((word) => typeof word === 'string');
}
