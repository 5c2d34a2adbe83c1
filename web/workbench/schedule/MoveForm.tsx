import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CountyDate } from '../../../server/kernel/dates.ts';
import { collisionKinds } from '../../../server/plan/moving.ts';
import { api } from '../../ui/api.ts';
import { Field } from '../Field.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { type Campaign, collisionsAt } from './schedule.ts';

/** Another window: what it collides with is seen before it is saved; the last move can be taken back. */
export function MoveForm({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient();
  const [from, setFrom] = useState<string>(campaign.fromOn ?? '');
  const [to, setTo] = useState<string>(campaign.toOn ?? '');
  const [reason, setReason] = useState('');
  const move = useWrite<boolean, { id: string }>(
    async (back, once) => {
      const [param, version] = [{ id: campaign.id }, campaign.version];
      const moves = api.campaigns[':id'].moves;
      const reply = back
        ? await moves.undoing.$post({ param, json: { version, reason } }, once)
        : await moves.$post({ param, json: { version, from, to, reason } }, once);
      return reply.json() as Promise<{ id: string }>;
    },
    () => {
      setReason('');
      return Promise.all(['schedule', 'plan', 'coverage'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    move.mutate(false);
  };
  const undoable = campaign.moves[0]?.no === campaign.version;
  return (
    <form onSubmit={send}>
      <h3>改期</h3>
      <div className="pair">
        <Field type="date" label="从哪天起" value={from} set={setFrom} />
        <Field type="date" label="到哪天止" value={to} set={setTo} />
      </div>
      <Collisions campaign={campaign} from={from} to={to} />
      <Field label="改期的理由" maxLength={300} value={reason} set={setReason} />
      <Said error={move.error} />
      <p className="choices">
        <button className="btn main" type="submit" disabled={move.isPending}>
          改期
        </button>
        {undoable && (
          <button className="btn" type="button" disabled={move.isPending} onClick={() => move.mutate(true)}>
            改回上一次的日子
          </button>
        )}
      </p>
    </form>
  );
}

function Collisions({ campaign, from, to }: { campaign: Campaign; from: string; to: string }) {
  const { data } = useQuery(collisionsAt(campaign.id, from as CountyDate, to as CountyDate));
  const moved = from !== campaign.fromOn || to !== campaign.toOn;
  if (!moved || !data) return null;
  if (data.whyNot) return <p className="why">{data.whyNot}</p>;
  return (
    <div role="status">
      <p>
        改后 {data.workdays} 个工作日；
        {data.collisions.length === 0 ? '✓ 什么也不撞' : `! 撞上 ${data.collisions.length} 处，仍可以改：`}
      </p>
      <ul>
        {data.collisions.map(({ kind, words }) => (
          <li key={kind + words}>
            <span className="tag wait">! {collisionKinds[kind]}</span> {words}
          </li>
        ))}
      </ul>
    </div>
  );
}
