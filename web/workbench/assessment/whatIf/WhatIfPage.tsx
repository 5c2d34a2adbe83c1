import { useQuery } from '@tanstack/react-query';
import { createRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { findingOf } from '../../../../server/assessment/whatIf/range.ts';
import { Export } from '../../Export.tsx';
import { Said, Waiting } from '../../Said.tsx';
import { shellRoute } from '../../Shell.tsx';
import { useLast } from '../../useLast.ts';
import '../assessment.css';
import { monthAtHand, months as monthsQuery } from '../monthNow.ts';
import { monthName } from '../places.ts';
import { schemes } from '../schemes.ts';
import { Figures } from './Figures.tsx';
import { MovedLines } from './MovedLines.tsx';
import { MovedTable } from './MovedTable.tsx';
import { Slopes } from './Slopes.tsx';
import { sheetOf, type Trial, type TrialNow, trialNow } from './trial.ts';
import './whatIf.css';

const words = z.coerce.string().optional().catch(undefined);

export const whatIfRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessment/what-if',
  validateSearch: z.object({
    ...{ draft: words, scheme: words, clause: words, put: words, from: words, to: words },
    unit: words,
  }),
  component: WhatIfPage,
});

/** Without anything chosen, the version in force over the month at hand. */
function WhatIfPage() {
  const { draft, scheme, clause, put, from, to } = whatIfRoute.useSearch();
  const versions = useQuery(schemes);
  const months = useQuery(monthsQuery);
  if (!versions.data || !months.data) return <Waiting error={versions.error ?? months.error} />;
  const first = from ?? monthAtHand(months.data);
  const version = versions.data.schemes.find(({ id }) => id === scheme) ?? versions.data.schemes[0];
  const what = draft === undefined ? { scheme: version?.id, clause, put } : { draft };
  const span = { from: first, to: to !== undefined && to > first ? to : first };
  if (draft === undefined && !version) return <None />;
  return (
    <Tried trial={{ ...what, ...span }} listed={months.data.months.map(({ month }) => month)}>
      {draft === undefined && version ? <Figures trial={{ ...what, ...span }} version={version} /> : null}
    </Tried>
  );
}

const None = () => (
  <main className="page">
    <h1>试算：还没有细则</h1>
    <p className="card empty">先定一版细则，这里就能试改一条，看谁多得、谁少得。</p>
  </main>
);

type Props = { trial: Trial; listed: readonly string[]; children: React.ReactNode };
function Tried({ trial, listed, children }: Props) {
  const { data: found, error } = useQuery(trialNow(trial));
  const data = useLast(found);
  const { unit } = whatIfRoute.useSearch();
  if (!data) return <Waiting error={error} />;
  const nameOf = (id: string) => data.names[id] ?? id;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{titleOf(data, trial, nameOf)}</h1>
          <p>只是试算：什么也不改，已锁定的月份不动。更正行不在比较之内。</p>
        </div>
        <div className="acts">
          <Span trial={trial} listed={listed} />
          <Export to={sheetOf(trial)} />
        </div>
      </div>
      <Said error={error} />
      {children}
      {data.problems.length > 0 ? (
        <section className="card about" aria-label="还要改的">
          {data.problems.map((each) => (
            <p key={each}>! {each}</p>
          ))}
        </section>
      ) : (
        <div className={unit ? 'two' : ''}>
          <Found data={data} nameOf={nameOf} unit={unit} />
          {unit && <MovedLines trial={trial} unit={unit} name={nameOf(unit)} />}
        </div>
      )}
    </main>
  );
}

function titleOf({ problems, rows, months, name }: TrialNow, { draft, put }: Trial, nameOf: (unit: string) => string): string {
  if (problems.length > 0) return `试算“${name}”：还有 ${problems.length} 处要改，改好才算得出`;
  if (months.length === 0) return `试算“${name}”：这几个月没有可比的`;
  if (draft === undefined && put === undefined) return `试算：改“${name}”里的一条，看谁多得、谁少得`;
  const over = months.map(({ month }) => month);
  return `${draft === undefined ? '改这一条' : '改这一稿'}：${findingOf(rows, over, nameOf)}`;
}

const isRanked = ([, rows]: [string, TrialNow['rows']]) => rows.some(({ now, was }) => (now ?? was)?.rank != null);
const rankedFirst = (a: [string, TrialNow['rows']], b: [string, TrialNow['rows']]) => Number(isRanked(b)) - Number(isRanked(a));

type FoundProps = { data: TrialNow; nameOf: (unit: string) => string; unit: string | undefined };
function Found({ data: { rows, months, skipped, cut, mode }, nameOf, unit }: FoundProps) {
  const groups = [...Map.groupBy(rows, ({ now, was }) => (now ?? was)?.group ?? '')].sort(rankedFirst);
  const scored = mode === 'score';
  return (
    <div className="stack">
      {cut !== null && <p className="cap">! {cut}</p>}
      {skipped.map(({ month, why }) => (
        <p key={month} className="cap">
          ◔ {monthName(month)}没有比：{why}
        </p>
      ))}
      {!scored && mode !== null && <p className="cap">这一稿只统计不排名，所以没有名次可比。</p>}
      {groups.map(([group, own]) => (
        <section key={group} className="card" aria-label={group}>
          <header>
            <h2>
              {group}：{own.filter(({ difference }) => difference !== '0.00').length} 个单位得分有变，
              {own.filter(({ places }) => places !== null && places !== 0).length} 个换位
            </h2>
          </header>
          {scored && <Slopes rows={own} nameOf={nameOf} />}
          <MovedTable {...{ rows: own, nameOf, scored }} chosen={unit} />
        </section>
      ))}
      {months.length > 0 && (
        <p className="cap">
          {months
            .map(
              ({ month, state }) =>
                `${monthName(month)}${state === 'locked' ? '（✓ 已锁定，按冻结的事实试算）' : '（◔ 没有锁定）'}`,
            )
            .join('、')}
          {months.length > 1 && '；几个月的名次按合计排。'}
        </p>
      )}
    </div>
  );
}

function Span({ trial: { from, to }, listed }: { trial: Trial; listed: readonly string[] }) {
  const navigate = useNavigate({ from: '/assessment/what-if' });
  const all = [...new Set([from, to, ...listed])].sort();
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <select
          key={end}
          className="wanted"
          aria-label={end === 'from' ? '从哪个月' : '到哪个月'}
          value={end === 'from' ? from : to}
          onChange={({ target }) => navigate({ search: (before) => ({ ...before, [end]: target.value }) })}
        >
          {all.map((month) => (
            <option key={month} value={month} disabled={end === 'to' && month < from}>
              {end === 'from' ? '从' : '到'} {monthName(month)}
            </option>
          ))}
        </select>
      ))}
    </>
  );
}
