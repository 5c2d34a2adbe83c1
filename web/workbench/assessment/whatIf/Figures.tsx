import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { figuresOf, putsIn, putsText } from '../../../../server/assessment/whatIf/numbers.ts';
import { api, type intent } from '../../../ui/api.ts';
import { ActionButton } from '../../ActionButton.tsx';
import { Said } from '../../Said.tsx';
import { useWrite } from '../../useWrite.ts';
import { draftList } from '../draft/drafts.ts';
import { schemeOf, type Version } from '../schemes.ts';
import type { Trial } from './trial.ts';

/** Other figures in one clause of a version: tried at once, kept in the address, and begun as a draft. */
export function Figures({ trial, version }: { trial: Trial; version: Version }) {
  const navigate = useNavigate({ from: '/assessment/what-if' });
  const { data: scheme } = useQuery(schemeOf(version.fromOn));
  const mayStart = useQuery(draftList).data?.may.start;
  const clause = scheme?.clauses.find(({ no }) => no === trial.clause);
  const begin = useWrite(
    async (_: undefined, once: ReturnType<typeof intent>) => {
      const { clause, put } = trial;
      return (await api['scheme-drafts'].$post({ json: { kind: 'version', id: version.id, clause, put } }, once)).json();
    },
    ({ id }) => navigate({ to: '/scheme/drafts/$id', params: { id } }),
  );
  const puts = new Map(putsIn(trial.put ?? ''));
  const write = (at: string, was: string, next: string) => {
    const others = [...puts].filter(([key]) => key !== at);
    const all = next === was ? others : [...others, [at, next] as const];
    void navigate({ search: (before) => ({ ...before, put: putsText(all) || undefined }), replace: true, resetScroll: false });
  };
  return (
    <fieldset className="figures">
      <legend>改“{version.name}”里的一条试试</legend>
      <label>
        条款
        <select
          className="wanted"
          value={trial.clause ?? ''}
          onChange={({ target }) =>
            navigate({ search: (before) => ({ ...before, clause: target.value || undefined, put: undefined }) })
          }
        >
          <option value="">选一条</option>
          {scheme?.clauses.map(({ no, title }) => (
            <option key={no} value={no}>
              {no} {title}
            </option>
          ))}
        </select>
      </label>
      {clause &&
        figuresOf(clause).map(({ at, label, value }) => (
          <Figure
            key={`${clause.no} ${at}`}
            label={label}
            value={puts.get(at) ?? value}
            write={(next) => write(at, value, next)}
          />
        ))}
      {trial.put && (
        <ActionButton
          label="存为草稿"
          whyNot={mayStart === undefined ? '正在读取' : mayStart}
          onClick={() => begin.mutate(undefined)}
        />
      )}
      <Said error={begin.error} />
    </fieldset>
  );
}

const pause = 350; // ms without a stroke

function Figure({ label, value, write }: { label: string; value: string; write: (next: string) => void }) {
  const [text, setText] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the clock
  useEffect(() => {
    if (text === value) return;
    const waits = setTimeout(() => write(text.trim()), pause);
    return () => clearTimeout(waits);
  }, [text]);
  return (
    <label>
      {label}
      <input inputMode="decimal" value={text} onChange={({ target }) => setText(target.value)} />
    </label>
  );
}
