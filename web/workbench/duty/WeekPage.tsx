import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { addDays } from '../../../server/assessment/months.ts';
import { tierWords } from '../../../server/channel/channel.ts';
import { daysOf, spanWords, type Week } from '../../../server/duty/week.ts';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import './duty.css';

export const weekRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/week',
  validateSearch: z.object({ day: CountyDate.optional().catch(undefined) }),
  component: WeekPage,
});

const weekIn = (day: string | undefined) =>
  queryOptions({
    queryKey: ['week', day ?? ''],
    queryFn: async () => (await api.week.$get({ query: day ? { day } : {} })).json(),
    placeholderData: keepPreviousData,
  });

function WeekPage() {
  const { day } = weekRoute.useSearch();
  const { data, error } = useQuery(weekIn(day));
  if (!data) return <Waiting error={error} />;
  const week = data as Week;
  return (
    <main className="page week">
      <div className="head">
        <div>
          <h1>本周一页纸：{spanWords(week)}</h1>
          <p>
            {week.county}重点民生实事宣传。数字按 {week.today} 的台账算，点数字看依据；内部使用。
          </p>
        </div>
        <div className="acts no-print">
          <Other day={addDays(week.from, -7)} label="上一周" />
          {addDays(week.to, 1) <= week.today && <Other day={addDays(week.from, 7)} label="下一周" />}
          <a className="btn" href={`/api/week/file.docx?day=${week.from}`}>
            下载 docx
          </a>
          <a className="btn" href={`/api/week/file.pdf?day=${week.from}`} target="_blank" rel="noreferrer">
            下载 PDF
          </a>
          <button type="button" className="btn main" onClick={() => print()}>
            打印
          </button>
        </div>
      </div>
      <Said error={error} />
      <Figures week={week} />
      <div className="week-parts">
        <Campaigns week={week} />
        <Waits week={week} />
      </div>
      <Published week={week} />
    </main>
  );
}

const Other = ({ day, label }: { day: string; label: string }) => (
  <Link className="btn small" from="/week" to="." search={{ day: CountyDate.parse(day) }}>
    {label}
  </Link>
);

const Figures = ({ week: { figures } }: { week: Week }) => (
  <dl className="week-figures">
    {figures.map(({ label, value, source, place }) => (
      <div key={label} className="card">
        <dt>{label}</dt>
        <dd>
          <Link to={place.to} search={place.search}>
            {value}
          </Link>
          <small>{source}</small>
        </dd>
      </div>
    ))}
  </dl>
);

const Campaigns = ({ week: { campaigns } }: { week: Week }) => (
  <section className="card">
    <header>
      <h2>本周宣传</h2>
    </header>
    {campaigns.length === 0 && <p className="empty">本周没有集中宣传。</p>}
    <ul className="told">
      {campaigns.map(({ id, no, theme, units, ...window }) => (
        <li key={id}>
          <b>
            第 {no} 场 {theme}
          </b>
          　{daysOf(window)}　{units.map(({ name }) => name).join('、')}
        </li>
      ))}
    </ul>
  </section>
);

const Waits = ({ week: { waiting, owing } }: { week: Week }) => (
  <section className="card">
    <header>
      <h2>等什么、谁欠着</h2>
    </header>
    <ul className="told">
      {waiting.map(({ words, count, place }) => (
        <li key={words}>
          ◔ {words}{' '}
          <Link to={place.to} search={place.search}>
            {count} 件
          </Link>
        </li>
      ))}
      {owing.map(({ id, unit, words }) => (
        <li key={id}>
          <b className="owes">! {unit}</b>　{words}
        </li>
      ))}
      {waiting.length + owing.length === 0 && <li>✓ 没有积着的，也没有欠着的。</li>}
    </ul>
  </section>
);

const Published = ({ week: { published } }: { week: Week }) => (
  <section className="card">
    <header>
      <h2>见了什么：{published.length} 条</h2>
    </header>
    {published.length === 0 && <p className="empty">本周还没有刊发；单位认领以后列在这里。</p>}
    {published.length > 0 && (
      <Scroll label="本周刊发">
        <table className="listed">
          <thead>
            <tr>
              {['题目', '媒体', '层级', '日期', '单位'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {published.map(({ id, title, outlet, tier, day, unit, verified }) => (
              <tr key={id}>
                <td>
                  <Link to="/claims/$claimId" params={{ claimId: id }}>
                    {title}
                  </Link>
                </td>
                <td>{outlet}</td>
                <td>
                  {tierWords(tier)}
                  {!verified && '，◔ 待核'}
                </td>
                <td>{day.slice(5)}</td>
                <td>{unit}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    )}
  </section>
);
