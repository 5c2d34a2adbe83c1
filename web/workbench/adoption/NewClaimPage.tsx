import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, useNavigate } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { z } from 'zod';
import type { Id } from '../../../server/kernel/ids.ts';
import { api } from '../../ui/api.ts';
import { allUnits } from '../identity/lists.ts';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import { ArticlePicker } from './ArticlePicker.tsx';
import { ClaimFields } from './ClaimFields.tsx';
import { claimCounts } from './claims.ts';
import { type Draft, useClaimDraft } from './draft.ts';
import { Errors } from './Errors.tsx';
import { EvidenceInput } from './EvidenceInput.tsx';
import { fieldsFrom } from './fields.ts';
import './adoption.css';

const word = z.string().optional().catch(undefined);
/** May be begun from an article: whose it is, which, and its title. */
export const newClaimRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/new',
  validateSearch: z.object({ unit: word, article: word, title: word }),
  component: NewClaimPage,
});

function NewClaimPage() {
  const { data: me, error } = useQuery(whoIAm);
  const { draft, change, restart } = useClaimDraft(newClaimRoute.useSearch());
  const make = useMake(restart);
  const whyNot = useQuery(claimCounts).data?.may.make ?? null;
  if (!me) return <Waiting error={error} />;
  const office = me.person.roles.some((role) => role.startsWith('office'));
  const missing = whyNot ?? whatIsMissing(draft, office);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null) make.mutate({ ...draft, unit: office ? draft.unit : '' });
  };
  const { typed, files } = draft;
  return (
    <main className="page claiming">
      <div className="head">
        <div>
          <h1>认领采用：登在哪里、哪一天、凭什么</h1>
          <p>填的随时留在这台设备上。专班核验以后才算数；同一篇登了几家，一家一条。</p>
        </div>
      </div>
      <form onSubmit={send}>
        <section className="card">
          {office && <UnitChoice unit={draft.unit} set={(unit) => change({ unit, article: '' })} />}
          <ArticlePicker
            key={draft.unit}
            unit={office ? draft.unit : undefined}
            chosen={draft.article}
            choose={({ id, title }) => change({ article: id, typed: { ...typed, title: title || typed.title } })}
          />
        </section>
        <section className="card">
          <ClaimFields typed={typed} change={(part) => change((before) => ({ typed: { ...before.typed, ...part } }))} />
        </section>
        <section className="card">
          <EvidenceInput
            kept={files}
            add={(file) =>
              change((before) => ({ files: [...before.files.filter(({ sha256 }) => sha256 !== file.sha256), file] }))
            }
            drop={(sha256) => change((before) => ({ files: before.files.filter((file) => file.sha256 !== sha256) }))}
          />
        </section>
        <Errors error={make.error} />
        <p className="acts">
          {missing && <span className="why">{missing}</span>}
          <button className="btn main" type="submit" aria-disabled={missing !== null || make.isPending}>
            {make.isPending ? '正在交……' : '交给专班核验'}
          </button>
        </p>
      </form>
    </main>
  );
}

function useMake(restart: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useWrite<Draft, { id: string }>(
    async ({ unit, article, typed, files }, once) => {
      const fields = fieldsFrom(typed);
      if (fields === null) throw new Error('请填刊发日期。');
      const evidence = files.map(({ sha256 }) => sha256);
      const json = { articleId: article as Id<'article'> | null, fields, evidence, ...(unit ? { unitId: unit } : {}) };
      return (await api.claims.$post({ json }, once)).json();
    },
    async ({ id }) => {
      restart();
      await client.invalidateQueries({ queryKey: ['claims'] });
      return navigate({ to: '/claims/$claimId', params: { claimId: id } });
    },
  );
}

/** What to do next, said beside the button. */
function whatIsMissing({ unit, article, typed, files }: Draft, office: boolean): string | null {
  if (office && !unit) return '请选单位';
  if (article === '') return '请选登的是哪一篇';
  if (typed.outlet.trim() === '') return '请填载体';
  if (fieldsFrom(typed) === null) return '请填刊发日期';
  if (typed.title.trim() === '') return '请填刊出的标题';
  return files.length === 0 && typed.link.trim() === '' ? '请交一份佐证，或填网址' : null;
}

function UnitChoice({ unit, set }: { unit: string; set: (unit: string) => void }) {
  const units = useQuery(allUnits).data?.units ?? [];
  return (
    <label className="fill">
      <span>替哪个单位认领</span>
      <select required value={unit} onChange={({ target }) => set(target.value)}>
        <option value="">请选单位</option>
        {units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
