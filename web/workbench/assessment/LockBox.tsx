import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '../ActionButton.tsx';
import { Box } from '../Box.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { changesBetween } from './changes.ts';
import { lockMonth, type MonthNow } from './monthNow.ts';
import { monthName } from './places.ts';

/** Freezing cannot be undone: it is asked twice, and over figures that have not moved since they were looked at. */
export function LockBox({ data, close }: { data: MonthNow; close: () => void }) {
  const client = useQueryClient();
  const [seen, setSeen] = useState(data);
  const reload = () => client.invalidateQueries({ queryKey: ['month'] });
  const lock = useWrite<void>(
    (_, once) => lockMonth(seen, once).catch((error) => reload().then(() => Promise.reject(error))),
    () => reload().then(close),
  );
  const moved = data.version !== seen.version || data.head !== seen.head;
  const lookAgain = () => {
    setSeen(data);
    lock.reset();
  };
  return (
    <Box label={`锁定${monthName(data.month)}`} close={close}>
      <h2>锁定{monthName(data.month)}？</h2>
      <p>锁定以后，细则、事实、得分单和总表都定格，不能解锁。再有更正，列在下一个没有锁定的月份，不改本月的分数和名次。</p>
      <p className="digest">
        锁定前的摘要 <code>{seen.head}</code>（锁定后另出一个，印在通报上）
      </p>
      <Said error={lock.error} />
      {moved && <Changes before={seen} after={data} />}
      <p className="opt">
        {moved ? (
          <ActionButton label="变化看过了，照现在的数字" whyNot={null} onClick={lookAgain} />
        ) : (
          <ActionButton main label="确认锁定" whyNot={data.may.lock} busy={lock.isPending} onClick={() => lock.mutate()} />
        )}
        <button type="button" className="btn" onClick={close}>
          先不锁定
        </button>
      </p>
    </Box>
  );
}

const Changes = ({ before, after }: { before: MonthNow; after: MonthNow }) => (
  <section className="near" aria-live="polite">
    <b>打开这一页以后有了变化：</b>
    <ul>
      {changesBetween(before, after).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  </section>
);
