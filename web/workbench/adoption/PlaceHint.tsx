import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { undecidedWords } from '../../../server/adoption/adoption.ts';
import { mediaTiers } from '../../../server/channel/channel.ts';
import { monthWords, placeOf } from './claims.ts';

/** Under the outlet while it is typed: known or 待认定, and into which month it falls. */
export function PlaceHint({ outlet, on }: { outlet: string; on: string }) {
  const written = useDeferredValue(outlet);
  const { data } = useQuery(placeOf(written, on));
  if (!data || written.trim() === '' || on === '') return <p className="hint cap">填好载体和日期，这里告诉您按哪一级计。</p>;
  const { tier } = data;
  const late = data.month !== on.slice(0, 7);
  return (
    <p className={`hint cap ${tier === null ? 'wait' : ''}`} role="status">
      {tier === null
        ? `◔ ${data.known ? '' : '媒体名录里没有这个名称。'}${undecidedWords(data.outlet)}`
        : `✓ ${data.outlet}，${mediaTiers[tier]}`}
      {late && `　! ${monthWords(on.slice(0, 7))}已锁定，认定后记入${monthWords(data.month)}。`}
    </p>
  );
}
