import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CountyDate } from '../../../server/kernel/dates.ts';
import { unitRoles } from '../../../server/project/project.ts';
import { api } from '../../ui/api.ts';
import { ActionButton } from '../ActionButton.tsx';
import { Box } from '../Box.tsx';
import { Field } from '../Field.tsx';
import { allUnits } from '../identity/lists.ts';
import { Pick } from '../plan/commission/Pick.tsx';
import { Said } from '../Said.tsx';
import { useWrite } from '../useWrite.ts';
import { again, type Shown } from './projects.ts';

/** Who leads and supports it, since when, and who did before. */
export function Members({ shown, today }: { shown: Shown; today: string }) {
  const [assigning, setAssigning] = useState(false);
  const { members, memberships, may } = shown;
  const former = memberships.filter(({ toOn }) => toOn !== null);
  return (
    <section className="card" aria-label="牵头、配合单位">
      <header>
        <h2>牵头、配合单位</h2>
      </header>
      <div className="inside">
        {members.length === 0 && <p>! 还没有定牵头单位，没有人填这张卡。</p>}
        <ul>
          {members.map(({ id, unitName, role, fromOn }) => (
            <li key={id}>
              <b>{unitRoles[role]}</b> {unitName} <span className="cap">{fromOn} 起</span>
            </li>
          ))}
        </ul>
        {former.length > 0 && (
          <details>
            <summary>以前的 {former.length} 个</summary>
            <ul>
              {former.map(({ id, unitName, role, fromOn, toOn, endReason }) => (
                <li key={id}>
                  {unitRoles[role]} {unitName}{' '}
                  <span className="cap">
                    {fromOn}—{toOn}，{endReason}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
        <p className="choices">
          {(may.assign === null || members.length === 0) && (
            <ActionButton
              label={members.length === 0 ? '定牵头单位' : '换单位'}
              whyNot={may.assign}
              onClick={() => setAssigning(true)}
            />
          )}
        </p>
      </div>
      {assigning && <Assigning shown={shown} today={today} close={() => setAssigning(false)} />}
    </section>
  );
}

function Assigning({ shown, today, close }: { shown: Shown; today: string; close: () => void }) {
  const now = shown.memberships.filter(({ toOn }) => toOn === null);
  const [lead, setLead] = useState<string>(now.find(({ role }) => role === 'lead')?.unitId ?? '');
  const [supports, setSupports] = useState<readonly string[]>(
    now.filter(({ role }) => role === 'support').map(({ unitId }) => unitId),
  );
  const [fromOn, setFromOn] = useState(today);
  const [reason, setReason] = useState('');
  const assign = useAssign(shown.project.id, close);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const units = [
      { unitId: lead, role: 'lead' as const },
      ...supports.filter((id) => id !== lead).map((unitId) => ({ unitId, role: 'support' as const })),
    ];
    assign.mutate({ seen: now.map(({ id }) => id), units, fromOn: CountyDate.parse(fromOn), reason });
  };
  return (
    <Box label="定牵头、配合单位" close={close}>
      <form onSubmit={send}>
        <h2>定牵头、配合单位</h2>
        <Chosen shown={shown} lead={lead} supports={supports} setLead={setLead} setSupports={setSupports} />
        <Field label="从哪天起" type="date" max={today} value={fromOn} set={setFromOn} />
        <Field label="理由" maxLength={500} value={reason} set={setReason} />
        <Said error={assign.error} />
        <p className="choices">
          <button className="btn main" type="submit" disabled={assign.isPending}>
            定下来
          </button>
          <button className="btn" type="button" onClick={close}>
            不办了
          </button>
        </p>
      </form>
    </Box>
  );
}

function useAssign(id: string, close: () => void) {
  const client = useQueryClient();
  type Given = { seen: string[]; units: { unitId: string; role: 'lead' | 'support' }[]; fromOn: CountyDate; reason: string };
  return useWrite<Given>(
    (json, once) => api.projects[':id'].units.$post({ param: { id }, json }, once),
    () => {
      close();
      return client.invalidateQueries(again);
    },
  );
}

type ChosenProps = {
  shown: Shown;
  lead: string;
  supports: readonly string[];
  setLead: (unit: string) => void;
  setSupports: (units: readonly string[]) => void;
};
/** The units that the notice names beside the project stand first; which of them has it the notice does not say. */
function Chosen({ shown, lead, supports, setLead, setSupports }: ChosenProps) {
  const { data } = useQuery(allUnits);
  const named = new Set<string>(shown.campaigns.flatMap(({ units }) => units.map(({ id }) => id)));
  const units = (data?.units ?? [])
    .filter(({ toOn }) => toOn === null)
    .toSorted((a, b) => Number(named.has(b.id)) - Number(named.has(a.id)));
  const nameOf = ({ id, name }: { id: string; name: string }) => `${name}${named.has(id) ? '（来文写在这一场）' : ''}`;
  return (
    <>
      <Pick
        label="牵头单位"
        none="请选单位"
        required
        value={lead}
        set={setLead}
        options={units.map((unit) => [unit.id, nameOf(unit)])}
      />
      <fieldset className="several">
        <legend>配合单位（可以不选）</legend>
        <div className="many">
          {units
            .filter(({ id }) => id !== lead)
            .map((unit) => (
              <label className="check" key={unit.id}>
                <input
                  type="checkbox"
                  checked={supports.includes(unit.id)}
                  onChange={({ target }) =>
                    setSupports(target.checked ? [...supports, unit.id] : supports.filter((id) => id !== unit.id))
                  }
                />
                {nameOf(unit)}
              </label>
            ))}
        </div>
      </fieldset>
    </>
  );
}
