import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { months } from './monthNow.ts';
import { monthName } from './places.ts';

export function Months({ month }: { month: string }) {
  const { data } = useQuery(months);
  const navigate = useNavigate({ from: '/assessment' });
  return (
    <select
      className="wanted"
      aria-label="看哪个月"
      value={month}
      onChange={({ target }) => navigate({ search: (before) => ({ ...before, month: target.value }) })}
    >
      {data?.months.map((each) => (
        <option key={each.month} value={each.month}>
          {monthName(each.month)} {each.state === 'locked' ? '✓ 已锁定' : '预览'}
        </option>
      ))}
    </select>
  );
}
