import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { outletKinds, tierWords } from '../../../server/channel/channel.ts';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { api } from '../../ui/api.ts';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { happenedOn } from '../happenedOn.ts';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import { type About, AboutFields, aboutOf } from './AboutFields.tsx';
import type { Outlet } from './outlets.ts';
import { type Decision, TierFields } from './TierFields.tsx';

type Props = { outlet: Outlet; outlets: readonly Outlet[]; whyNot: string | null; close: () => void };

/** One outlet: its tiers over time, and the acts of whoever keeps the roster. */
export function OutletSheet({ outlet, outlets, whyNot, close }: Props) {
  const { name, kind, groupName, mainstream, aliases } = outlet;
  return (
    <Box label={name} close={close}>
      <h2>{name}</h2>
      <p className="cap">
        {[outletKinds[kind], groupName, mainstream && '主流媒体', aliases.length > 0 && `又名 ${aliases.join('、')}`]
          .filter(Boolean)
          .join('　')}
      </p>
      <History outlet={outlet} />
      {whyNot ? (
        <p className="why">{whyNot}</p>
      ) : (
        <>
          <DecideTier outlet={outlet} />
          <Alias outlet={outlet} />
          <Edit outlet={outlet} outlets={outlets} />
        </>
      )}
      <button className="btn" type="button" onClick={close}>
        收起
      </button>
    </Box>
  );
}

function History({ outlet: { history } }: { outlet: Outlet }) {
  const me = useQuery(whoIAm).data;
  return history.length === 0 ? (
    <p>
      <span className="tag wait">◔ 待认定</span> 还没有认定过层级，认定以前不计分。
    </p>
  ) : (
    <ol className="tiers" aria-label="层级沿革">
      {history.map(({ id, fromOn, tier, reason, by, at }) => (
        <li key={id}>
          <b>
            {fromOn} 起　{tierWords(tier)}
          </b>
          <span>{reason}</span>
          <small className="cap">
            {by ?? '系统'} {me && happenedOn(at, me.day)} 认定
          </small>
        </li>
      ))}
    </ol>
  );
}

function useAct<Given>(send: Parameters<typeof useWrite<Given>>[0]) {
  const client = useQueryClient();
  return useWrite<Given>(send, () => client.invalidateQueries({ queryKey: ['outlets'] }));
}

type FormProps = { title: string; act: string; error: Error | null; busy: boolean; send: () => void; children: ReactNode };
const Part = ({ title, act, error, busy, send, children }: FormProps) => (
  <details className="part">
    <summary>{title}</summary>
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send();
      }}
    >
      {children}
      <Said error={error} />
      <button className="btn main" type="submit" disabled={busy}>
        {act}
      </button>
    </form>
  </details>
);

function DecideTier({ outlet: { id, version, tier } }: { outlet: Outlet }) {
  const today = useQuery(whoIAm).data?.day ?? '';
  const [said, setSaid] = useState<Decision>({ fromOn: '', tier, reason: '' });
  const decision = { ...said, fromOn: said.fromOn || today };
  const decide = useAct<void>((_given, once) => {
    const json = { version, ...decision, fromOn: CountyDate.parse(decision.fromOn) };
    return api.outlets[':id'].tiers.$post({ param: { id }, json }, once);
  });
  return (
    <Part title="认定层级" act="认定" error={decide.error} busy={decide.isPending} send={() => decide.mutate()}>
      <TierFields decision={decision} change={(part) => setSaid({ ...said, ...part })} />
    </Part>
  );
}

function Alias({ outlet: { id, version } }: { outlet: Outlet }) {
  const [name, setName] = useState('');
  const add = useAct<void>((_given, once) => api.outlets[':id'].aliases.$post({ param: { id }, json: { version, name } }, once));
  return (
    <Part title="加一个别名" act="加为别名" error={add.error} busy={add.isPending} send={() => add.mutate()}>
      <Field label="来稿、报样上的另一种写法" maxLength={100} value={name} set={setName} />
    </Part>
  );
}

function Edit({ outlet, outlets }: { outlet: Outlet; outlets: readonly Outlet[] }) {
  const { id, version, kind, groupName, mainstream } = outlet;
  const [about, setAbout] = useState<About>({ kind, group: groupName ?? '', mainstream });
  const edit = useAct<void>((_given, once) =>
    api.outlets[':id'].$post({ param: { id }, json: { version, ...aboutOf(about) } }, once),
  );
  return (
    <Part title="改类型、集团、主流" act="改好了" error={edit.error} busy={edit.isPending} send={() => edit.mutate()}>
      <AboutFields about={about} outlets={outlets} change={(part) => setAbout({ ...about, ...part })} />
    </Part>
  );
}
