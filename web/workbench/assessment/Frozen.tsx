import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionButton } from '../ActionButton.tsx';
import { happenedOn } from '../happenedOn.ts';
import { whoIAm } from '../whoIAm.ts';
import type { MonthNow } from './monthNow.ts';
import { monthName } from './places.ts';

/** A locked month: its head to be compared with the printed 通报, the file that a stranger can compute again. */
export function Frozen({ data: { month, head, lockedAt, lockedBy, may } }: { data: MonthNow }) {
  const me = useQuery(whoIAm).data;
  const bulletin: string = `/bulletins/${month}`;
  return (
    <section className="card">
      <header>
        <h2>✓ {monthName(month)}已锁定</h2>
        <span className="more cap">
          {me && lockedAt && happenedOn(lockedAt, me.day)} {lockedBy}
        </span>
      </header>
      <div className="frozen">
        <p>细则、事实、得分单和总表都已定格；以后的更正列在下一个没有锁定的月份。通报里印的就是这个摘要：</p>
        <p className="digest">
          <code>{head}</code> <Copy text={head ?? ''} />
        </p>
        <p className="opt">
          {may.export === null ? (
            <a className="btn" href={`/api/months/${month}/export.json`} download>
              导出本月 .json
            </a>
          ) : (
            <ActionButton label="导出本月 .json" whyNot={may.export} />
          )}
          <a className="btn" href="/verify.html">
            核对页面
          </a>
          <Link className="btn main" to={bulletin}>
            看本月通报
          </Link>
        </p>
      </div>
    </section>
  );
}

/** Plain http has no clipboard of its own: then the words are there to be marked by hand. */
function Copy({ text }: { text: string }) {
  const [said, setSaid] = useState('复制');
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => setSaid('✓ 已复制'),
      () => setSaid('请选中左边的摘要复制'),
    ) ?? setSaid('请选中左边的摘要复制');
  return (
    <button type="button" className="btn small" onClick={copy} aria-live="polite">
      {said}
    </button>
  );
}
