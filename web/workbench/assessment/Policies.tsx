import { touched } from '../../../server/assessment/policies.ts';
import { Scroll } from '../Scroll.tsx';
import type { Policy } from './schemes.ts';

/** Rules of burden relief by their day, and what of a scheme each touches. */
export const Policies = ({ policies }: { policies: readonly Policy[] }) => (
  <section className="card">
    <header>
      <h2>减负规定：{policies.length} 条，碰到的条款下面会写明</h2>
    </header>
    <Scroll label="减负规定">
      <table>
        <thead>
          <tr>
            <th scope="col">施行</th>
            <th scope="col">出处</th>
            <th scope="col">碰到什么</th>
            <th scope="col">怎么说</th>
          </tr>
        </thead>
        <tbody>
          {policies.map(({ code, source, fromOn, touches, words }) => (
            <tr key={code}>
              <td className="day">{fromOn}</td>
              <td>{source}</td>
              <td>{touches.map((each) => touched[each]).join('、')}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  </section>
);
