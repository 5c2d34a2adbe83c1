import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { unitKinds } from '../../../server/identity/identity.ts';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import type { Unit } from './lists.ts';

type Props = { unit: Unit; whyNot: string | null; close: () => void };

/** One unit: its names over time, and the acts that change them. */
export function UnitSheet({ unit, whyNot, close }: Props) {
  return (
    <Box label={unit.name} close={close}>
      <h2>{unit.name}</h2>
      <p className="cap">
        {unitKinds[unit.kind]}　{unit.fromOn} 起用{unit.toOn ? `，到 ${unit.toOn} 停用` : ''}
        {unit.aliases.length > 0 && `　又名 ${unit.aliases.join('、')}`}
      </p>
      {whyNot ? <p className="why">{whyNot}</p> : <UnitActs unit={unit} />}
      <button className="btn" type="button" onClick={close}>
        收起
      </button>
    </Box>
  );
}

function UnitActs({ unit: { id, version, toOn } }: { unit: Unit }) {
  const today = useQuery(whoIAm).data?.day ?? '';
  const [name, setName] = useState('');
  const [from, setFrom] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const day = CountyDate.safeParse(from ?? today);
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ['units'] });
  const [unit, param] = [api.units[':id'], { id }];
  const rename = useWrite<{ fromOn: CountyDate; alias: boolean }>(
    (given, once) => unit.names.$post({ param, json: { version, name, ...given } }, once),
    refresh,
  );
  const end = useWrite<CountyDate | null>(
    (toOn, once) => unit.closing.$post({ param, json: { version, toOn, reason } }, once),
    refresh,
  );
  const noName = name.trim() ? null : '请先写名称';
  const act = (alias: boolean) => () => day.success && rename.mutate({ fromOn: day.data, alias });
  const stay = (event: FormEvent) => event.preventDefault();
  return (
    <form onSubmit={stay}>
      <Field label="新名称，或一个简称" value={name} set={setName} />
      <Field label="从哪天起" type="date" value={from ?? today} set={setFrom} />
      <p>
        <ActionButton label="改名" whyNot={noName} busy={rename.isPending} onClick={act(false)} />{' '}
        <ActionButton label="加为别名" whyNot={null} busy={rename.isPending} onClick={noName ? undefined : act(true)} />
      </p>
      <Field label={toOn ? '恢复的理由' : '停用的理由（撤并、改制）'} value={reason} set={setReason} />
      <p>
        <ActionButton
          label={toOn ? '恢复' : '从这一天起停用'}
          whyNot={reason.trim() ? null : '请先写理由'}
          busy={end.isPending}
          onClick={() => day.success && end.mutate(toOn ? null : day.data)}
        />
      </p>
      <Said error={rename.error ?? end.error} />
    </form>
  );
}
