import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createRoute, Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { type FactKind, factKinds } from '../../../server/fact/fact.ts';
import { CountyDate } from '../../../server/kernel/dates.ts';
import type { KeptFile } from '../../../server/kernel/queries.ts';
import { aboutWords } from '../../../server/objection/objection.ts';
import { api } from '../../ui/api.ts';
import '../adoption/adoption.css';
import { monthWords } from '../adoption/claims.ts';
import { Errors } from '../adoption/Errors.tsx';
import { EvidenceInput } from '../adoption/EvidenceInput.tsx';
import { Facts, shownOf } from '../assessment/Facts.tsx';
import { accountNow, type Line } from '../assessment/monthNow.ts';
import { minus } from '../assessment/places.ts';
import { Field } from '../Field.tsx';
import { Pick } from '../plan/commission/Pick.tsx';
import { Waiting } from '../Said.tsx';
import { shellRoute } from '../Shell.tsx';
import { useWrite } from '../useWrite.ts';
import { whoIAm } from '../whoIAm.ts';
import './objection.css';
import { type Ground, groundOf } from './objections.ts';
import { windowWords } from './words.ts';

const word = z.coerce.string().optional().catch(undefined);
/** Which line it is about; without a clause, something that is missing. `about`: whose line, when it is another's correction. */
export const newObjectionRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/objections/new',
  validateSearch: z.object({ month: word, unit: word, about: word, clause: word, effect: word, corrects: word }),
  component: NewObjectionPage,
});
type Search = ReturnType<typeof newObjectionRoute.useSearch>;

function NewObjectionPage() {
  const search = newObjectionRoute.useSearch();
  const { month = '', unit } = search;
  const { data: me } = useQuery(whoIAm);
  const { data: ground, error } = useQuery({ ...groundOf(month, unit), enabled: month !== '' });
  const whose = ground?.unit ?? null;
  const account = useQuery({ ...accountNow(month, whose ?? ''), enabled: whose !== null });
  if (month === '') return <Unsaid />;
  if (!me || !ground || account.isLoading) return <Waiting error={error} />;
  const line = search.about ? undefined : account.data?.lines.find((each) => isMeant(each, search));
  return (
    <main className="page claiming">
      <div className="head">
        <div>
          <h1>
            {monthWords(month)}异议：{titleOf(search)}
          </h1>
          <p>
            {ground.may.raise ?? windowWords(ground, me.day)}
            {ground.unitName && ground.unit !== me.person.unitId && `　代${ground.unitName}登记`}
          </p>
        </div>
        <div className="acts">
          <Link className="btn" to="/assessment" search={{ month, unit: ground.unit ?? undefined }}>
            回得分单
          </Link>
        </div>
      </div>
      <Form
        key={JSON.stringify(search)}
        search={search}
        ground={ground}
        line={line}
        facts={shownOf(account.data?.facts ?? {}, line?.facts ?? [])}
      />
    </main>
  );
}

const Unsaid = () => (
  <main className="page">
    <h1>异议</h1>
    <p className="empty">
      请从得分单上提：打开锁定的月份，在那一行点“提出异议”。 <Link to="/assessment">去得分单</Link>
    </p>
  </main>
);

const isMeant = (line: Line, { clause, effect, corrects }: Search) =>
  line.clause === clause && line.effect === effect && line.corrects === (corrects ?? null);

const titleOf = ({ clause = '', effect = '', corrects = null }: Search) =>
  clause === ''
    ? '漏记了一件事'
    : aboutWords({ what: 'line', clause, effect, corrects, kind: null, happenedOn: null, title: '' });

const blank = { kind: 'adoption', happenedOn: '', title: '', reason: '' };
type Typed = typeof blank;
type Shown = ReturnType<typeof shownOf>;
type FormProps = { search: Search; ground: Ground; line: Line | undefined; facts: Shown };

function Form({ search, ground, line, facts }: FormProps) {
  const [typed, setTyped] = useState(blank);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const raise = useRaise(search, ground, { typed, chosen, files });
  const lost = search.clause === undefined;
  const missing = ground.may.raise ?? whatIsMissing(lost, typed, files);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (missing === null) raise.mutate();
  };
  return (
    <form onSubmit={send}>
      <section className="card">
        {line && <Printed line={line} />}
        {search.about && <p>对 {ground.others.find(({ unit }) => unit === search.about)?.name ?? '别的单位'} 的更正。</p>}
        {facts.length > 0 && <Picks facts={facts} chosen={chosen} set={setChosen} />}
        {lost && <Missing month={search.month ?? ''} typed={typed} change={change} />}
        <label className="fill">
          <span>理由：哪里不对，应该是什么</span>
          <textarea
            required
            rows={4}
            maxLength={1000}
            value={typed.reason}
            onChange={({ target }) => change({ reason: target.value })}
          />
        </label>
      </section>
      <section className="card">
        <EvidenceInput
          label={lost ? '佐证：漏记的要有，至少一份' : '佐证：有就交，复核的人对着看'}
          kept={files}
          add={(file) => setFiles((before) => [...before.filter(({ sha256 }) => sha256 !== file.sha256), file])}
          drop={(sha256) => setFiles((before) => before.filter((file) => file.sha256 !== sha256))}
        />
      </section>
      <Errors error={raise.error} />
      <p className="acts">
        {missing && <span className="why">{missing}</span>}
        <button className="btn main" type="submit" aria-disabled={missing !== null || raise.isPending}>
          {raise.isPending ? '正在交……' : '交给专班复核'}
        </button>
      </p>
    </form>
  );
}

function whatIsMissing(lost: boolean, { happenedOn, title, reason }: Typed, files: readonly KeptFile[]): string | null {
  if (lost && !CountyDate.safeParse(happenedOn).success) return '请填哪一天的事';
  if (lost && title.trim() === '') return '请写题目';
  if (reason.trim() === '') return '请写理由';
  return lost && files.length === 0 ? '请交佐证' : null;
}

type Given = { typed: Typed; chosen: readonly string[]; files: readonly KeptFile[] };
function useRaise({ month = '', about, clause, effect = '', corrects }: Search, ground: Ground, { typed, chosen, files }: Given) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useWrite<void, { id: string }>(
    async (_, once) => {
      const { reason, title, kind } = typed;
      const common = {
        month,
        reason,
        evidence: files.map(({ sha256 }) => sha256),
        ...(ground.unit ? { unitId: ground.unit } : {}),
      };
      const json =
        clause === undefined
          ? { ...common, what: 'missing' as const, kind: kind as FactKind, happenedOn: CountyDate.parse(typed.happenedOn), title }
          : about === undefined
            ? { ...common, what: 'line' as const, clause, effect, corrects: corrects ?? null, facts: [...chosen] }
            : { ...common, what: 'correction' as const, clause, effect, corrects: corrects ?? '', aboutId: about };
      return (await api.objections.$post({ json }, once)).json();
    },
    async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['objections'] });
      return navigate({ to: '/objections/$objectionId', params: { objectionId: id } });
    },
  );
}

const Printed = ({ line }: { line: Line }) => (
  <p className="records">
    <strong>{minus(line.points)}</strong> <code>{minus(line.arithmetic)}</code>
  </p>
);

/** Which facts of the line are meant: whoever verified one of them does not answer. */
const Picks = ({ facts, chosen, set }: { facts: Shown; chosen: readonly string[]; set: (chosen: readonly string[]) => void }) => (
  <fieldset className="picks">
    <legend>针对这一行里的哪几条（都不勾，就是针对这一行怎么算的）</legend>
    {facts.map((fact) => (
      <label key={fact.id}>
        <input
          type="checkbox"
          aria-label={fact.attributes.title ?? factKinds[fact.kind]}
          checked={chosen.includes(fact.id)}
          onChange={({ target }) => set(target.checked ? [...chosen, fact.id] : chosen.filter((each) => each !== fact.id))}
        />
        <Facts facts={[fact]} />
      </label>
    ))}
  </fieldset>
);

const countable = [
  'adoption',
  'instruction',
  'commission',
  'submission',
  'activity',
  'broadcast',
  'display',
  'report',
  'attendance',
] as const;
const missingWords = (month: string) =>
  `${month}已经锁定，它的表一字不动。锁定以前已经交来、漏记或错退的，复核补记以后算${month}的，差的分作更正列在下一个没锁定的月份；锁定以后才交来的，是迟到的佐证，记入那个没锁定的月份。`;
type MissingProps = { month: string; typed: Typed; change: (part: Partial<Typed>) => void };
const Missing = ({ month, typed, change }: MissingProps) => (
  <div className="claim-fields">
    <p className="hint cap">{missingWords(monthWords(month))}</p>
    <Pick
      label="漏记的是什么"
      none="请选"
      required
      value={typed.kind}
      set={(kind) => change({ kind })}
      options={countable.map((each) => [each, factKinds[each]] as const)}
    />
    <Field label="哪一天" type="date" value={typed.happenedOn} set={(happenedOn) => change({ happenedOn })} />
    <Field label="题目" className="wide" maxLength={200} value={typed.title} set={(title) => change({ title })} />
  </div>
);
