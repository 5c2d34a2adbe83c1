import { useQuery } from '@tanstack/react-query';
import { createRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { addressOf } from '../../../ui/upload.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { Export } from '../../Export.tsx';
import { Said, Waiting } from '../../Said.tsx';
import { shellRoute } from '../../Shell.tsx';
import { holds } from '../../sorting.ts';
import { Wanted } from '../../Wanted.tsx';
import { whoIAm } from '../../whoIAm.ts';
import '../filing.css';
import { type Bond, guidanceNow } from './bonds.ts';
import { EndBox, NoteBox, SetBox } from './boxes.tsx';

export const guidanceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/guidance',
  validateSearch: z.object({ q: z.coerce.string().optional().catch(undefined) }),
  component: GuidancePage,
});

type Doing = { what: 'set' } | { what: 'note' | 'end'; bond: Bond };

function GuidancePage() {
  const { q } = guidanceRoute.useSearch();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { data, error } = useQuery(guidanceNow);
  const { data: me } = useQuery(whoIAm);
  if (!data || !me) return <Waiting error={error} />;
  const close = () => setDoing(null);
  const shown = data.bonds.filter(({ leadName, unitName }) => holds([leadName, unitName], q));
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{headOf(data.bonds)}</h1>
          <p>牵头单位做好牵头项目的宣传，也指导别的责任单位；每次指导记哪天、做了什么、谁去的。</p>
        </div>
        <div className="acts">
          <ActionButton main label="定谁指导谁" whyNot={data.may.set} onClick={() => setDoing({ what: 'set' })} />
        </div>
      </div>
      <section className="card">
        <header>
          <h2 className="sr">牵头和指导</h2>
          <Wanted label="按单位找" />
          <span className="more">
            <Export to="/api/guidance.xlsx" />
          </span>
        </header>
        <Said error={error} />
        {shown.length === 0 && (
          <p className="empty">
            {data.bonds.length === 0 ? '还没有定谁指导谁。定了以后，指导的经过记在这里。' : '没有这样的单位，换个词找。'}
          </p>
        )}
        <ul className="bonds">
          {shown.map((bond) => (
            <One key={bond.id} bond={bond} does={setDoing} />
          ))}
        </ul>
      </section>
      {doing?.what === 'set' && <SetBox close={close} />}
      {doing?.what === 'note' && <NoteBox bond={doing.bond} today={me.day} close={close} />}
      {doing?.what === 'end' && <EndBox bond={doing.bond} close={close} />}
    </main>
  );
}

function headOf(bonds: readonly Bond[]): string {
  const on = bonds.filter(({ endedOn }) => endedOn === null);
  const silent = on.filter(({ notes }) => notes.length === 0).length;
  return on.length === 0 ? '指导：还没有定' : `指导：${on.length} 对${silent > 0 ? `，! ${silent} 对还没有指导过` : ''}`;
}

const One = ({ bond, does }: { bond: Bond; does: (doing: Doing) => void }) => (
  <li>
    <h3>
      {bond.leadName} → {bond.unitName}
      <small className="cap">
        {bond.endedOn
          ? `— ${bond.setOn} 到 ${bond.endedOn}：${bond.reason}`
          : `从 ${bond.setOn} 起，指导过 ${bond.notes.length} 次`}
      </small>
    </h3>
    <ol>
      {bond.notes.map(({ id, happenedOn, what, byName, sha256, recordedBy }) => (
        <li key={id}>
          <time dateTime={happenedOn}>{happenedOn}</time>　{what}　
          <span className="cap">
            {byName}去的，{recordedBy}记
          </span>
          {sha256 && (
            <a href={addressOf(sha256)} target="_blank" rel="noreferrer">
              附件
            </a>
          )}
        </li>
      ))}
    </ol>
    <p className="choices">
      <ActionButton label="记一次指导" className="small" whyNot={bond.may.note} onClick={() => does({ what: 'note', bond })} />
      {bond.may.end === null && (
        <ActionButton label="不再指导" className="small" whyNot={null} onClick={() => does({ what: 'end', bond })} />
      )}
    </p>
  </li>
);
