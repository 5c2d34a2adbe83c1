import { type Pace, paces } from '../../../../server/project/schedule.ts';

const looks: Record<Pace, readonly [tone: string, mark: string]> = {
  done: ['good', '✓'],
  normal: ['good', '✓'],
  slow: ['bad', '!'],
};

export const PaceTag = ({ pace }: { pace: Pace }) => (
  <span className={`tag ${looks[pace][0]}`}>
    {looks[pace][1]} {paces[pace]}
  </span>
);
