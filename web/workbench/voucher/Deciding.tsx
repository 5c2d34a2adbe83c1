import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { monthWords } from '../adoption/claims.ts';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import type { Shown } from './vouchers.ts';

type Props = { shown: Shown; done: (words: string) => void };
const again = { queryKey: ['vouchers'] };

/** What the second person, or whoever entered it, may still do. */
export function Deciding({ shown, done }: Props) {
  const { voucher, may, month } = shown;
  const taking = voucher.state === 'withdrawing';
  const [asking, setAsking] = useState<'refuse' | 'withdraw' | null>(null);
  const decide = useDecision(shown, done);
  const waits = voucher.state === 'pending' || taking;
  if (!waits && may.withdraw !== null) return null;
  return (
    <section className="card" aria-label="办理">
      <header>
        <h2>{taking ? '撤不撤销' : waits ? '对着文件，确认不确认' : '已经确认'}</h2>
      </header>
      <div className="dec">
        {waits && (
          <>
            <ActionButton
              main
              label={taking ? '同意撤销' : `确认，记入${monthWords(month)}`}
              whyNot={may.decide}
              busy={decide.isPending}
              onClick={() => decide.mutate({ agree: true, reason: '' })}
            />
            <ActionButton
              label={taking ? '不撤销，写理由' : '不予登记，写理由'}
              whyNot={may.decide === null ? null : '同上。'}
              onClick={() => setAsking('refuse')}
            />
          </>
        )}
        {!taking && (
          <ActionButton
            label={voucher.state === 'confirmed' ? '提出撤销，写理由' : '登错了，撤回'}
            whyNot={may.withdraw}
            onClick={() => setAsking('withdraw')}
          />
        )}
        {asking === null && <Said error={decide.error} />}
      </div>
      {asking === 'refuse' && (
        <ReasonBox
          title={taking ? '不撤销' : '不予登记'}
          note="理由单位看得到，登记的人也看得到。"
          act={taking ? '不撤销' : '不予登记'}
          error={decide.error}
          busy={decide.isPending}
          send={(reason) => decide.mutate({ agree: false, reason })}
          close={() => setAsking(null)}
        />
      )}
      {asking === 'withdraw' && <Withdrawing shown={shown} done={done} close={() => setAsking(null)} />}
    </section>
  );
}

function useDecision({ voucher: { id, version, state } }: Shown, done: (words: string) => void) {
  const client = useQueryClient();
  return useWrite<{ agree: boolean; reason: string }, { period: string | null }>(
    async (given, once) =>
      (await api.vouchers[':id'].decisions.$post({ param: { id }, json: { version, ...given } }, once)).json(),
    ({ period }) => {
      done(period !== null ? `算数，记入${monthWords(period)}` : state === 'withdrawing' ? '已撤销，不再计' : '不予登记');
      return client.invalidateQueries(again);
    },
  );
}

function Withdrawing({ shown: { voucher }, done, close }: Props & { close: () => void }) {
  const client = useQueryClient();
  const counts = voucher.state === 'confirmed';
  const { id, version } = voucher;
  const send = useWrite<string>(
    (reason, once) => api.vouchers[':id'].withdrawal.$post({ param: { id }, json: { version, reason } }, once),
    () => {
      done(counts ? '已提出撤销，等另一个人同意' : '已撤回');
      close();
      return client.invalidateQueries(again);
    },
  );
  return (
    <ReasonBox
      title={counts ? '提出撤销' : '撤回这条登记'}
      note={counts ? '另一个人同意以后才不计；月份锁定了的，在下个月列为更正。' : '还没有确认，撤回以后不再等确认。'}
      act={counts ? '提出撤销' : '撤回'}
      error={send.error}
      busy={send.isPending}
      send={send.mutate}
      close={close}
    />
  );
}
