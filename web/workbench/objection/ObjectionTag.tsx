import { type ObjectionState, objectionStates } from '../../../server/objection/objection.ts';

const looks: Record<ObjectionState, readonly [tone: string, mark: string]> = {
  pending: ['wait', '◔'],
  upheld: ['', '—'],
  proposed: ['wait', '◔'],
  corrected: ['good', '✓'],
  withdrawn: ['', '—'],
};

export const ObjectionTag = ({ state }: { state: ObjectionState }) => (
  <span className={`tag ${looks[state][0]}`}>
    {looks[state][1]} {objectionStates[state]}
  </span>
);
