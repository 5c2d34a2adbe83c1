import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { z } from 'zod';
import { CountyDate } from '../../../server/kernel/dates.ts';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { gradeWords, type VoucherKind, voucherKinds } from '../../../server/voucher/voucher.ts';
import { api } from '../../ui/api.ts';
import '../adoption/adoption.css';
import { articlesLike } from '../adoption/claims.ts';
import { Errors } from '../adoption/Errors.tsx';
import { EvidenceInput } from '../adoption/EvidenceInput.tsx';
import { Field } from '../Field.tsx';
import { allUnits } from '../identity/lists.ts';
import { Pick } from '../plan/commission/Pick.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import './voucher.css';
import { gradesOf, offered, schemeNow, voucherList } from './vouchers.ts';

const kinds = Object.keys(voucherKinds) as VoucherKind[];
export const newVoucherRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/vouchers/new',
  validateSearch: z.object({
    kind: z
      .enum(kinds as [VoucherKind, ...VoucherKind[]])
      .optional()
      .catch(undefined),
  }),
  component: NewVoucherPage,
});

const blank = { unit: '', happenedOn: '', grade: '', title: '', article: '', words: '', number: '' };
type Typed = typeof blank;

function NewVoucherPage() {
  const { kind = 'instruction' } = newVoucherRoute.useSearch();
  const { data: me, error } = useQuery(whoIAm);
  const whyNot = useQuery(voucherList({})).data?.may.enter ?? null;
  const [typed, setTyped] = useState<Typed>(blank);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const enter = useEnter(kind, typed, files);
  if (!me) return <Waiting error={error} />;
  const missing = whyNot ?? whatIsMissing(kind, typed, files);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null) enter.mutate();
  };
  return (
    <main className="page claiming">
      <div className="head">
        <div>
          <h1>登记{voucherKinds[kind]}：凭哪份文件，记在哪个单位</h1>
          <p>登记以后单位就看得到；另一个人对着文件确认了才计分。</p>
        </div>
      </div>
      <form onSubmit={send}>
        <Fields kind={kind} today={me.day} typed={typed} change={(part) => setTyped({ ...typed, ...part })} />
        <section className="card">
          <EvidenceInput
            label={kind === 'instruction' ? '文件：批示件的扫描件或照片，至少一份' : '文件：通报、更正、核查记录，至少一份'}
            kept={files}
            add={(file) => setFiles((before) => [...before.filter(({ sha256 }) => sha256 !== file.sha256), file])}
            drop={(sha256) => setFiles((before) => before.filter((file) => file.sha256 !== sha256))}
          />
        </section>
        <Errors error={enter.error} />
        <p className="acts">
          {missing && <span className="why">{missing}</span>}
          <button className="btn main" type="submit" aria-disabled={missing !== null || enter.isPending}>
            {enter.isPending ? '正在登记……' : '登记，等第二个人确认'}
          </button>
        </p>
      </form>
    </main>
  );
}

function whatIsMissing(kind: VoucherKind, { unit, happenedOn, grade, title }: Typed, files: readonly KeptFile[]): string | null {
  if (unit === '') return '请选单位';
  if (!CountyDate.safeParse(happenedOn).success) return '请填日期';
  if (grade.trim() === '') return `请填${gradeWords[kind]}`;
  if (title.trim() === '') return '请写题目';
  return files.length === 0 ? '请传文件' : null;
}

function useEnter(kind: VoucherKind, { unit, article, happenedOn, ...typed }: Typed, files: readonly KeptFile[]) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useWrite<void, { id: string }>(
    async (_, once) => {
      const about = { unitId: unit, articleId: article || null, happenedOn: CountyDate.parse(happenedOn) };
      const json = { ...typed, ...about, kind, evidence: files.map(({ sha256 }) => sha256) };
      return (await api.vouchers.$post({ json }, once)).json();
    },
    async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['vouchers'] });
      return navigate({ to: '/vouchers/$voucherId', params: { voucherId: id } });
    },
  );
}

type FieldsProps = { kind: VoucherKind; today: string; typed: Typed; change: (part: Partial<Typed>) => void };
function Fields({ kind, today, typed, change }: FieldsProps) {
  const navigate = useNavigate({ from: '/vouchers/new' });
  const units = useQuery(allUnits).data?.units ?? [];
  const { data: found } = useQuery(articlesLike(typed.unit, ''));
  const articles = typed.unit === '' ? [] : (found?.articles ?? []);
  const choose = (article: string) => {
    const title = articles.find(({ id }) => id === article)?.title;
    change({ article, ...(title && typed.title === '' ? { title } : {}) });
  };
  return (
    <section className="card voucher-fields">
      <fieldset className="tabs">
        <legend>登记什么</legend>
        {kinds.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="kind"
              checked={kind === each}
              onChange={() => navigate({ search: { kind: each }, replace: true })}
            />
            {voucherKinds[each]}
          </label>
        ))}
      </fieldset>
      <Pick
        label="记在哪个单位"
        none="请选单位"
        required
        value={typed.unit}
        set={(unit) => change({ unit, article: '' })}
        options={units.map(({ id, name }) => [id, name] as const)}
      />
      <Field label="日期" type="date" max={today} value={typed.happenedOn} set={(happenedOn) => change({ happenedOn })} />
      <Grade kind={kind} value={typed.grade} set={(grade) => change({ grade })} />
      <Pick
        label="关于哪篇稿件（可以不选）"
        none="不关哪篇稿件"
        value={typed.article}
        set={choose}
        options={articles.map(({ id, title }) => [id, title] as const)}
      />
      <Field label="题目" maxLength={200} value={typed.title} set={(title) => change({ title })} />
      <Field label="文号（有就填）" maxLength={60} required={false} value={typed.number} set={(number) => change({ number })} />
      <label className="fill">
        <span>{kind === 'instruction' ? '批示的话' : '差错的情况'}</span>
        <textarea rows={3} maxLength={2000} value={typed.words} onChange={({ target }) => change({ words: target.value })} />
      </label>
    </section>
  );
}

/** Free words, with those that the scheme counts by on top; another one is recorded and gives no points. */
function Grade({ kind, value, set }: { kind: VoucherKind; value: string; set: (grade: string) => void }) {
  const clauses = useQuery(schemeNow).data?.scheme?.clauses ?? [];
  const used = useQuery(voucherList({})).data?.grades ?? [];
  const inScheme = gradesOf(clauses, kind);
  const [list, hint] = [useId(), useId()];
  const written = value.trim();
  return (
    <div>
      <Field label={gradeWords[kind]} list={list} maxLength={40} aria-describedby={hint} value={value} set={set} />
      <datalist id={list}>
        {offered(kind, inScheme, used).map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
      <p className="hint cap" id={hint} role="status">
        {inScheme.length === 0
          ? `现行细则没有按${gradeWords[kind]}分档，照记。`
          : written === '' || inScheme.includes(written)
            ? `细则分的档：${inScheme.join('、')}`
            : `! 细则里没有“${written}”，照记，可能不计分；细则分的档：${inScheme.join('、')}`}
      </p>
    </div>
  );
}
