import type { Duty } from '../../../server/notice/reading.ts';
import { dutyPeriods, type PlannedDuty } from '../../../server/plan/plan.ts';
import { Scroll } from '../Scroll.tsx';
import type { PlanNow } from './planNow.ts';

type Told = Pick<Duty, 'what' | 'count' | 'per' | 'each' | 'clause' | 'line'> & { who: string | null };
type Shown = Told & ({ due: Duty['due'] } | Pick<PlannedDuty, 'id' | 'fromOn' | 'toOn' | 'dueText'>);
type Former = PlanNow['formerDuties'][number];

const owners = { unit: '各责任单位', county: '全县', outlet: '各媒体' } as const;

const often = ({ per, count }: Pick<Told, 'per' | 'count'>) =>
  per === null ? (count === null ? '—' : `${count}`) : `${dutyPeriods[per]}${count === null ? '' : ` ${count}`}`;
const dueOf = (duty: Shown) => {
  const { toOn, fromOn, text } =
    'due' in duty
      ? { toOn: duty.due?.to ?? null, fromOn: duty.due?.from ?? null, text: duty.due?.text }
      : { ...duty, text: duty.dueText };
  return toOn ? `${toOn}前` : fromOn ? `${fromOn}起` : (text ?? '—');
};

type Props = { duties: readonly Shown[]; former?: readonly Former[] };
export const DutyTable = ({ duties, former = [] }: Props) => (
  <Scroll label="职责">
    <table>
      <thead>
        <tr>
          <th>职责</th>
          <th>谁</th>
          <th>多少</th>
          <th>期限</th>
          <th>条款</th>
          <th className="n">来文行</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a notice may say the same duty twice
          <tr key={place}>
            <td>
              {duty.what}
              {'id' in duty && <History of={before(duty.id, former)} />}
            </td>
            <td>{duty.who ?? owners[duty.each]}</td>
            <td className="day">{often(duty)}</td>
            <td className="day">{dueOf(duty)}</td>
            <td className="day">{duty.clause ?? '—'}</td>
            <td className="n">{'id' in duty ? duty.line : <a href={`#line-${duty.line}`}>{duty.line}</a>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

/** What the duty was before, the latest first. */
function before(id: string, former: readonly Former[]): Former[] {
  const last = former.find(({ nextId }) => nextId === id);
  return last ? [last, ...before(last.id, former)] : [];
}

const History = ({ of }: { of: readonly Former[] }) =>
  of.length > 0 && (
    <details>
      <summary>改过 {of.length} 次</summary>
      <ul className="former">
        {of.map((old) => (
          <li key={old.id}>
            第 {old.fromVersion === old.toVersion ? old.toVersion : `${old.fromVersion}—${old.toVersion}`} 版：
            {old.who ?? owners[old.each]}，{often(old)}
            {old.dueText && `，${dueOf(old)}`}，“{old.what}”；由《{old.changedBy}》{old.changedOn && `（${old.changedOn}）`}改
          </li>
        ))}
      </ul>
    </details>
  );
