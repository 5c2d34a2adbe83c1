import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import { type About, AboutFields, aboutOf } from './AboutFields.tsx';
import type { Outlet } from './outlets.ts';
import { type Decision, TierFields } from './TierFields.tsx';

/** One outlet into the roster; who is not sure of its tier leaves it 待认定. */
export function NewOutlet({ outlets, done }: { outlets: readonly Outlet[]; done: () => void }) {
  const client = useQueryClient();
  const today = useQuery(whoIAm).data?.day ?? '';
  const [name, setName] = useState('');
  const [aliases, setAliases] = useState('');
  const [about, setAbout] = useState<About>({ kind: 'paper', group: '', mainstream: false });
  const [decision, setDecision] = useState<Decision | null>(null);
  const add = useWrite<void>(
    (_given, once) => {
      const tier = decision && { ...decision, fromOn: CountyDate.parse(decision.fromOn) };
      const names = aliases.split(/[、，,；;]/).flatMap((alias) => alias.trim() || []);
      return api.outlets.$post({ json: { outlets: [{ name, aliases: names, ...aboutOf(about), tier }] } }, once);
    },
    () => client.invalidateQueries({ queryKey: ['outlets'] }).then(done),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="card outlet-form" onSubmit={send} aria-label="新增媒体">
      <Field label="名称（细则按它找载体，以后不改）" maxLength={100} value={name} set={setName} />
      <Field label="别名（几个的用顿号隔开）" required={false} value={aliases} set={setAliases} />
      <AboutFields about={about} outlets={outlets} change={(part) => setAbout({ ...about, ...part })} />
      <label className="check">
        <input
          type="checkbox"
          checked={decision !== null}
          onChange={({ target }) => setDecision(target.checked ? { fromOn: today, tier: 'municipal', reason: '' } : null)}
        />
        现在就认定层级（不认定的先记为待认定，不计分）
      </label>
      {decision && <TierFields decision={decision} change={(part) => setDecision({ ...decision, ...part })} />}
      <Said error={add.error} />
      <p className="buttons">
        <button className="btn main" type="submit" disabled={add.isPending}>
          新增
        </button>
        <button className="btn" type="button" onClick={done}>
          不增了
        </button>
      </p>
    </form>
  );
}
