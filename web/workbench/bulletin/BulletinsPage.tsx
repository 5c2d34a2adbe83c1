import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { disclosures } from '../../../server/bulletin/bulletin.ts';
import { monthInWords } from '../../../server/bulletin/words.ts';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { Waiting } from '../Said.tsx';
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
          <ListTable label="各月通报" columns={columns} rows={bulletins} keyOf={({ month }) => month} />
        ) : (
          <p className="empty">
            印发的通报在这里。专班办公室采用考核细则以后，每个月先在这里看预览，锁定以后编文号、印发、公开。
          </p>
        )}
      </section>
    </main>
  );
}

const columns: readonly Column<Listed>[] = [
  {
    head: '月份',
    cell: ({ month }) => (
      <Link to="/bulletins/$month" params={{ month }}>
        {monthInWords(month)}
      </Link>
    ),
  },
  {
    head: '状态',
    cell: (bulletin) => {
      const { words, tone } = standingOf(bulletin);
      return <span className={`tag ${tone}`}>{words}</span>;
    },
  },
  { head: '文号', cell: ({ number }) => number ?? '—' },
  { head: '成文日期', className: 'day', cell: ({ issuedOn }) => issuedOn ?? '—' },
  { head: '公开属性', cell: ({ disclosure }) => disclosures[disclosure] },
  {
    head: '文件',
    className: 'files',
    cell: ({ month }) => (
      <>
        <a href={fileOf(month, 'pdf')}>PDF</a> <a href={fileOf(month, 'docx')}>docx</a> <a href={fileOf(month, 'xlsx')}>xlsx</a>
      </>
    ),
  },
];
