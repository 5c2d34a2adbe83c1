import type { WorkCalendar } from '../../../server/notice/date/calendar.ts';
import type { Reading } from '../../../server/notice/reading.ts';
import { workdaysIn } from '../../../server/plan/workdays.ts';
import { Scroll } from '../Scroll.tsx';

const windowOf = ({ from, to, days, text, precision }: Reading['campaigns'][number]['window']) =>
  precision === 'day' && (from || to)
    ? `${from?.slice(5) ?? '　'}—${to?.slice(5) ?? ''}${days.length > 0 ? `，其中 ${days.length} 天` : ''}`
    : text;

type Props = { reading: Pick<Reading, 'campaigns' | 'questions'>; calendar: WorkCalendar };
export const Schedule = ({ reading: { campaigns, questions }, calendar }: Props) => (
  <section className="card">
    <header>
      <h2>
        读出的日程：{campaigns.length} 场，{campaigns.filter(({ window }) => window.precision === 'day').length} 场有确定日期
      </h2>
    </header>
    <Scroll label="读出的日程">
      <table>
        <thead>
          <tr>
            <th>场次</th>
            <th>主题</th>
            <th className="n">项目</th>
            <th>责任单位</th>
            <th>时间</th>
            <th className="n">工作日</th>
            <th className="n">来文行</th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map(({ no, theme, projects, units, window, line, windowLine }) => (
            <tr key={`${line}${window.text}`}>
              <td>{no ?? '—'}</td>
              <td>{theme}</td>
              <td className="n">{projects.length || '—'}</td>
              <td>{units.map(({ name }) => name).join('、')}</td>
              <td>
                {windowOf(window)}{' '}
                {questions.map(({ id, line }, place) =>
                  line === windowLine ? (
                    <a key={id} className="tag wait" href={`#doubt-${place + 1}`}>
                      疑点 {place + 1}
                    </a>
                  ) : null,
                )}
              </td>
              <td className="n">{workdaysIn({ ...window, fromOn: window.from, toOn: window.to }, calendar) ?? '—'}</td>
              <td className="n">
                <a href={`#line-${line}`}>{line}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  </section>
);
