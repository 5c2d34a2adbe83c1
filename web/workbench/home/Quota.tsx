import { Link } from '@tanstack/react-router';
import type { HomeNow } from './homeNow.ts';

type Quotas = NonNullable<HomeNow['quota']>;
type Props = { quota: Quotas; before: HomeNow['before'] };

/** 本月报送 of each unit against what the notice asks, and who came short last month. */
export function Quota({ quota: { month, count, units, workdaysLeft }, before }: Props) {
  const full = units.filter(({ submitted }) => submitted >= count).length;
  return (
    <section className="card" aria-label="本月报送">
      <header>
        <h2>
          {Number(month.slice(5))}月报送：{full} 个单位已满 {count} 篇
        </h2>
        <span className="more cap">还剩 {workdaysLeft} 个工作日</span>
      </header>
      <ul className="quota">
        {units.map(({ id, name, submitted }) => (
          <li key={id} className={submitted >= count ? 'full' : undefined}>
            <Link to="/articles" search={{ view: 'all', unit: id, month }}>
              {name}
            </Link>
            <span aria-hidden="true" className="boxes">
              {Array.from({ length: count }, (_, at) => `${at}`).map((at) => (
                <i key={at} className={Number(at) < submitted ? 'on' : undefined} />
              ))}
            </span>
            <em>
              {submitted >= count && '✓ '}
              {submitted}
              <span className="sr"> 篇</span>
            </em>
          </li>
        ))}
      </ul>
      <footer>
        每月不少于 {count} 篇，点单位看稿件；{before ? lastWords(before) : ''}
      </footer>
    </section>
  );
}

function lastWords({ count, units }: Quotas): string {
  const none = units.filter(({ submitted }) => submitted === 0).map(({ name }) => name);
  const short = units.filter(({ submitted }) => submitted > 0 && submitted < count);
  if (none.length + short.length === 0) return '上月都报满了。';
  const parts = [
    none.length > 0 && `上月零报送：${none.join('、')}`,
    short.length > 0 && `上月没报满：${short.map(({ name, submitted }) => `${name}差 ${count - submitted} 篇`).join('、')}`,
  ];
  return `${parts.filter(Boolean).join('，')}。`;
}
