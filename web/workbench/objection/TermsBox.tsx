import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { dayWords } from '../adoption/claims.ts';
import { Errors } from '../adoption/Errors.tsx';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { useWrite } from '../useWrite.ts';
import { monthTerms } from './objections.ts';

const blank = { fromOn: '', lockBy: '', workdays: '', reason: '' };

/** 月度时限: what holds now, what held before, and for the office from when another holds. */
export function TermsBox({ close }: { close: () => void }) {
  const { data } = useQuery(monthTerms);
  return (
    <Box label="月度时限" close={close}>
      <h2>月度时限</h2>
      {data && (
        <>
          <p>
            次月 <b>{data.now.lockBy}</b> 日前锁定（逢休息日顺延）；锁定后 <b>{data.now.workdays}</b> 个工作日内可以提异议。
          </p>
          <ul className="terms">
            {data.terms.map(({ fromOn, lockBy, workdays, reason, setByName }) => (
              <li key={fromOn}>
                {dayWords(fromOn)}起：{lockBy} 日前锁定，异议期 {workdays} 个工作日
                <small className="cap">
                  {setByName}：{reason}
                </small>
              </li>
            ))}
            {data.terms.length === 0 && <li className="cap">没有另外定过，用的是通常的时限。</li>}
          </ul>
          {data.may.set === null ? <Setting /> : <p className="why">{data.may.set}</p>}
        </>
      )}
      <p className="opt">
        <button type="button" className="btn" onClick={close}>
          关上
        </button>
      </p>
    </Box>
  );
}

function Setting() {
  const client = useQueryClient();
  const [typed, setTyped] = useState(blank);
  const change = (part: Partial<typeof blank>) => setTyped({ ...typed, ...part });
  const day = CountyDate.safeParse(typed.fromOn).data;
  const save = useWrite<CountyDate>(
    (fromOn, once) => {
      const json = { fromOn, lockBy: Number(typed.lockBy), workdays: Number(typed.workdays), reason: typed.reason };
      return api['month-terms'].$post({ json }, once);
    },
    () => client.invalidateQueries({ queryKey: ['objections'] }).then(() => setTyped(blank)),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (day) save.mutate(day);
  };
  return (
    <form className="ordering" onSubmit={send}>
      <h3>从某一天起改</h3>
      <Field label="从哪一天起（明天以后）" type="date" value={typed.fromOn} set={(fromOn) => change({ fromOn })} />
      <Field label="次月几日前锁定" type="number" min={1} max={28} value={typed.lockBy} set={(lockBy) => change({ lockBy })} />
      <Field
        label="异议期几个工作日"
        type="number"
        min={1}
        max={30}
        value={typed.workdays}
        set={(workdays) => change({ workdays })}
      />
      <Field label="依据" maxLength={1000} value={typed.reason} set={(reason) => change({ reason })} />
      <Errors error={save.error} />
      <button className="btn main" type="submit" disabled={save.isPending}>
        定下来
      </button>
    </form>
  );
}
