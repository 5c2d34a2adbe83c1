import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { dueWords } from '../../../server/duty/home.ts';
import { type Reminder, remindText } from '../../../server/duty/reminders.ts';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { matters } from '../../../server/message/message.ts';
import { api } from '../../ui/api.ts';
import { copyWords } from '../../ui/copy.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Export } from '../Export.tsx';
import { type Column, ListTable } from '../ListTable.tsx';
import { Said, Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import { type RemindersNow, remindersNow } from './reminders.ts';

export const remindersRoute = createRoute({ getParentRoute: () => shellRoute, path: '/reminders', component: RemindersPage });

function RemindersPage() {
  const { data, error } = useQuery(remindersNow);
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return <Waiting error={error} />;
  const office = me.person.roles.some((role) => role.startsWith('office'));
  return <Reminders key={data.reminders.length} data={data} today={me.day as CountyDate} office={office} error={error} />;
}

type Props = { data: RemindersNow; today: CountyDate; office: boolean; error: Error | null };
/** What was told already is not chosen by itself; who wants to say it again chooses it. */
function Reminders({ data: { reminders, workdaysLeft, may }, today, office, error }: Props) {
  const fresh = reminders.filter(({ told }) => told === null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(fresh.map(({ key }) => key)));
  const picked = reminders.filter(({ key }) => chosen.has(key));
  const toggle = (key: string) =>
    setChosen((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(reminders.length, fresh.length, office)}</h1>
          <p>快到期的、逾期的都在这里；提醒过的不再勾上，要再说一次就自己勾。系统不会自己发。</p>
        </div>
      </div>
      <Said error={error} />
      <div className="reminding">
        <section className="card">
          <header>
            <h2>该提醒的</h2>
            <span className="more">
              <Export to="/api/reminders.xlsx" />
            </span>
          </header>
          {reminders.length === 0 ? (
            <p className="empty">✓ 没有快到期或逾期的事。</p>
          ) : (
            <ListTable
              label="该提醒的"
              className="listed reminders"
              rows={reminders}
              keyOf={({ key }) => key}
              columns={columnsOf({ today, office, chosen, toggle })}
            />
          )}
        </section>
        {office && reminders.length > 0 && <Words picked={picked} today={today} left={workdaysLeft} whyNot={may.note} />}
      </div>
    </main>
  );
}

const headOf = (all: number, fresh: number, office: boolean) => {
  if (all === 0) return '提醒：✓ 没有快到期的事';
  if (!office) return `提醒：本单位有 ${all} 件快到期或逾期`;
  return fresh === 0 ? `提醒：${all} 件都提醒过了` : `提醒：${fresh} 件还没有提醒`;
};

type Choosing = { today: CountyDate; office: boolean; chosen: ReadonlySet<string>; toggle: (key: string) => void };
const columnsOf = ({ today, office, chosen, toggle }: Choosing): (Column<Reminder> | false)[] => [
  office && {
    head: '选',
    cell: ({ key, unit, words }) => (
      <label className="choose">
        <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} />
        <span className="sr">
          {unit} {words}
        </span>
      </label>
    ),
  },
  { head: '单位', cell: ({ unit }) => unit },
  { head: '事项', cell: ({ matter, words }) => `${matters[matter]}：${words}` },
  { head: '期限', cell: ({ matter, dueOn }) => (matter === 'quota' ? '月底前' : dueWords(dueOn, today)) },
  {
    head: '提醒过没有',
    cell: ({ told, round }) =>
      told === null ? '○ 还没有' : `✓ ${told.on.slice(5)} ${told.byName}${round > 1 ? `，共 ${round} 次` : ''}`,
  },
];

type WordsProps = { picked: readonly Reminder[]; today: CountyDate; left: number; whyNot: string | null };
/** The words as they go to the work group; taking them along is what marks them. */
function Words({ picked, today, left, whyNot }: WordsProps) {
  const client = useQueryClient();
  const [copied, setCopied] = useState<boolean | null>(null);
  const note = useWrite(
    (_given, once) => api.reminders.$post({ json: { chosen: picked.map(({ key, round }) => ({ key, round })) } }, once),
    () => client.invalidateQueries({ queryKey: ['reminders'] }),
  );
  const words = remindText(picked, today, left);
  const take = async () => {
    const done = await copyWords(words);
    setCopied(done);
    if (done) note.mutate();
  };
  return (
    <section className="card">
      <header>
        <h2>发到工作群的话</h2>
      </header>
      {picked.length === 0 ? <p className="empty">左边一件也没有勾，先勾上要提醒的。</p> : <pre className="notice">{words}</pre>}
      <div className="taking">
        <ActionButton
          main
          label={`一键复制，记下提醒过这 ${picked.length} 件`}
          whyNot={whyNot ?? (picked.length === 0 ? '先勾上要提醒的' : null)}
          busy={note.isPending}
          onClick={take}
        />
        {copied === false && (
          <p className="why">
            浏览器不让复制，请选中上面的字自己复制，贴好以后点
            <button type="button" className="btn small" onClick={() => note.mutate()}>
              贴好了，记下
            </button>
          </p>
        )}
        <span role="status">{note.isSuccess ? '✓ 已复制并记下，去工作群里粘贴' : ''}</span>
        <Said error={note.error} />
      </div>
    </section>
  );
}
