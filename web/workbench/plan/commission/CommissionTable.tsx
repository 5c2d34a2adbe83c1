import { Link } from '@tanstack/react-router';
import { type Standing, standings } from '../../../../server/plan/commission/commission.ts';
import { Scroll } from '../../Scroll.tsx';
import { Copy } from './Copy.tsx';
import type { Listed } from './commissions.ts';

const marks: Record<Standing, readonly [mark: string, tag: string]> = {
  waiting: ['◔', 'tag wait'],
  delivered: ['✓', 'tag good'],
  late: ['!', 'tag wait'],
  overdue: ['!', 'tag bad'],
  missed: ['!', 'tag bad'],
  withdrawn: ['—', 'tag'],
};
export const Stands = ({ standing }: Pick<Listed, 'standing'>) => (
  <span className={marks[standing][1]}>
    {marks[standing][0]} {standings[standing]}
  </span>
);

export const CommissionTable = ({ commissions, office }: { commissions: readonly Listed[]; office: boolean }) => (
  <Scroll label="约稿">
    <table className="commissions">
      <thead>
        <tr>
          {['题目', ...(office ? ['单位'] : []), '状态', '时限', '交来', '项目、主题', '办'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-queue>
        {commissions.map((each) => (
          <tr key={each.id}>
            <td>
              <Link from="/commissions" to="." search={(before) => ({ ...before, open: each.id })} resetScroll={false}>
                {each.title}
              </Link>
              <small>{[each.wishes, each.words && `${each.words} 字`].filter(Boolean).join('　')}</small>
            </td>
            {office && <td>{each.unitName}</td>}
            <td>
              <Stands standing={each.standing} />
            </td>
            <td>{each.dueOn.slice(5)}</td>
            <td>{each.deliveredOn?.slice(5) ?? '—'}</td>
            <td>{[each.projectName, each.theme].filter(Boolean).join('，') || '—'}</td>
            <td>
              <Next commission={each} office={office} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

/** What is done with it next: the unit writes, the office tells the group. */
export function Next({ commission, office }: { commission: Listed; office: boolean }) {
  const { id, articleId, state, title, projectId, campaignId, notice } = commission;
  if (articleId !== null) {
    return (
      <Link className="btn small" to="/articles/$id" params={{ id: articleId }}>
        看稿件
      </Link>
    );
  }
  if (state === 'withdrawn') return null;
  if (office) return <Copy label="复制通知" words={notice} />;
  const search = { commission: id, title, project: projectId ?? undefined, campaign: campaignId ?? undefined };
  return (
    <Link className="btn small" to="/articles/$id" params={{ id: 'new' }} search={search}>
      写稿
    </Link>
  );
}
