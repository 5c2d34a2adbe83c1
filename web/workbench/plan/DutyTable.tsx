import type { Duty } from '../../../server/notice/reading.ts';
import { dutyPeriods } from '../../../server/plan/plan.ts';
import { Scroll } from '../Scroll.tsx';

type Shown = Pick<Duty, 'what' | 'count' | 'per' | 'each' | 'clause' | 'line'> & { who: string | null };

const owners = { unit: '各责任单位', county: '全县', outlet: '各媒体' } as const;

const often = ({ per, count }: Shown) => (per === null ? '—' : `${dutyPeriods[per]}${count === null ? '' : ` ${count}`}`);

export const DutyTable = ({ duties }: { duties: readonly Shown[] }) => (
  <Scroll label="职责">
    <table>
      <thead>
        <tr>
          <th>职责</th>
          <th>谁</th>
          <th>多少</th>
          <th>条款</th>
          <th className="n">来文行</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a notice may say the same duty twice
          <tr key={place}>
            <td>{duty.what}</td>
            <td>{duty.who ?? owners[duty.each]}</td>
            <td className="day">{often(duty)}</td>
            <td className="day">{duty.clause ?? '—'}</td>
            <td className="n">
              <a href={`#line-${duty.line}`}>{duty.line}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
