import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import type { ProjectRank } from '../../../server/plan/plan.ts';
import { span, stateOf, states } from '../../../server/portal/words.ts';
import { api } from '../../ui/api.ts';
import { Export } from '../Export.tsx';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import { DutyTable } from './DutyTable.tsx';
import { Gantt } from './Gantt.tsx';
import { type PlanNow, planNow } from './planNow.ts';
import './plan.css';

export const planRoute = createRoute({ getParentRoute: () => shellRoute, path: '/plan', component: PlanPage });

function PlanPage() {
  const { data, error } = useQuery(planNow);
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return <Waiting error={error} />;
  const { plan, campaigns, projects, duties, formerDuties, amendments } = data;
  const standing = campaigns.filter(({ cancelledOn }) => cancelledOn === null);
  const today = me.day as CountyDate;
  const over = campaigns.filter((campaign) => stateOf(campaign, today) === 'over').length;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{plan ? `${plan.year} 年方案：${standing.length} 场宣传，已办 ${over} 场` : '还没有方案'}</h1>
          <p>
            {plan
              ? `${plan.title}${plan.issuedOn ? `　印发 ${plan.issuedOn}` : ''}`
              : '把上级或本县的通知读进来，核对以后建立方案。'}
          </p>
          {amendments.map(({ id, title, issuedOn }) => (
            <p key={id}>
              已按补充来文改过：{title}
              {issuedOn && `　印发 ${issuedOn}`}
            </p>
          ))}
        </div>
        <div className="acts">
          {data.may.create ? (
            <span className="why">{data.may.create}</span>
          ) : (
            <Link className="btn main" to="/plan/new">
              {plan ? '读入另一份通知' : '读入通知'}
            </Link>
          )}
        </div>
      </div>
      {plan && (
        <div className="stack">
          <section className="card" id="schedule">
            <header>
              <h2>日程</h2>
              <span className="more">
                <Export to="/api/campaigns.xlsx" />
              </span>
            </header>
            <Scroll label="日程图">
              <Gantt campaigns={campaigns} today={today} />
            </Scroll>
            <Campaigns campaigns={campaigns} today={today} />
          </section>
          <Projects projects={projects} whyNot={data.may.rank} />
          <section className="card">
            <header>
              <h2>职责：{duties.length} 项</h2>
              <span className="more">
                <Export to="/api/duties.xlsx" />
              </span>
            </header>
            <DutyTable duties={duties} former={formerDuties} />
          </section>
        </div>
      )}
    </main>
  );
}

const Campaigns = ({ campaigns, today }: { campaigns: PlanNow['campaigns']; today: CountyDate }) => (
  <Scroll label="各场宣传">
    <table>
      <thead>
        <tr>
          <th>场次</th>
          <th>主题</th>
          <th>责任单位</th>
          <th>项目</th>
          <th>时间</th>
          <th className="n">工作日</th>
          <th>状态</th>
        </tr>
      </thead>
      <tbody>
        {campaigns.map((campaign) => {
          const { mark, word, tone } = states[stateOf(campaign, today)];
          return (
            <tr key={campaign.id} className={campaign.cancelledOn ? 'cancelled' : undefined}>
              <td>{campaign.no}</td>
              <td>{campaign.theme}</td>
              <td>{campaign.units.map(({ name }) => name).join('、')}</td>
              <td>{campaign.projects.join('；') || '—'}</td>
              <td>{span(campaign)}</td>
              <td className="n">{campaign.workdays ?? '—'}</td>
              <td>
                <span className={`tag ${tone}`}>
                  {mark} {word}
                </span>
                {campaign.cancelReason && (
                  <small className="cap">
                    {' '}
                    {campaign.cancelledOn}：{campaign.cancelReason}
                  </small>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </Scroll>
);

function Projects({ projects, whyNot }: { projects: PlanNow['projects']; whyNot: string | null }) {
  const client = useQueryClient();
  type Ranking = Pick<PlanNow['projects'][number], 'id' | 'version'> & { rank: ProjectRank | null };
  const rank = useWrite(
    ({ id, ...json }: Ranking, once) => api.projects[':id'].rank.$post({ param: { id }, json }, once),
    () => client.invalidateQueries({ queryKey: ['plan'] }),
  );
  return (
    <section className="card" id="projects">
      <header>
        <h2>项目：{projects.length} 个</h2>
        <span className="cap">{whyNot ?? '省级“重点宣传”，市级“全面宣传”，通知里没有写，由您定。'}</span>
        <Export to="/api/projects.xlsx" />
      </header>
      <Said error={rank.error} />
      <Scroll label="项目">
        <table>
          <thead>
            <tr>
              <th>项目</th>
              <th>主题</th>
              <th>级别</th>
            </tr>
          </thead>
          <tbody>
            {projects.map(({ id, name, theme, version, ...project }) => (
              <tr key={id}>
                <td>
                  <Link to="/projects/$projectId" params={{ projectId: id }}>
                    {name}
                  </Link>
                </td>
                <td>{theme ?? '—'}</td>
                <td>
                  <select
                    aria-label={`${name}的级别`}
                    disabled={whyNot !== null}
                    value={project.rank ?? ''}
                    onChange={({ target }) => rank.mutate({ id, version, rank: (target.value || null) as ProjectRank | null })}
                  >
                    <option value="">待定</option>
                    <option value="provincial">省级</option>
                    <option value="municipal">市级</option>
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
