import { Link } from '@tanstack/react-router';
import { type ExemptionState, exemptionStates } from '../../../../server/assessment/exemption/exemption.ts';
import type { Column } from '../../ListTable.tsx';
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

export const columns: readonly Column<Listed>[] = [
  {
    head: '单位',
    names: true,
    cell: ({ id, unitName }) => (
      <Link from="/exemptions" to="." search={(before) => ({ ...before, open: id })} resetScroll={false}>
        {unitName}
      </Link>
    ),
  },
  { head: '状态', cell: ({ state }) => <Stands state={state} /> },
  { head: '从哪天到哪天', className: 'day', cell: spanWords },
  { head: '原因', cell: ({ reason }) => reason },
  { head: '依据', cell: ({ basis }) => basis },
  { head: '提出', cell: ({ proposedByName, proposedOn }) => `${proposedByName} ${proposedOn.slice(5)}` },
  {
    head: '确认',
    cell: ({ confirmedByName, confirmedOn }) => (confirmedByName === null ? '—' : `${confirmedByName} ${confirmedOn?.slice(5)}`),
  },
];
