import { Link } from '@tanstack/react-router';
import { gapKinds } from '../../../server/board/gaps.ts';
import { projectRanks } from '../../../server/plan/plan.ts';
import { Export } from '../Export.tsx';
import type { Gap } from './coverage.ts';

const first = 3;

/** What nobody has told yet, in words, worst first: three at once, the others behind them. */
export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const open = gaps.filter(({ state }) => state === 'open');
  const held = gaps.filter(({ state }) => state !== 'open');
  return (
    <section className="card gaps">
      <header>
        <h2>缺口：{open.length === 0 ? '都有着落' : `${open.length} 处没有着落`}</h2>
        <Export to="/api/coverage-gaps.xlsx" />
      </header>
      {gaps.length === 0 && <p className="empty">✓ 没有缺口：要开场的都约了，项目和单位最近都有。</p>}
      <List gaps={open.slice(0, first)} />
      {open.length > first && (
        <details>
          <summary>还有 {open.length - first} 处</summary>
          <List gaps={open.slice(first)} />
        </details>
      )}
      {held.length > 0 && (
        <details>
          <summary>
            已约稿 {held.filter(({ state }) => state === 'ordered').length} 处，已交稿{' '}
            {held.filter(({ state }) => state === 'written').length} 处
          </summary>
          <List gaps={held} />
        </details>
      )}
    </section>
  );
}

const List = ({ gaps }: { gaps: readonly Gap[] }) => (
  <ul className="gap">
    {gaps.map((gap) => (
      <li key={`${gap.kind} ${gap.id}`}>
        <div>
          <b>{gap.subject}</b>
          {gap.rank && <span className="tag">{projectRanks[gap.rank]}</span>}
          <p>
            {gap.words}
            {gap.unitNames.length > 0 && `　${gap.unitNames.join('、')}`}
          </p>
        </div>
        <Next gap={gap} />
      </li>
    ))}
  </ul>
);

function Next({ gap: { kind, subject, state, commission, article, draft } }: { gap: Gap }) {
  if (state === 'written' && article) {
    return (
      <Link className="btn small" to="/articles/$id" params={{ id: article.id }} aria-label={`看稿件：${article.title}`}>
        ✓ 已交稿
      </Link>
    );
  }
  if (state === 'ordered' && commission) {
    return (
      <Link className="btn small" to="/commissions" search={{ open: commission.id }} aria-label={`看约稿：${subject}`}>
        {commission.overdue ? '! 已约稿，逾期' : '◔ 已约稿'} {commission.dueOn.slice(5)}
      </Link>
    );
  }
  const { unitId, projectId, campaignId, title, angle, dueOn, words, elements } = draft;
  const about = { unit: unitId ?? undefined, project: projectId ?? undefined, campaign: campaignId ?? undefined };
  const order = { ...about, title, angle, due: dueOn, words, elements: [...elements] };
  return (
    <Link className="btn small" to="/commissions" search={{ order }} aria-label={`约稿：${subject}，${gapKinds[kind]}`}>
      约稿
    </Link>
  );
}
