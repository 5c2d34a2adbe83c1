import { addDays } from '../../../server/assessment/months.ts';
import { monthRange } from '../../../server/board/aim.ts';
import type { Aim } from './coverage.ts';
import { Figure } from './Figure.tsx';

/** 周周有新闻、月月有专题: this week, this month, and the year so far. */
export function AimCard({ aim: { monday, week, news, month, topics, year } }: { aim: Aim }) {
  return (
    <section className="card aim" aria-label="周周有新闻、月月有专题">
      <ul className="tri">
        <li>
          <b>第{week}周新闻</b>
          <p>
            {news > 0 ? (
              <Figure asked={{ what: `第${week}周省市主流媒体`, from: monday, to: addDays(monday, 6), mainstream: 'only' }}>
                ✓ {news} 条
              </Figure>
            ) : (
              '◔ 还没有，这周日以前有一条就算'
            )}
          </p>
        </li>
        <li>
          <b>这个月的专题</b>
          <p>
            <Topics month={month} topics={topics} />
          </p>
        </li>
        <li>
          <b>今年到上周，和前几个月的专题</b>
          <p>
            {year.weeks} 周中{' '}
            <Figure asked={{ what: '今年到上周的省市主流媒体', ...year.range, mainstream: 'only' }}>{year.told} 周有新闻</Figure>
            {year.missed.length > 0 && `没有的：${year.missed.map(weekWords).join('、')}`}
            {year.months
              .filter((each) => each.month !== month)
              .map((each) => (
                <Topics key={each.month} {...each} />
              ))}
          </p>
        </li>
      </ul>
      <details>
        <summary>怎么数</summary>
        <p>
          新闻：核验认定的采用，登在名录上标为主流媒体、市级和市级以上（含省、中央）的媒体，按刊播的那天归周（周一到周日），从方案印发后的第一个整周算起。
          专题：同一个月里，同一场宣传有两篇以上不同的稿件在这些媒体单条刊播；转载、综合、简讯、图片不算。
        </p>
      </details>
    </section>
  );
}

const Topics = ({ month, topics }: Pick<Aim, 'month' | 'topics'>) => (
  <span className="topics">
    {topics.length === 0 ? '◔' : '✓'} {Number(month.slice(5))}月{topics.length === 0 ? '还没有' : ` ${topics.length} 个：`}
    {topics.map(({ campaignId, theme, articles }) => (
      <Figure
        key={campaignId}
        asked={{ what: `${Number(month.slice(5))}月专题：${theme}`, ...monthRange(month), campaign: campaignId, topic: 'only' }}
      >
        {theme} {articles} 篇
      </Figure>
    ))}
  </span>
);

const weekWords = ({ monday, week }: { monday: string; week: number }) => `${week}周（${monday.slice(5)}起）`;
