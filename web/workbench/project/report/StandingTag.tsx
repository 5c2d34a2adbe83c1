import { type Standing, standings } from '../../../../server/project/report.ts';

const looks: Record<Standing, readonly [tone: string, mark: string]> = {
  overdue: ['bad', '!'],
  returned: ['bad', '!'],
  waiting: ['', '○'],
  sent: ['wait', '◔'],
  accepted: ['good', '✓'],
};

export const StandingTag = ({ standing, late }: { standing: Standing; late: boolean }) => (
  <>
    <span className={`tag ${looks[standing][0]}`}>
      {looks[standing][1]} {standings[standing]}
    </span>
    {late && standing !== 'overdue' && <span className="tag bad">! 迟报</span>}
  </>
);
