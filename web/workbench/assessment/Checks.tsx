import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '../ActionButton.tsx';
import { whoIAm } from '../whoIAm.ts';
import { flagCheck, flagCounts } from './flag/flags.ts';
import { LockBox } from './LockBox.tsx';
import type { Check, MonthNow } from './monthNow.ts';

const markOf = ({ blocking, count }: Check) => (count === 0 ? '✓' : blocking ? '×' : '!');
const saidOf = { '✓': '通过', '!': '提醒', '×': '不能锁定' };

/** What has to be right before a month is frozen, each with the way to where it is put right. */
export function Checks({ data }: { data: MonthNow }) {
  const [asking, setAsking] = useState(false);
  const checks = useChecks(data);
  const passed = checks.filter(({ count }) => count === 0).length;
  return (
    <section className="card">
      <header>
        <h2>
          锁定前核对：{checks.length} 项过 {passed} 项
        </h2>
      </header>
      <ul className="chk">
        {checks.map((check) => {
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

/** With the flags that nobody has judged; they are looked for apart, so that the table does not wait for them. */
function useChecks({ month, checks }: MonthNow): Check[] {
  const { data: me } = useQuery(whoIAm);
  const { data: flags } = useQuery({ ...flagCounts(month), enabled: Boolean(me?.person?.unitId) });
  return flags ? [...checks, flagCheck(flags)] : checks;
}
