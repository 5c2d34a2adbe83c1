import { useState } from 'react';
import { ActionButton } from '../ActionButton.tsx';
import { LockBox } from './LockBox.tsx';
import type { Check, MonthNow } from './monthNow.ts';

const markOf = ({ blocking, count }: Check) => (count === 0 ? '✓' : blocking ? '×' : '!');
const saidOf = { '✓': '通过', '!': '提醒', '×': '不能锁定' };

/** What has to be right before a month is frozen, each with the way to where it is put right. */
export function Checks({ data }: { data: MonthNow }) {
  const [asking, setAsking] = useState(false);
  const passed = data.checks.filter(({ count }) => count === 0).length;
  return (
    <section className="card">
      <header>
        <h2>
          锁定前核对：{data.checks.length} 项过 {passed} 项
        </h2>
      </header>
      <ul className="chk">
        {data.checks.map((check) => {
          const mark = markOf(check);
          return (
            <li key={check.key}>
              <b className={{ '✓': 'g', '!': 'w', '×': 'b' }[mark]}>
                <span aria-hidden="true">{mark}</span>
                <span className="sr">{saidOf[mark]}</span>
              </b>
              <span>
                {check.words} {check.to !== null && <a href={`/workbench${check.to}`}>去办</a>}
              </span>
            </li>
          );
        })}
      </ul>
      <div className="app">
        <ActionButton main label="锁定" whyNot={data.may.lock} onClick={() => setAsking(true)} />
      </div>
      {asking && <LockBox data={data} close={() => setAsking(false)} />}
    </section>
  );
}
