import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { span, stateOf, states } from '../../../server/portal/words.ts';
import { type PlanNow, planNow } from '../plan/planNow.ts';
import { Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute, whoIAm } from '../Shell.tsx';

export const homeRoute = createRoute({ getParentRoute: () => shellRoute, path: '/', component: HomePage });

const weekday = (day: string) => '日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()];

function HomePage() {
  const { data: me } = useQuery(whoIAm);
  const { data, error } = useQuery(planNow);
  if (!data || !me) return <Waiting error={error} />;
  const today = me.day as CountyDate;
  const on = data.campaigns.filter((campaign) => stateOf(campaign, today) === 'on');
  const unranked = data.projects.filter(({ rank }) => rank === null).length;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {Number(today.slice(5, 7))}月{Number(today.slice(8))}日星期{weekday(today)}：
            {data.plan
              ? on.length > 0
                ? `正在宣传 ${on.map(({ theme }) => theme).join('、')}`
                : '今天没有集中宣传'
              : '还没有方案'}
          </h1>
          <p>{data.plan?.title ?? '把通知粘进来，日程、项目和职责就都有了。'}</p>
        </div>
      </div>
      {data.plan ? <Work data={data} today={today} unranked={unranked} /> : <First whyNot={data.may.create} />}
    </main>
  );
}

const First = ({ whyNot }: { whyNot: string | null }) => (
  <section className="card empty">
    <p>这里会列出等您办的事、正在宣传的场次和未来十天的安排。</p>
    {whyNot ? (
      <p className="why">{whyNot}</p>
    ) : (
      <Link className="btn main" to="/plan/new">
        读入通知，建立方案
      </Link>
    )}
  </section>
);

function Work({ data, today, unranked }: { data: PlanNow; today: CountyDate; unranked: number }) {
  const coming = data.campaigns.filter((campaign) => ['on', 'ahead'].includes(stateOf(campaign, today))).slice(0, 5);
  return (
    <div className="cols2">
      <section className="card">
        <header>
          <h2>等我办的</h2>
        </header>
        {unranked > 0 && data.may.rank === null ? (
          <p className="empty">
            {unranked} 个项目还没有定省级、市级。
            <br />
            <Link className="btn main" to="/plan">
              去定级别
            </Link>
          </p>
        ) : (
          <p className="empty">✓ 眼下没有等您办的事。</p>
        )}
      </section>
      <section className="card">
        <header>
          <h2>正在办和接下来的场次</h2>
          <Link className="more" to="/plan">
            全部日程
          </Link>
        </header>
        <Scroll label="场次">
          <table>
            <tbody>
              {coming.map((campaign) => {
                const { mark, word, tone } = states[stateOf(campaign, today)];
                return (
                  <tr key={campaign.id}>
                    <td>
                      第 {campaign.no} 场　{campaign.theme}
                    </td>
                    <td>{campaign.units.map(({ name }) => name).join('、')}</td>
                    <td>{span(campaign)}</td>
                    <td>
                      <span className={`tag ${tone}`}>
                        {mark} {word}
                      </span>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      </section>
    </div>
  );
}
