import { sheets } from '../../app.ts';
import { workingCalendar } from '../../calendar/calendar.ts';
import { calendarDays } from '../../calendar/queries.ts';
import type { Context } from '../../kernel/context.ts';
import { type Campaign, dutyPeriods, type Plan, type PlannedDuty, type Project, projectRanks } from '../plan.ts';
import { campaignsOf, dutiesOf, planOf, projectsOf } from '../queries.ts';
import { workdaysIn } from '../workdays.ts';

/** The newest plan's rows, none without a plan. */
const ofPlan =
  <Row>(list: (context: Context, plan: Plan['id']) => Promise<Row[]>) =>
  async (context: Context): Promise<Row[]> => {
    const plan = await planOf(context, null);
    return plan ? list(context, plan.id) : [];
  };

type Counted = Campaign & { workdays: number | null };
export const campaignSheet = sheets(
  {
    input: {},
    rights: 'plan.read',
    name: '宣传日程',
    columns: [
      { head: '场次', of: ({ no }: Counted) => no },
      { head: '宣传主题', width: 2, of: ({ theme }) => theme },
      { head: '实事项目', width: 4, of: ({ projects }) => projects.join('；') },
      { head: '责任单位', width: 3, of: ({ units }) => units.map(({ name }) => name).join('、') },
      { head: '开始', of: ({ fromOn }) => fromOn ?? '' },
      { head: '结束', of: ({ toOn }) => toOn ?? '' },
      { head: '工作日', align: 'right', of: ({ workdays }) => workdays ?? '' },
      { head: '来文的写法', width: 2, of: ({ windowText }) => windowText },
      { head: '取消', of: ({ cancelledOn }) => cancelledOn ?? '' },
    ],
  },
  ofPlan(async (context, plan) => {
    const calendar = workingCalendar(await calendarDays(context));
    return (await campaignsOf(context, plan)).map((campaign) => ({ ...campaign, workdays: workdaysIn(campaign, calendar) }));
  }),
);

export const projectSheet = sheets(
  {
    input: {},
    rights: 'plan.read',
    name: '实事项目',
    columns: [
      { head: '项目', width: 4, of: ({ name }: Project) => name },
      { head: '宣传主题', width: 2, of: ({ theme }) => theme ?? '' },
      { head: '级别', of: ({ rank }) => (rank ? projectRanks[rank] : '待定') },
    ],
  },
  ofPlan(projectsOf),
);

export const dutySheet = sheets(
  {
    input: {},
    rights: 'plan.read',
    name: '职责清单',
    columns: [
      { head: '条款', of: ({ clause }: PlannedDuty) => clause ?? '' },
      { head: '职责', width: 5, of: ({ what }) => what },
      { head: '谁', width: 2, of: ({ who }) => who ?? '' },
      { head: '周期', of: ({ per }) => (per ? dutyPeriods[per] : '') },
      { head: '数量', align: 'right', of: ({ count }) => count ?? '' },
      { head: '期限', of: ({ fromOn, toOn }) => toOn ?? fromOn ?? '' },
      { head: '来文的期限', width: 2, of: ({ dueText }) => dueText ?? '' },
      { head: '来文行号', align: 'right', of: ({ line }) => line },
    ],
  },
  ofPlan(dutiesOf),
);
