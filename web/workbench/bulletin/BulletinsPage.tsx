import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { disclosures } from '../../../server/bulletin/bulletin.ts';
import { monthInWords } from '../../../server/bulletin/words.ts';
import { Export } from '../Export.tsx';
import { Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { allBulletins, fileOf, type Listed, standingOf } from './bulletins.ts';
import './bulletin.css';

export const bulletinsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/bulletins', component: BulletinsPage });

function BulletinsPage() {
  const { data, error } = useQuery(allBulletins);
  if (!data) return <Waiting error={error} />;
  const { bulletins } = data;
  const open = bulletins.filter(({ disclosure }) => disclosure === 'public').length;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{bulletins.length > 0 ? `通报：${bulletins.length} 个月，已公开 ${open} 期` : '还没有通报'}</h1>
          <p>锁定以前是预览；锁定以后照登记簿编文号；公开由分管领导审查以后定。</p>
        </div>
      </div>
      <section className="card">
        <header>
          <h2>各月</h2>
          <Export to="/api/bulletins.xlsx" />
        </header>
        {bulletins.length > 0 ? (
          <Months bulletins={bulletins} />
        ) : (
          <p className="empty">
            印发的通报在这里。专班办公室采用考核细则以后，每个月先在这里看预览，锁定以后编文号、印发、公开。
          </p>
        )}
      </section>
    </main>
  );
}

const Months = ({ bulletins }: { bulletins: readonly Listed[] }) => (
  <Scroll label="各月通报">
    <table>
      <thead>
        <tr>
          <th scope="col">月份</th>
          <th scope="col">状态</th>
          <th scope="col">文号</th>
          <th scope="col">成文日期</th>
          <th scope="col">公开属性</th>
          <th scope="col">文件</th>
        </tr>
      </thead>
      <tbody data-queue>
        {bulletins.map((bulletin) => (
          <Month key={bulletin.month} {...bulletin} />
        ))}
      </tbody>
    </table>
  </Scroll>
);

function Month({ month, number, issuedOn, ...rest }: Listed) {
  const { words, tone } = standingOf({ number, ...rest });
  return (
    <tr>
      <td>
        <Link to="/bulletins/$month" params={{ month }}>
          {monthInWords(month)}
        </Link>
      </td>
      <td>
        <span className={`tag ${tone}`}>{words}</span>
      </td>
      <td>{number ?? '—'}</td>
      <td className="day">{issuedOn ?? '—'}</td>
      <td>{disclosures[rest.disclosure]}</td>
      <td className="files">
        <a href={fileOf(month, 'pdf')}>PDF</a> <a href={fileOf(month, 'docx')}>docx</a> <a href={fileOf(month, 'xlsx')}>xlsx</a>
      </td>
    </tr>
  );
}
