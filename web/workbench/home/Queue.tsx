import { Link } from '@tanstack/react-router';
import { dueWords, type Task as Item } from '../../../server/duty/home.ts';
import { Scroll } from '../Scroll.tsx';
import type { Task } from './waiting.ts';

export type Shown = Pick<Item, 'key' | 'kind' | 'words' | 'unit' | 'dueOn' | 'act' | 'to' | 'search'> & {
  due: string;
  at: string;
};

/** A matter of several things, as it stands among the single ones. */
export const asShown = ({ to = '/plan', search = {}, ...task }: Task): Shown => ({
  ...{ ...task, to, search, unit: '', dueOn: null, act: '' },
});

type Props = { tasks: readonly Shown[]; kind: string | undefined; today: string; office: boolean };

export function Queue({ tasks, kind, today, office }: Props) {
  const shown = tasks.filter((task) => kind === undefined || task.kind === kind);
  return (
    <section className="card" aria-label="等我办的">
      <header>
        <h2>等我办的</h2>
        <span className="cap">先到期的在前</span>
        <span className="more cap keyed">
          <kbd>J</kbd> <kbd>K</kbd> 上下　<kbd>Enter</kbd> 打开
        </span>
      </header>
      {tasks.length > 0 && <Kinds tasks={tasks} kind={kind} />}
      {tasks.length === 0 && <p className="empty">✓ 眼下没有等您办的事。</p>}
      {tasks.length > 0 && shown.length === 0 && <p className="empty">✓ 这一种没有了，点“全部”看别的。</p>}
      {shown.length > 0 && (
        <Scroll label="等我办的">
          <table className="queue">
            <tbody data-queue>
              {shown.map((task) => (
                <Row key={task.key} task={task} today={today} office={office} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function Row({ task, today, office }: { task: Shown; today: string; office: boolean }) {
  const { kind, words, unit, dueOn, due, act, to, search, at } = task;
  const when = dueWords(dueOn, today) || due;
  return (
    <tr>
      <td className="cap">{kind}</td>
      <td className="t">
        <Link to={to} search={search} hash={at}>
          {words}
        </Link>
      </td>
      {office && <td className="u">{unit}</td>}
      <td className={`n ${when.startsWith('!') ? 'late' : when.startsWith('◔') ? 'due' : ''}`}>{when}</td>
      <td className="n go">
        {act && (
          <Link className="btn small" to={to} search={search} tabIndex={-1} aria-hidden="true">
            {act}
          </Link>
        )}
      </td>
    </tr>
  );
}

/** The kinds that there are, with how many of each; the one that is looked at stands in the address. */
function Kinds({ tasks, kind }: { tasks: readonly Shown[]; kind: string | undefined }) {
  const counts = Map.groupBy(tasks, (task) => task.kind);
  return (
    <nav className="tabs kinds" aria-label="按种类看">
      {[undefined, ...counts.keys()].map((each) => (
        <Link
          key={each ?? ''}
          from="/"
          to="."
          search={{ kind: each }}
          resetScroll={false}
          activeProps={{}}
          activeOptions={{ explicitUndefined: true }}
          aria-current={each === kind ? 'true' : undefined}
        >
          {each ?? '全部'} {each === undefined ? tasks.length : counts.get(each)?.length}
        </Link>
      ))}
    </nav>
  );
}
