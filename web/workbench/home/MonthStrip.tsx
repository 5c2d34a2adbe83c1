import { Link } from '@tanstack/react-router';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import './home.css';
import { type MonthStep, monthSteps } from './monthSteps.ts';
import { useLastMonth } from './useLastMonth.ts';

/** Last month on its way to the printed 通报; nothing where it has no scheme or is not this person's to see. */
export function MonthStrip({ today }: { today: CountyDate }) {
  const data = useLastMonth(today);
  if (!data) return null;
  const { month } = data;
  return (
    <section className="card strip" aria-labelledby="month">
      <h2 id="month">
        <Link to="/assessment" search={{ month }}>
          {Number(month.slice(5))}月考评
        </Link>
        <small>{data.scheme.name}</small>
      </h2>
      <ol>
        {monthSteps(data, today).map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </ol>
    </section>
  );
}

const marks = { done: '✓', now: '◔', ahead: '○' };
const said = { done: '已完成', now: '正在办', ahead: '还没到' };

const Step = ({ step: { name, state, day, words } }: { step: MonthStep }) => (
  <li className={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
    <b>
      <i aria-hidden="true">{marks[state]}</i>
      <span className="sr">{said[state]}：</span>
      {name}
      {day && <time>{day}</time>}
    </b>
    <p>{words}</p>
  </li>
);
