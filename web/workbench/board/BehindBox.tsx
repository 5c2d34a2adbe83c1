import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { tierWords } from '../../../server/channel/channel.ts';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { Box } from '../Box.tsx';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { Said } from '../Said.tsx';
import { type Asked, behind } from './coverage.ts';
import type { RowsAsked } from './rowsAsked.ts';

/** What a figure counts, one by one; each leads to the claim or the article. */
export function BehindBox({ asked: { what, ...asked }, close }: { asked: RowsAsked; close: () => void }) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Asked & {
    from: CountyDate;
  };
  const { data, error } = useQuery(behind(query));
  const sheet = new URLSearchParams(query as Record<string, string>);
  return (
    <Box label={what} close={close}>
      <section className="behind">
        <header>
          <h2>
            {what}
            {data && `：${data.rows.length} 条`}
          </h2>
          <Export to={`/api/coverage-rows.xlsx?${sheet}`} />
        </header>
        <Said error={error} />
        {data && <ListTable label={what} className="listed" columns={columns} rows={data.rows} keyOf={keyOf} />}
        <p className="choices">
          <button className="btn" type="button" onClick={close}>
            关上
          </button>
        </p>
      </section>
    </Box>
  );
}

type Row = Awaited<ReturnType<NonNullable<ReturnType<typeof behind>['queryFn']>>>['rows'][number];
const keyOf = ({ claimId, articleId }: Row) => claimId ?? articleId;
const columns: readonly Column<Row>[] = [
  {
    head: '标题',
    cell: ({ claimId, articleId, title }) =>
      claimId === null ? (
        <Link to="/articles/$id" params={{ id: articleId }}>
          {title}
        </Link>
      ) : (
        <Link to="/claims/$claimId" params={{ claimId }}>
          {title}
        </Link>
      ),
  },
  { head: '日期', className: 'day', cell: ({ happenedOn }) => happenedOn.slice(5) },
  { head: '单位', cell: ({ unitName }) => unitName },
  { head: '载体', cell: ({ outlet, tier }) => (outlet === null ? '—' : `${outlet}（${tierWords(tier)}）`) },
];
