import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { monthOf } from '../../../server/assessment/months.ts';
import { type AccountNow, accountNow } from '../assessment/monthNow.ts';
import { minus, nextWords, settledOf, waitingOf } from '../assessment/places.ts';

/** The month that runs, for a unit: its own account as it stands today. */
export function ThisMonth({ today, unitId }: { today: string; unitId: string | null }) {
  const month = monthOf(today);
  const { data: own } = useQuery({ ...accountNow(month, unitId ?? ''), enabled: unitId !== null, retry: false });
  const words = own ? ownWords(own) : [];
  if (words.length === 0) return null;
  return (
    <p className="this-month">
      <Link to="/assessment" search={{ month }}>
        {Number(month.slice(5))}月本单位
      </Link>
      {words.map(({ tone, text }) => (
        <span key={text} className={tone}>
          {text}
        </span>
      ))}
    </p>
  );
}

type Said = { tone?: string; text: string };

/** What stands, what is pending, what is missing until the month's end, and where that puts it for now. */
function ownWords({ scheme, running, row, waiting, pending, next }: AccountNow): Said[] {
  if (scheme?.mode !== 'score' || !running) return [];
  const still = waitingOf(row);
  const pended = pending.reduce((sum, { facts }) => sum + facts.length, 0);
  return [
    { text: `已得 ${minus(settledOf(row))} 分${still === '0.00' ? '' : `（未到期 ${minus(still)} 另计）`}` },
    ...(row.rank === null ? [] : [{ text: `暂列第 ${row.rank} 名${next ? `，${nextWords(next)}` : ''}` }]),
    ...(pended > 0 ? [{ tone: 'still', text: `◔ ${pended} 条待核` }] : []),
    ...waiting
      .filter(({ points, effect }) => effect === null || points.startsWith('-'))
      .map(({ words }) => ({ tone: 'still', text: `◔ ${words}` })),
  ];
}
