import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { type Thresholds, usualRules } from '../../../server/supervision/supervision.ts';
import { api } from '../../ui/api.ts';
import { dayWords } from '../adoption/claims.ts';
import { Errors } from '../adoption/Errors.tsx';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { useWrite } from '../useWrite.ts';
import { again, supervisionRules } from './orders.ts';

/** 督办规则: what holds now, what held before, and for the office from when another holds. */
export function RulesBox({ close }: { close: () => void }) {
  const { data } = useQuery(supervisionRules);
  return (
    <Box label="督办规则" close={close}>
      <h2>督办规则</h2>
      {data && (
        <>
          <p>{climbWords(data.now)}</p>
          <p>{listWords(data.now)}</p>
          <ul className="terms">
            {data.rules.map((rules) => (
              <li key={rules.fromOn}>
                {dayWords(rules.fromOn)}起：{climbWords(rules)}
                {listWords(rules)}
                <small className="cap">
                  {rules.setByName}：{rules.reason}
                </small>
              </li>
            ))}
            {data.rules.length === 0 && <li className="cap">没有另外定过，用的是通常的规则。每个月按月底那天的规则。</li>}
          </ul>
          {data.may.set === null ? <Setting now={data.now} /> : <p className="why">{data.may.set}</p>}
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

const climbWords = ({ blue, orange, red, talk, zero }: Thresholds) =>
  `连续 ${blue} 个月没有达到任务数建议蓝单，${orange} 个月橙单，${red} 个月红单，${talk} 个月约谈；连续 ${zero} 个月零报送可建议取消评优。`;
const listWords = ({ top, bottom, run, listZero }: Thresholds) =>
  `表扬各组前 ${top} 名中任务都完成的；批评${listZero ? '当月零报送的、' : ''}连续 ${run} 个月没有达到的、各组末 ${bottom} 名中有任务没有完成的。`;

const counts = [
  ['blue', '几个月：蓝单'],
  ['orange', '几个月：橙单'],
  ['red', '几个月：红单'],
  ['talk', '几个月：约谈'],
  ['zero', '零报送几个月：取消评优'],
  ['top', '表扬前几名'],
  ['bottom', '批评末几名'],
  ['run', '批评：连续几个月'],
] as const;

function Setting({ now }: { now: Thresholds }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState({ ...usualRules, ...now, fromOn: '', reason: '' });
  const day = CountyDate.safeParse(typed.fromOn).data;
  const save = useWrite<CountyDate>(
    (fromOn, once) => {
      const { blue, orange, red, talk, zero, top, bottom, run, listZero, reason } = typed;
      const json = { blue, orange, red, talk, zero, top, bottom, run, listZero, reason, fromOn };
      return api['supervision-rules'].$post({ json }, once);
    },
    () => client.invalidateQueries(again).then(() => setTyped({ ...typed, fromOn: '', reason: '' })),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (day) save.mutate(day);
  };
  return (
    <form className="ordering" onSubmit={send}>
      <h3>从某一天起改</h3>
      <Field label="从哪一天起（明天以后）" type="date" value={typed.fromOn} set={(fromOn) => setTyped({ ...typed, fromOn })} />
      <div className="pair">
        {counts.map(([key, label]) => (
          <Field
            key={key}
            label={label}
            type="number"
            min={0}
            max={20}
            value={`${typed[key]}`}
            set={(value) => setTyped({ ...typed, [key]: Number(value) })}
          />
        ))}
      </div>
      <p className="opt">
        <label>
          <input
            type="checkbox"
            checked={typed.listZero}
            onChange={({ target }) => setTyped({ ...typed, listZero: target.checked })}
          />
          当月零报送的列进批评
        </label>
      </p>
      <Field label="依据" maxLength={1000} value={typed.reason} set={(reason) => setTyped({ ...typed, reason })} />
      <Errors error={save.error} />
      <button className="btn main" type="submit" disabled={save.isPending}>
        定下来
      </button>
    </form>
  );
}
