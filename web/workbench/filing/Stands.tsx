import { type FilingStanding, standings } from '../../../server/filing/filing.ts';
import { marks } from './filings.ts';

export const Stands = ({ standing }: { standing: FilingStanding }) => (
  <span className={marks[standing][1]}>
    {marks[standing][0]} {standings[standing]}
  </span>
);
