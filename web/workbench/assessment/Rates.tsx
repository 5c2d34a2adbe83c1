import { mediaTiers } from '../../../server/channel/channel.ts';
import type { AccountNow } from './monthNow.ts';

/** 采用率 of one unit by tier and carrier. */
export const Rates = ({ rates }: Pick<AccountNow, 'rates'>) =>
  rates.length > 0 && (
    <details className="part">
      <summary>采用率：按层级和载体</summary>
      <RateTable rates={rates} />
    </details>
  );

/** An article that several took counts in each, so that the rates do not add up. */
export const RateTable = ({ rates }: Pick<AccountNow, 'rates'>) =>
  rates.length > 0 && (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">层级、载体</th>
            <th scope="col" className="n">
              采用，条次
            </th>
            <th scope="col" className="n">
              采用率，稿件
            </th>
          </tr>
        </thead>
        <tbody>
          {rates.map(({ tier, carrier, adopted, submitted, adoptions }) => (
            <tr key={`${tier} ${carrier}`}>
              <th scope="row" className={carrier === null ? undefined : 'in'}>
                {carrier ?? mediaTiers[tier]}
              </th>
              <td className="n">{adoptions}</td>
              <td className="n">{submitted === 0 ? '—' : `${adopted}/${submitted}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="cap">首次被这一级、这一家采用的稿件÷报送未撤回的稿件；一篇被几家采用的各算一次。</p>
    </>
  );
