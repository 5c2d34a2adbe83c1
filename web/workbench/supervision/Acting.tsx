import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { colours } from '../../../server/supervision/supervision.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { dayWords } from '../adoption/claims.ts';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import { again, type Shown } from './orders.ts';
import { RaiseForm } from './RaiseForm.tsx';

type Verb = 'approval' | 'extension-decision' | 'closing' | 'withdrawal' | 'reopening';
type Asked = { verb: Verb; agree: boolean; title: string; note: string };

/** What the office and its lead may do: agree, answer an extension, close, raise, take back. */
export function Acting({ shown, raise }: { shown: Shown; raise: boolean }) {
  const { data: me } = useQuery(whoIAm);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [raising, setRaising] = useState(raise);
  const act = useActs(shown, () => setAsked(null));
  const { order, may } = shown;
  if (!me?.person.roles.some((role) => role.startsWith('office'))) return null;
  const ask = (verb: Verb, agree: boolean, title: string, note = '理由单位看得到。') => setAsked({ verb, agree, title, note });
  const open = order.state === 'issued' || order.state === 'answered';
  return (
    <section className="card" aria-label="专班办理">
      <header>
        <h2>专班办理</h2>
      </header>
      <div className="dec">
        <Leading shown={shown} ask={ask} agree={() => act.mutate({ verb: 'approval', agree: true, reason: '' })} />
        {order.askedDueOn && open && (
          <>
            <p className="asked">单位申请延到{dayWords(order.askedDueOn)}，理由在经过里。</p>
            <ActionButton
              main
              label="同意延期"
              whyNot={may.decide}
              onClick={() => act.mutate({ verb: 'extension-decision', agree: true, reason: '' })}
            />
            <ActionButton
              label="不同意，写理由"
              whyNot={may.decide}
              onClick={() => ask('extension-decision', false, '不同意延期')}
            />
          </>
        )}
        {open && (
          <>
            <ActionButton
              main={order.state === 'answered'}
              label="销号"
              whyNot={may.judge}
              busy={act.isPending}
              onClick={() => act.mutate({ verb: 'closing', agree: true, reason: '' })}
            />
            {order.state === 'answered' && (
              <ActionButton label="退回重新反馈" whyNot={may.judge} onClick={() => ask('closing', false, '退回重新反馈')} />
            )}
            <ActionButton label="升一级" whyNot={may.raise} onClick={() => setRaising(true)} aria-expanded={raising} />
          </>
        )}
        {raising && may.raise === null && <RaiseForm shown={shown} close={() => setRaising(false)} />}
        {order.state === 'closed' && (
          <ActionButton label="撤销销号" whyNot={may.reopen} onClick={() => ask('reopening', true, '撤销销号')} />
        )}
        {(open || order.state === 'proposed') && (
          <ActionButton label="发错了，撤回" whyNot={may.withdraw} onClick={() => ask('withdrawal', true, '撤回督办单')} />
        )}
        {asked === null && <Said error={act.error} />}
      </div>
      {asked && (
        <ReasonBox
          title={asked.title}
          note={asked.note}
          act={asked.title}
          error={act.error}
          busy={act.isPending}
          send={(reason) => act.mutate({ ...asked, reason })}
          close={() => setAsked(null)}
        />
      )}
    </section>
  );
}

type Leads = { shown: Shown; ask: (verb: Verb, agree: boolean, title: string, note?: string) => void; agree: () => void };
function Leading({ shown: { order, may }, ask, agree }: Leads) {
  const rises = order.nextColour;
  if (order.state !== 'proposed' && rises === null) return null;
  const talk = rises === 'talk';
  const words = rises
    ? `拟升${colours[rises]}，限${dayWords(order.nextDueOn ?? order.dueOn)}：${order.nextRequirement}`
    : '拟发红单。';
  return (
    <>
      <p className="asked">{words}</p>
      <ActionButton
        main
        label={talk ? '约谈了，写谈了什么' : '同意'}
        whyNot={may.approve}
        onClick={() => (talk ? ask('approval', true, '约谈记录', '谈了什么、提了什么要求；单位看得到。') : agree())}
      />
      <ActionButton
        label="不同意，写理由"
        whyNot={may.approve}
        onClick={() => ask('approval', false, '不同意', '理由专班看得到，单位看不到。')}
      />
    </>
  );
}

type Act = { verb: Verb; agree: boolean; reason: string };
function useActs({ order: { id, version } }: Shown, done: () => void) {
  const client = useQueryClient();
  return useWrite<Act>(
    ({ verb, agree, reason }, once) => {
      const [param, of] = [{ id }, api.supervision[':id']];
      if (verb === 'withdrawal' || verb === 'reopening') return of[verb].$post({ param, json: { version, reason } }, once);
      return of[verb].$post({ param, json: { version, agree, reason } }, once);
    },
    () => client.invalidateQueries(again).then(done),
  );
}
