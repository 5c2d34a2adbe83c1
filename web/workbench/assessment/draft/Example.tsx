import { useQuery } from '@tanstack/react-query';
import { memo, useMemo, useState } from 'react';
import { effects } from '../../../../server/assessment/clauses/rule.ts';
import type { DraftBody, LooseClause } from '../../../../server/assessment/draft.ts';
import { linesOf, sampleFacts, samplesOf } from '../../../../server/assessment/example.ts';
import type { MonthExport } from '../../../../server/assessment/export.ts';
import type { Line } from '../../../../server/assessment/scoring.ts';
import { Said } from '../../Said.tsx';
import { monthAtHand, months } from '../monthNow.ts';
import { minus } from '../places.ts';

type Props = { body: DraftBody; clause: LooseClause };

/** What the clause comes to, computed in this page by the very rules of the server: on a sample, or on a unit's real month. */
export const Example = memo(function Example({ body, clause }: Props) {
  const [real, setReal] = useState(false);
  return (
    <section className="example" aria-label="算给您看">
      <h4>
        算给您看
        <label>
          <input type="checkbox" checked={real} onChange={({ target }) => setReal(target.checked)} /> 用一个月的真实记录
        </label>
      </h4>
      {real ? <Real body={body} clause={clause} /> : <Sampled body={body} clause={clause} />}
    </section>
  );
});

function Sampled({ body, clause }: Props) {
  const [counts, setCounts] = useState<Record<string, number>>({});
  const samples = samplesOf(clause).map((each) => ({ ...each, count: counts[each.label] ?? each.count }));
  const given = sampleFacts(body, clause, samples);
  const lines = linesOf(body, clause, given, given.units[0]?.id ?? '');
  return (
    <>
      <p className="opt">
        假如一个单位{samples.length === 0 && '什么也没有'}
        {samples.map(({ label, count }) => (
          <label key={label}>
            {label}
            <input
              type="number"
              min={0}
              max={200}
              value={count}
              onChange={({ target }) =>
                setCounts((before) => ({ ...before, [label]: Math.max(0, Math.min(200, Number(target.value))) }))
              }
            />
            条
          </label>
        ))}
      </p>
      <Lines lines={lines} />
    </>
  );
}

function Real({ body, clause }: Props) {
  const all = useQuery(months).data;
  const [month, setMonth] = useState('');
  const [unit, setUnit] = useState('');
  const asked = month || (all ? monthAtHand(all) : '');
  const { data, error } = useQuery({
    queryKey: ['month', asked, 'export'],
    queryFn: async (): Promise<MonthExport> => {
      const reply = await fetch(`/api/months/${asked}/export.json`);
      if (!reply.ok) throw new Error((await reply.json()).message);
      return reply.json();
    },
    enabled: asked !== '',
  });
  const chosen = unit || data?.table[0]?.unit || '';
  const lines = useMemo(() => (data ? linesOf(body, clause, data as never, chosen) : []), [body, clause, data, chosen]);
  return (
    <>
      <p className="opt">
        <label>
          月份 <input type="month" value={asked} onChange={({ target }) => setMonth(target.value)} />
        </label>
        <label>
          单位{' '}
          <select value={chosen} onChange={({ target }) => setUnit(target.value)}>
            {data?.table.map((row) => (
              <option key={row.unit} value={row.unit}>
                {data.units.find(({ id }) => id === row.unit)?.name ?? row.unit}
              </option>
            ))}
          </select>
        </label>
      </p>
      <Said error={error} />
      {data && <Lines lines={lines} />}
    </>
  );
}

function Lines({ lines }: { lines: readonly Line[] | string }) {
  if (typeof lines === 'string') return <p className="cap">{lines}</p>;
  if (lines.length === 0) return <p role="status">这一条不给分，也不扣分。</p>;
  return (
    <div role="status">
      <ul>
        {lines.map(({ effect, arithmetic }) => (
          <li key={effect}>
            {effects[effect]}：{minus(arithmetic)}
          </li>
        ))}
      </ul>
    </div>
  );
}
