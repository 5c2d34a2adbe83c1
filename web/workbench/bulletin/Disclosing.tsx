import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Disclosure, disclosures } from '../../../server/bulletin/bulletin.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { ReasonBox } from '../identity/ReasonBox.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import type { Shown } from './bulletins.ts';

type Given = { disclosure: Disclosure; checked: boolean; reason: string };

/** 公开属性: opened after a secrecy check by somebody who did not write the text, taken back with a reason. */
export function Disclosing({ shown: { bulletin, may }, month }: { shown: Shown; month: string }) {
  const client = useQueryClient();
  const [checked, setChecked] = useState(false);
  const [taking, setTaking] = useState(false);
  const { version, disclosure, secrecyCheckedBy } = bulletin;
  const set = useWrite<Given>(
    (given, once) => api.bulletins[':month'].disclosure.$post({ param: { month }, json: { version, ...given } }, once),
    () => client.invalidateQueries({ queryKey: ['bulletins'] }),
  );
  const open = (to: Disclosure) => () => set.mutate({ disclosure: to, checked, reason: '' });
  const unchecked = checked ? null : '请先看过全文，答复保密审查';
  return (
    <section className="card">
      <header>
        <h2>公开属性：{disclosures[disclosure]}</h2>
      </header>
      <div className="texts">
        {secrecyCheckedBy && <p className="cap">保密审查：{secrecyCheckedBy}</p>}
        {disclosure !== 'public' && may.disclose === null && (
          <label className="check">
            <input type="checkbox" checked={checked} onChange={({ target }) => setChecked(target.checked)} />
            全文看过：没有国家秘密、工作秘密和个人信息，可以公开
          </label>
        )}
        <Said error={taking ? null : set.error} />
        <p className="opt">
          {disclosure !== 'public' && (
            <ActionButton
              main
              label="公开到门户"
              whyNot={may.disclose ?? unchecked}
              busy={set.isPending}
              onClick={open('public')}
            />
          )}
          {disclosure === 'internal' && may.disclose === null && checked && (
            <ActionButton label="定为依申请公开" whyNot={null} busy={set.isPending} onClick={open('onRequest')} />
          )}
          {disclosure !== 'internal' && <ActionButton label="收回为内部" whyNot={may.withdraw} onClick={() => setTaking(true)} />}
          {disclosure === 'public' && (
            <a className="btn" href={`/bulletins/${month}`}>
              看门户上的这一期
            </a>
          )}
        </p>
      </div>
      {taking && (
        <ReasonBox
          title="收回为内部"
          note="门户上马上看不到；改好以后要重新审查才能公开。"
          act="收回"
          error={set.error}
          busy={set.isPending}
          send={(reason) => set.mutate({ disclosure: 'internal', checked: false, reason })}
          close={() => setTaking(false)}
        />
      )}
    </section>
  );
}
