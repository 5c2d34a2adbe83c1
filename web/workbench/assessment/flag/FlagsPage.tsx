import { useQuery } from '@tanstack/react-query';
import { createRoute, Link } from '@tanstack/react-router';
import { z } from 'zod';
import { type FlagRule, flagRules } from '../../../../server/assessment/flags/flags.ts';
import { type FlagState, flagStates } from '../../../../server/assessment/flags/verdict.ts';
import { Export } from '../../Export.tsx';
import { Said, Waiting } from '../../Said.tsx';
import { shellRoute } from '../../Shell.tsx';
import { useLast } from '../../useLast.ts';
import { months } from '../monthNow.ts';
import { monthName } from '../places.ts';
import { FlagCard } from './FlagCard.tsx';
import './flag.css';
import { type Filters, flagList } from './flags.ts';

const states = Object.keys(flagStates) as [FlagState, ...FlagState[]];
const rules = Object.keys(flagRules) as [FlagRule, ...FlagRule[]];
export const flagsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/flags',
  validateSearch: z.object({
    month: z.string().optional().catch(undefined),
    state: z.enum(states).optional().catch(undefined),
    rule: z.enum(rules).optional().catch(undefined),
    unit: z.uuid().optional().catch(undefined),
  }),
  component: FlagsPage,
});

function FlagsPage() {
  const filters = Object.fromEntries(Object.entries(flagsRoute.useSearch()).filter(([, value]) => value)) as Filters;
  const { data: found, error } = useQuery(flagList(filters));
  const data = useLast(found);
  if (!data) return <Waiting error={error} />;
  const { month, flags, counts, limited } = data;
  return (
    <main className="page">
      <div className="head">
        <div>
          <h1>{titleOf(data)}</h1>
          <p>
            {limited
              ? '这里只列专班判为属实的。提示本身不计分；有不同意见，请在异议期内提出异议。'
              : '提示只请人看一眼，本身不计分；单位要等判为属实才看得到。'}
          </p>
        </div>
        <div className="acts">
          <MonthChoice month={month} />
          <Export to={`/api/flags.xlsx?${new URLSearchParams({ ...filters, month } as Record<string, string>)}`} />
        </div>
      </div>
      <Said error={error} />
      {!limited && <Tabs counts={counts} />}
      {limited && flags.length > 0 && (
        <p>
          <Link to="/objections/new" search={{ month }}>
            提出异议
          </Link>
        </p>
      )}
      {flags.length === 0 ? (
        <p className="card empty">{emptyWords(counts.length > 0, limited)}</p>
      ) : (
        <ul className="flags">
          {flags.map((flag) => (
            <FlagCard key={flag.flag} flag={flag} month={month} />
          ))}
        </ul>
      )}
    </main>
  );
}

type Counts = readonly { state: FlagState; count: number }[];
const countOf = (counts: Counts, wanted: FlagState) => counts.find(({ state }) => state === wanted)?.count ?? 0;

function titleOf({ month, counts, limited }: { month: string; counts: Counts; limited: boolean }): string {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (limited) return `${monthName(month)}提示：本单位${total > 0 ? `属实 ${total} 条` : '没有'}`;
  const open = countOf(counts, 'open');
  if (total === 0) return `${monthName(month)}提示：没有`;
  return `${monthName(month)}提示：${open > 0 ? `${open} 条待判断` : `${total} 条都判断过`}`;
}

const emptyWords = (others: boolean, limited: boolean) =>
  others ? '没有这样的提示，换个条件看看。' : limited ? '✓ 没有判为属实的提示。' : '✓ 这个月的事实里没有要提示的。';

function MonthChoice({ month }: { month: string }) {
  const { data } = useQuery(months);
  const navigate = flagsRoute.useNavigate();
  return (
    <select
      className="wanted"
      aria-label="看哪个月"
      value={month}
      onChange={({ target }) => navigate({ to: '.', search: (before) => ({ ...before, month: target.value }) })}
    >
      {[...new Set([month, ...(data?.months.map((each) => each.month) ?? [])])].map((each) => (
        <option key={each} value={each}>
          {monthName(each)}
        </option>
      ))}
    </select>
  );
}

function Tabs({ counts }: { counts: Counts }) {
  const { state: now, rule } = flagsRoute.useSearch();
  const navigate = flagsRoute.useNavigate();
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="flag-tabs">
      <nav className="tabs" aria-label="按判断看">
        {[undefined, ...states].map((state) => (
          <Link
            key={state ?? 'all'}
            from="/flags"
            to="."
            search={(before) => ({ ...before, state })}
            activeOptions={{ explicitUndefined: true }}
            aria-current={now === state ? 'true' : undefined}
          >
            {state === undefined ? `全部 ${total}` : `${flagStates[state]} ${countOf(counts, state)}`}
          </Link>
        ))}
      </nav>
      <select
        className="wanted"
        aria-label="看哪种提示"
        value={rule ?? ''}
        onChange={({ target }) =>
          navigate({ to: '.', search: (before) => ({ ...before, rule: rules.find((each) => each === target.value) }) })
        }
      >
        <option value="">各种提示</option>
        {rules.map((each) => (
          <option key={each} value={each}>
            {flagRules[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
