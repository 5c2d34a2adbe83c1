import { Link } from '@tanstack/react-router';
import { type ExemptionState, exemptionStates } from '../../../../server/assessment/exemption/exemption.ts';
import { Scroll } from '../../Scroll.tsx';
import { type Listed, spanWords } from './exemptions.ts';

const marks: Record<ExemptionState, readonly [mark: string, tag: string]> = {
  proposed: ['◔', 'tag wait'],
  confirmed: ['✓', 'tag good'],
  withdrawn: ['—', 'tag'],
};
export const Stands = ({ state }: Pick<Listed, 'state'>) => (
  <span className={marks[state][1]}>
    {marks[state][0]} {exemptionStates[state]}
  </span>
);

export const ExemptionTable = ({ exemptions }: { exemptions: readonly Listed[] }) => (
  <Scroll label="豁免">
    <table className="exemptions">
      <thead>
        <tr>
          {['单位', '状态', '从哪天到哪天', '原因', '依据', '提出', '确认'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody data-queue>
        {exemptions.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              <Link from="/exemptions" to="." search={(before) => ({ ...before, open: each.id })} resetScroll={false}>
                {each.unitName}
              </Link>
            </th>
            <td>
              <Stands state={each.state} />
            </td>
            <td>{spanWords(each)}</td>
            <td>{each.reason}</td>
            <td>{each.basis}</td>
            <td>
              {each.proposedByName} {each.proposedOn.slice(5)}
            </td>
            <td>{each.confirmedByName === null ? '—' : `${each.confirmedByName} ${each.confirmedOn?.slice(5)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
