import { Link } from '@tanstack/react-router';
import { tierWords } from '../../../server/channel/channel.ts';
import { forms, placements } from '../../../server/fact/fact.ts';
import { states } from '../../../server/submission/submission.ts';
import { weekday } from '../home/coming.ts';
import { dayWords, type Shown } from './claims.ts';
import { StateTag } from './StateTag.tsx';

type Claim = Shown['claim'];

/** What the unit says. */
export function ClaimFacts({ claim }: { claim: Claim }) {
  const { title, unitName, claimedOn, claimedByName, articleTitle, articleState, projectName, theme, state, tier } = claim;
  return (
    <section className="card" aria-label={`${unitName}的认领`}>
      <header>
        <h2>{unitName}认领</h2>
        <span className="cap">
          {claimedOn.slice(5)} {claimedByName}
        </span>
        <span className="more">
          <StateTag state={state} tier={tier} />
        </span>
      </header>
      <h3>《{title}》</h3>
      <dl className="sheet">
        <Printed claim={claim} />
        <dt>原稿</dt>
        <dd>
          {articleTitle === title ? '标题相同' : `《${articleTitle}》`}，{states[articleState]}
        </dd>
        <dt>项目</dt>
        <dd>{projectName ?? '—'}</dd>
        <dt>主题</dt>
        <dd>{theme ?? '—'}</dd>
      </dl>
    </section>
  );
}

const Printed = ({ claim }: { claim: Claim }) => {
  const { outlet, outletId, state, tier, tierNow, publishedOn, form, placement, words } = claim;
  const counted = state === 'accepted' ? tier : tierNow;
  return (
    <>
      <dt>载体</dt>
      <dd>{outletId === null ? `${outlet}（名录里没有）` : outlet}</dd>
      <dt>级别</dt>
      <dd>
        {counted === null ? '◔ ' : ''}
        {tierWords(counted)}{' '}
        <Link to="/outlets" search={{ q: outletId === null ? undefined : outlet }}>
          名录
        </Link>
      </dd>
      <dt>日期</dt>
      <dd>
        {dayWords(publishedOn)}　星期{weekday(publishedOn as never)}
      </dd>
      <dt>形态</dt>
      <dd>
        {forms[form]}，{placements[placement]}
      </dd>
      <dt>字数</dt>
      <dd>{words ?? '—'}</dd>
    </>
  );
};
