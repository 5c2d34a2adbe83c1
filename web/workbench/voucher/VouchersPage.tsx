import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { type VoucherKind, type VoucherState, voucherKinds, voucherStates } from '../../../server/voucher/voucher.ts';
import { monthWords } from '../adoption/claims.ts';
import { Export } from '../Export.tsx';
import { Said, Waiting } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { shellRoute } from '../Shell.tsx';
import { StateTabs } from '../StateTabs.tsx';
import { whoIAm } from '../whoIAm.ts';
import './voucher.css';
import { VoucherTag } from './VoucherTag.tsx';
import { type Listed, type Search, voucherList } from './vouchers.ts';

const keysOf = <K extends string>(words: Record<K, unknown>) => z.enum(Object.keys(words) as [K, ...K[]]);
export const vouchersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vouchers',
  validateSearch: z.object({
    kind: keysOf<VoucherKind>(voucherKinds).optional().catch(undefined),
    state: keysOf<VoucherState>(voucherStates).optional().catch(undefined),
  }),
  component: VouchersPage,
});

function VouchersPage() {
  const search = vouchersRoute.useSearch();
  const filters = Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as Search;
  const { data, error } = useQuery(voucherList(filters));
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return <Waiting error={error} />;
  const office = data.may.enter === null;
  const total = data.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>登记：{headOf(data, office)}</h1>
          <p>
            {office
              ? '批示、差错由一个人凭文件登记，另一个人对着文件确认，确认了才进得分单。'
              : '专班登记的本单位的批示和差错；确认以前不计分，有不对的请告诉专班，锁定以后可以提异议。'}
          </p>
        </div>
        {office && (
          <div className="acts">
            <Link className="btn main" to="/vouchers/new">
              登记一条
            </Link>
          </div>
        )}
      </div>
      <section className="card">
        <header>
          <h2 className="sr">登记表</h2>
          <StateTabs words={voucherStates} counts={data.counts} />
          <Kinds />
          <Export to={`/api/vouchers.xlsx?${new URLSearchParams(filters as Record<string, string>)}`} />
        </header>
        <Said error={error} />
        {data.vouchers.length > 0 ? (
          <VoucherTable vouchers={data.vouchers} office={office} />
        ) : (
          <p className="empty">{emptyWords(total, office)}</p>
        )}
      </section>
    </main>
  );
}

type Data = { counts: readonly { state: VoucherState; count: number }[]; toDecide: number };
const countOf = ({ counts }: Pick<Data, 'counts'>, state: VoucherState) =>
  counts.find((each) => each.state === state)?.count ?? 0;

function headOf(data: Data, office: boolean): string {
  const waits = countOf(data, 'pending') + countOf(data, 'withdrawing');
  if (waits === 0) return '没有等确认的';
  return `${waits} 条等第二个人确认${office && data.toDecide > 0 ? `，其中 ${data.toDecide} 条您能办` : ''}`;
}

const emptyWords = (total: number, office: boolean) =>
  total > 0
    ? '没有这样的登记，换个条件看看。'
    : office
      ? '还没有登记过。收到领导批示，或查实失实、迟报、负面报道，把文件传上来登记一条。'
      : '✓ 专班还没有登记过本单位的批示、差错。';

function Kinds() {
  const { kind } = vouchersRoute.useSearch();
  const navigate = vouchersRoute.useNavigate();
  const set = (chosen: string) =>
    navigate({
      to: '.',
      search: (before) => ({ ...before, kind: (chosen || undefined) as VoucherKind | undefined }),
      replace: true,
    });
  return (
    <select aria-label="按种类看" value={kind ?? ''} onChange={({ target }) => set(target.value)}>
      <option value="">批示和差错</option>
      {(Object.keys(voucherKinds) as VoucherKind[]).map((each) => (
        <option key={each} value={each}>
          {voucherKinds[each]}
        </option>
      ))}
    </select>
  );
}

const VoucherTable = ({ vouchers, office }: { vouchers: readonly Listed[]; office: boolean }) => (
  <Scroll label="登记表">
    <table className="listed">
      <thead>
        <tr>
          {['题目', '状态', ...(office ? ['单位'] : []), '种类', '日期', '记入', '登记'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-queue>
        {vouchers.map((each) => (
          <tr key={each.id}>
            <td>
              <Link to="/vouchers/$voucherId" params={{ voucherId: each.id }}>
                {each.title}
              </Link>
            </td>
            <td>
              <VoucherTag state={each.state} />
            </td>
            {office && <td>{each.unitName}</td>}
            <td>
              {voucherKinds[each.kind]} <span className="cap">{each.grade}</span>
            </td>
            <td className="day">{each.happenedOn.slice(5)}</td>
            <td>
              {each.state === 'refused' || each.state === 'withdrawn' ? '—' : monthWords(each.month)}
              {!each.happenedOn.startsWith(each.month) && <span className="cap">（迟到）</span>}
            </td>
            <td className="day">
              {each.enteredOn.slice(5)} {each.enteredByName}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
