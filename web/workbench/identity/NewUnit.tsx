import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type UnitKind, unitKinds } from '../../../server/identity/identity.ts';
import { api } from '../../ui/api.ts';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';

export const Kinds = () =>
  Object.entries(unitKinds).map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

export function NewUnit({ done }: { done: () => void }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<UnitKind>('government');
  const add = useWrite<void>(
    (_given, once) => api.units.$post({ json: { units: [{ name, kind }] } }, once),
    () => client.invalidateQueries({ queryKey: ['units'] }).then(done),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <form className="card narrow" onSubmit={send}>
      <Field label="单位名称" value={name} set={setName} />
      <label className="fill">
        <span>类别</span>
        <select value={kind} onChange={({ target }) => setKind(target.value as UnitKind)}>
          <Kinds />
        </select>
      </label>
      <Said error={add.error} />
      <button className="btn main" type="submit" disabled={add.isPending}>
        新增
      </button>{' '}
      <button className="btn" type="button" onClick={done}>
        不增了
      </button>
    </form>
  );
}
