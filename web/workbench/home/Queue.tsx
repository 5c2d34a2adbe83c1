import { Link } from '@tanstack/react-router';
import type { Task } from './waiting.ts';

export const Queue = ({ tasks }: { tasks: readonly Task[] }) => (
  <section className="card">
    <header>
      <h2>等我办的</h2>
      <span className="more cap keyed">
        <kbd>J</kbd> <kbd>K</kbd> 上下　<kbd>Enter</kbd> 打开
      </span>
    </header>
    {tasks.length === 0 && <p className="empty">✓ 眼下没有等您办的事。</p>}
    <table className="queue">
      <tbody data-queue>
        {tasks.map(({ key, kind, words, due, at, to = '/plan', search = {} }) => (
          <tr key={key}>
            <td className="cap">{kind}</td>
            <td>
              <Link to={to} search={search} hash={at}>
                {words}
              </Link>
            </td>
            <td className="n">{due}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
