import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { monthInWords } from '../../../server/bulletin/words.ts';
import '../../../server/render/paper.css';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { whoIAm } from '../whoIAm.ts';
import './bulletin.css';
import { bulletinOf, fileOf, fontsOf, type Shown, standingOf } from './bulletins.ts';
import { Disclosing } from './Disclosing.tsx';
import { Texts } from './Texts.tsx';

export const bulletinRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/bulletins/$month',
  component: BulletinPage,
});

function BulletinPage() {
  const { month } = bulletinRoute.useParams();
  const { data, error } = useQuery(bulletinOf(month));
  const me = useQuery(whoIAm).data;
  if (!data || !me) return <Waiting error={error} />;
  const { state, bulletin, html } = data;
  const office = me.person.roles.some((role) => role === 'officeStaff' || role === 'officeLead'); // others only read it
  const { words, tone } = standingOf({ state, ...bulletin });
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{monthInWords(month)}通报</h1>
          <p>
            <span className={`tag ${tone}`}>{words}</span> {bulletin.number}
            {'　'}
            <Link to="/bulletins">各月通报</Link>
            {office && (
              <>
                {'　'}
                <Link to="/namings" search={{ month }}>
                  表扬批评名单
                </Link>
              </>
            )}
          </p>
        </div>
        <div className="acts">
          <a className="btn" href={fileOf(month, 'docx')} download>
            下载 docx
          </a>
          <a className="btn" href={fileOf(month, 'xlsx')} download>
            下载 xlsx
          </a>
          <a className="btn main" href={fileOf(month, 'pdf')} target="_blank" rel="noreferrer">
            {state === 'open' ? '打开 PDF 预览' : '下载 PDF'}
          </a>
        </div>
      </div>
      <div className="printing">
        <section aria-label="通报全文">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own renderer, which escapes every text */}
          <div dangerouslySetInnerHTML={{ __html: html }} />
        </section>
        <aside className="stack" aria-label="起草和印发">
          <Missing month={month} version={bulletin.version} />
          {state === 'open' && <ToDo toDo={data.toDo} month={month} />}
          {office && <Texts key={`${month} ${bulletin.version}`} shown={data} month={month} />}
          {state === 'locked' && office && <Disclosing key={bulletin.version} shown={data} month={month} />}
          <Digest {...data} />
        </aside>
      </div>
    </main>
  );
}

/** Characters that no font of ours has would be printed as empty boxes. */
function Missing({ month, version }: { month: string; version: number }) {
  const { data } = useQuery(fontsOf(month, version));
  if (!data || data.missing.length === 0) return null;
  return (
    <p className="said" role="alert">
      ! 自带的字体没有“{data.missing.join('”“')}”，PDF 里会印成空框；请在 docx 里用本机的字体印，或换一个字。
    </p>
  );
}

const ToDo = ({ toDo, month }: Pick<Shown, 'toDo'> & { month: string }) => (
  <section className="card">
    <header>
      <h2>还是预览</h2>
      <Link className="more" to={`/assessment/${month}` as '/'}>
        去考评
      </Link>
    </header>
    {toDo.length > 0 ? (
      <ul className="to-do">
        {toDo.map(({ words, blocking, to }) => (
          <li key={words}>
            <span className={blocking ? 'tag bad' : 'tag'}>{blocking ? '! 锁定前要办' : '◔ 看一看'}</span>{' '}
            {to ? <Link to={to as '/'}>{words}</Link> : words}
          </li>
        ))}
      </ul>
    ) : (
      <p className="about">锁定前的检查都过了，由专班分管领导锁定。</p>
    )}
    <p className="about cap">锁定以前数字还会变；每一页都印“预览”，不编文号。</p>
  </section>
);

const Digest = ({ head, state }: Pick<Shown, 'head' | 'state'>) => (
  <section className="card">
    <header>
      <h2>{state === 'open' ? '此刻的数据摘要' : '锁定的数据摘要'}</h2>
    </header>
    <p className="about">
      <code className="hex">{head}</code>
    </p>
    <p className="about cap">
      印在通报的最后；拿到导出文件的人用<a href="/verify.html">核对页面</a>和它，可以重算全部得分。
    </p>
  </section>
);
