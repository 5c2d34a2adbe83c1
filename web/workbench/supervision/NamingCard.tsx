import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { namingKinds, namingStates } from '../../../server/supervision/naming.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Field } from '../Field.tsx';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Pick } from '../plan/commission/Pick.tsx';
import { Said } from '../Said.tsx';
import { Scroll } from '../Scroll.tsx';
import { useWrite } from '../useWrite.ts';
import { again, type NamingShown, type Namings } from './orders.ts';

/** The 通报 prints the lists. */
const afterwards = (client: QueryClient) =>
  Promise.all([again, { queryKey: ['bulletins'] }].map((each) => client.invalidateQueries(each)));

type Props = { list: NamingShown; found: Namings };

/** One list of a month: as the rule draws it until somebody settles it, then as it was settled. */
export function NamingCard({ list, found }: Props) {
  const { kind, rule, naming } = list;
  const settled = naming !== null && naming.state !== 'withdrawn';
  return (
    <section className="card" aria-label={namingKinds[kind]}>
      <header>
        <h2>{namingKinds[kind]}</h2>
        <span className="more">
          <Stands list={list} open={found.state === 'open'} />
        </span>
      </header>
      <p className="told cap">规则：{settled ? naming.rule : rule}</p>
      {settled ? <Settled list={list} month={found.month} /> : <Drawing list={list} found={found} />}
    </section>
  );
}

function Stands({ list: { naming }, open }: { list: NamingShown; open: boolean }) {
  if (open) return <span className="tag">— 预览</span>;
  if (!naming) return <span className="tag wait">◔ 还没有定</span>;
  const good = naming.state === 'confirmed';
  return (
    <span className={`tag ${good ? 'good' : naming.state === 'proposed' ? 'wait' : ''}`}>
      {good ? '✓' : naming.state === 'proposed' ? '◔' : '—'} {namingStates[naming.state]}
    </span>
  );
}

function Settled({ list, month }: { list: NamingShown; month: string }) {
  const { kind, named, naming, may } = list;
  const [asking, setAsking] = useState<'refuse' | 'withdraw' | null>(null);
  const act = useWord(list, month, () => setAsking(null));
  const rows = named.map(({ unitId, name, reason, offWhy, byHand }) => ({ key: unitId, name, reason, off: offWhy, byHand }));
  return (
    <>
      <Rows label={namingKinds[kind]} rows={rows} />
      <p className="told cap">
        {naming?.proposedByName} {naming?.proposedOn.slice(5)} {kind === 'commend' ? '定' : '提出'}
        {kind === 'criticise' && naming?.confirmedByName && `，${naming.confirmedByName} ${naming.confirmedOn?.slice(5)} 确认`}
      </p>
      <div className="naming-acts">
        {naming?.state === 'proposed' && (
          <>
            <ActionButton
              main
              label="确认，进通报"
              whyNot={may.confirm}
              busy={act.isPending}
              onClick={() => act.mutate({ verb: 'confirmation', agree: true, reason: '' })}
            />
            {may.confirm === null && <ActionButton label="不同意，写理由" whyNot={null} onClick={() => setAsking('refuse')} />}
          </>
        )}
        <ActionButton label="撤回" whyNot={may.withdraw} onClick={() => setAsking('withdraw')} />
        {asking === null && <Said error={act.error} />}
      </div>
      {asking && (
        <ReasonBox
          title={asking === 'refuse' ? '不同意这份名单' : '撤回这份名单'}
          note="撤回以后可以重新提出；已经编了文号的通报不变。"
          act={asking === 'refuse' ? '不同意' : '撤回'}
          error={act.error}
          busy={act.isPending}
          send={(reason) => act.mutate({ verb: asking === 'refuse' ? 'confirmation' : 'withdrawal', agree: false, reason })}
          close={() => setAsking(null)}
        />
      )}
    </>
  );
}

type Word = { verb: 'confirmation' | 'withdrawal'; agree: boolean; reason: string };
function useWord({ kind, naming }: NamingShown, month: string, done: () => void) {
  const client = useQueryClient();
  const version = naming?.version ?? 1;
  return useWrite<Word>(
    ({ verb, agree, reason }, once) => {
      const [param, of] = [{ month, kind }, api.namings[':month'][':kind']];
      if (verb === 'withdrawal') return of.withdrawal.$post({ param, json: { version, reason } }, once);
      return of.confirmation.$post({ param, json: { version, agree, reason } }, once);
    },
    () => afterwards(client).then(done),
  );
}

type One = { unitId: string; name: string; why: string };

function Drawing({ list, found }: Props) {
  const { kind, drawn, naming, may } = list;
  const [off, setOff] = useState<Record<string, string>>({});
  const [added, setAdded] = useState<readonly One[]>([]);
  const propose = usePropose({ kind, month: found.month, version: naming?.version ?? 0 }, off, added);
  const rows = [
    ...drawn.map(({ unit, name, reason }) => ({ key: unit, name, reason, off: off[unit] ?? null, byHand: false })),
    ...added.map(({ unitId, name, why }) => ({ key: unitId, name, reason: why, off: null, byHand: true })),
  ];
  const free = found.units.filter(({ unit }) => !rows.some(({ key }) => key === unit));
  const set = (unit: string, why: string | null) =>
    setOff(({ [unit]: _, ...others }) => (why === null ? others : { ...others, [unit]: why }));
  const drop = (unit: string) => setAdded((before) => before.filter(({ unitId }) => unitId !== unit));
  const change = may.propose === null ? { set, drop } : undefined;
  return (
    <>
      {naming?.state === 'withdrawn' && <p className="told cap">上一次撤回的理由：{naming.reason}</p>}
      {rows.length > 0 ? (
        <Rows label={namingKinds[kind]} rows={rows} change={change} />
      ) : (
        <p className="empty">按规则没有要列的单位。</p>
      )}
      {change && <Adding units={free} add={(one) => setAdded([...added, one])} />}
      <div className="naming-acts">
        <ActionButton
          main
          label={kind === 'commend' ? '就这样定，进通报' : '提出，请分管领导确认'}
          whyNot={may.propose ?? (rows.length === 0 ? '名单里没有单位，不用定。' : null)}
          busy={propose.isPending}
          onClick={() => propose.mutate()}
        />
        <Said error={propose.error} />
      </div>
    </>
  );
}

type About = { kind: NamingShown['kind']; month: string; version: number };
function usePropose({ kind, month, version }: About, off: Record<string, string>, added: readonly One[]) {
  const client = useQueryClient();
  return useWrite<void>(
    (_, once) => {
      const taken = Object.entries(off).map(([unitId, why]) => ({ unitId, why }));
      const json = { version, off: taken, added: added.map(({ unitId, why }) => ({ unitId, why })) };
      return api.namings[':month'][':kind'].$post({ param: { month, kind }, json }, once);
    },
    () => afterwards(client),
  );
}

type Row = { key: string; name: string; reason: string; off: string | null; byHand: boolean };
type Change = { set: (unit: string, why: string | null) => void; drop: (unit: string) => void };
type RowsProps = { label: string; rows: readonly Row[]; change?: Change | undefined };
function Rows({ label, rows, change }: RowsProps) {
  const last = change !== undefined || rows.some(({ off }) => off !== null);
  return (
    <Scroll label={`${label}的单位`}>
      <table className="listed">
        <thead>
          <tr>
            <th scope="col">单位</th>
            <th scope="col">理由</th>
            {last && <th scope="col">去掉</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td className={row.off === null ? undefined : 'gone'}>
                <b>{row.name}</b>
              </td>
              <td className={row.off === null ? undefined : 'gone'}>
                {row.reason}
                {row.byHand && '（由人加上）'}
              </td>
              {last && <td>{change ? <Off row={row} change={change} /> : row.off !== null && `去掉：${row.off}`}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Off({ row: { key, name, off, byHand }, change }: { row: Row; change: Change }) {
  if (byHand || off === null) {
    return (
      <button
        type="button"
        className="btn small"
        aria-label={byHand ? `不加${name}了` : `去掉${name}`}
        onClick={() => (byHand ? change.drop(key) : change.set(key, ''))}
      >
        {byHand ? '不加了' : '去掉'}
      </button>
    );
  }
  return (
    <span className="opt">
      <input
        className="off-why"
        aria-label={`去掉${name}的理由`}
        placeholder="理由"
        maxLength={300}
        value={off}
        onChange={({ target }) => change.set(key, target.value)}
      />
      <button type="button" className="btn small" aria-label={`留下${name}`} onClick={() => change.set(key, null)}>
        留下
      </button>
    </span>
  );
}

function Adding({ units, add }: { units: Namings['units']; add: (one: One) => void }) {
  const [given, setGiven] = useState({ unitId: '', why: '' });
  const name = units.find(({ unit }) => unit === given.unitId)?.name;
  const ready = name !== undefined && given.why.trim() !== '';
  return (
    <div className="naming-add">
      <Pick
        label="加上一个单位"
        none="请选单位"
        value={given.unitId}
        set={(unitId) => setGiven({ ...given, unitId })}
        options={units.map(({ unit, name }) => [unit, name] as const)}
      />
      <Field label="理由" required={false} maxLength={300} value={given.why} set={(why) => setGiven({ ...given, why })} />
      <button
        type="button"
        className="btn"
        aria-disabled={!ready}
        onClick={() => {
          if (!ready) return;
          add({ unitId: given.unitId, name, why: given.why.trim() });
          setGiven({ unitId: '', why: '' });
        }}
      >
        加上
      </button>
    </div>
  );
}
