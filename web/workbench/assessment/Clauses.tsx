import { policiesMet, type Policy as Rule } from '../../../server/assessment/policies.ts';
import type { Scheme } from '../../../server/assessment/scheme.ts';
import { sentenceOf } from '../../../server/assessment/sentences.ts';
import { minus } from './places.ts';

/** Each clause as it stands on paper, and below it what the system counts: the two are to be held against each other; rules of relief in force in the month stand at the clause that they meet. */
type Props = Pick<Scheme, 'clauses'> & {
  month: string;
  policies: readonly Pick<Rule, 'code' | 'source' | 'fromOn' | 'touches' | 'words'>[];
};
export const Clauses = ({ clauses, month, policies }: Props) => (
  <ol className="clauses">
    {clauses.map((clause) => (
      <li key={clause.no}>
        <h3>
          {clause.no}　{clause.title}
        </h3>
        <blockquote>{clause.text ?? '（没有录入纸面原文）'}</blockquote>
        <p>系统这样算：{minus(sentenceOf(clause))}</p>
        {policiesMet(clause, month, policies).map(({ code, fromOn, source, words }) => (
          <p key={code} className="met">
            ◔ {fromOn} 起，{source}：{words}
          </p>
        ))}
      </li>
    ))}
  </ol>
);

export const Head = ({ scheme: { mode, from, to, groups, source } }: { scheme: Scheme }) => (
  <p className="cap about">
    {from} 起施行{to ? `，到 ${to} 为止` : ''}　{mode === 'score' ? '计分排名：' : '只统计不排名：'}
    {groups.map(({ name, ranked }) => `${name}${ranked ? '排名' : '不排名'}`).join('、')}
    {source && `　出处：${source}`}
  </p>
);
