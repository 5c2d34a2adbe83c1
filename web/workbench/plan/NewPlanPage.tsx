import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { workingCalendar } from '../../../server/calendar/calendar.ts';
import { newId } from '../../../server/kernel/ids.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { allUnits } from '../identity/lists.ts';
import { Said } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useLast } from '../useLast.ts';
import { useWrite } from '../useWrite.ts';
import { DifferenceCard } from './DifferenceCard.tsx';
import { Doubts } from './Doubts.tsx';
import { DutyTable } from './DutyTable.tsx';
import { type Source, useDraft } from './draft.ts';
import { kindOf } from './NewUnits.tsx';
import { Paste } from './Paste.tsx';
import { ReadingNow } from './ReadingNow.tsx';
import { Schedule } from './Schedule.tsx';
import { SourceText } from './SourceText.tsx';
import { weigh, whyNot } from './weighing.ts';
import './plan.css';

export const newPlanRoute = createRoute({ getParentRoute: () => shellRoute, path: '/plan/new', component: NewPlanPage });

function NewPlanPage() {
  const { draft, kept, change, restart } = useDraft();
  if (draft.source === null) return <Paste take={(source) => change({ source, answers: {}, keep: [], duties: {} })} />;
  return <Confirm source={draft.source} draft={draft} kept={kept} change={change} restart={restart} />;
}

type Props = Omit<ReturnType<typeof useDraft>, 'draft'> & { source: Source; draft: ReturnType<typeof useDraft>['draft'] };

function Confirm({ source, draft, kept, change, restart }: Props) {
  const { keep, answers } = draft;
  const navigate = useNavigate();
  const client = useQueryClient();
  const [watch] = useState(() => newId(new Date()));
  const { data: found, error } = useQuery({
    queryKey: ['reading', source, keep],
    queryFn: async () => (await api.readings.$post({ json: { source, keep, watch } })).json(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const data = useLast(found);
  useEffect(() => {
    if (!data || draft.offered || data.calledOff.length === 0) return;
    const saidOff = Object.fromEntries(data.calledOff.map(({ id, reason }) => [id, reason]));
    change({ offered: true, cancelled: { ...saidOff, ...draft.cancelled } });
  }, [data, draft.offered, draft.cancelled, change]);
  const { data: roster } = useQuery(allUnits);
  const weighed = data && roster && weigh(data, draft, roster.units);
  const take = useWrite<void>(
    async (_given, once) => {
      const newUnits = (weighed?.newUnits ?? []).map((name) => ({ name, kind: kindOf(draft, name) }));
      const order = { source, keep, answers, newUnits, aliases: weighed?.aliases ?? [] };
      if (!weighed?.planned) return api.plans.$post({ json: order }, once);
      const { planned, cancelled } = weighed;
      return api['plan-amendments'].$post(
        { json: { ...order, version: planned.version, cancelled, duties: draft.duties } },
        once,
      );
    },
    async () => {
      await client.invalidateQueries();
      restart();
      await navigate({ to: '/plan' });
    },
  );
  const byMachine = () => 'base64' in source && change({ source: { ...source, machine: true } });
  if (!data || !weighed) return <ReadingNow watch={watch} error={error} restart={restart} byMachine={byMachine} />;
  const { reading } = data;
  const { settled, unknown, planned, difference, open } = weighed;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>
            {planned ? `补充 ${planned.year} 年方案` : '确认方案'}：读出 {reading.campaigns.length} 场宣传、
            {reading.duties.length} 项职责
            {open > 0 ? `，还有 ${open} 处要您定` : '，都定好了'}
          </h1>
          <p>
            {reading.title}　{reading.issuedOn && `印发 ${reading.issuedOn}`}
          </p>
        </div>
        <div className="acts">
          <button className="btn" type="button" onClick={restart}>
            换一份来文
          </button>
          <ActionButton
            main
            label={planned ? '按这份来文改方案' : '建立方案'}
            whyNot={whyNot(weighed)}
            busy={take.isPending}
            onClick={() => take.mutate()}
          />
        </div>
      </div>
      <Said error={take.error ?? error} />
      {!kept && <p className="said">! 这份来文太大，草稿存不下；建立以前请不要刷新或关掉这一页。</p>}
      {difference && <DifferenceCard difference={difference} draft={draft} change={change} />}
      <div className="cols2">
        <SourceText reading={reading} keep={keep} setKeep={(keep) => change({ keep })} />
        <div className="stack">
          <Doubts reading={reading} unknown={unknown} draft={draft} change={change} />
          <Schedule reading={settled} calendar={workingCalendar(data.calendar)} />
          <section className="card">
            <header>
              <h2>读出的职责：{settled.duties.length} 项</h2>
            </header>
            <DutyTable duties={settled.duties} />
          </section>
          {reading.unread.length > 0 && <Unread lines={reading.unread} />}
        </div>
      </div>
    </main>
  );
}

const Unread = ({ lines }: { lines: readonly { line: number; text: string }[] }) => (
  <section className="card unread">
    <header>
      <h2>没有读出安排的 {lines.length} 行</h2>
      <span className="cap">不会丢，留给您看</span>
    </header>
    <table>
      <tbody>
        {lines.map(({ line, text }) => (
          <tr key={line}>
            <td className="n">
              <a href={`#line-${line}`}>{line}</a>
            </td>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
