import { lockMonth } from '../server/assessment/actions/lock.ts';
import { monthPage } from '../server/assessment/actions/sight.ts';
import { aCountyWithOctober } from './issued.ts';
import { told } from './objections.ts';

const notice = `关于集中宣传的通知
各责任单位：
一、宣传措施
1.加强信息报送。各责任单位每月报送信息不少于3篇。
序号 | 宣传主题 | 实事名称 | 责任单位 | 宣传时间
1 | 水利建设 | 农村水源保障 | 县水利局 | 11月6-10日
县民生办公室
2023年10月8日`;

export type Given = Record<string, unknown>;
export type ShownOrder = {
  order: Given & { version: number; state: string; colour: string; dueOn: string; nextColour: string | null };
  steps: { what: string; byName: string; reason: string; doneOn: string }[];
  files: { sha256: string }[];
  may: Record<'approve' | 'answer' | 'ask' | 'decide' | 'raise' | 'judge' | 'withdraw' | 'reopen', string | null>;
};
export type Suggested = {
  unit: string;
  name: string;
  colour: string;
  orderId: string | null;
  months: Given[];
  zero: number;
} & Given;
type Suggestions = {
  month: string | null;
  suggestions: Suggested[];
  ahead: { month: string; suggestions: Suggested[] } | null;
  policies: { code: string }[];
};

/** A county on 2023-11-03 whose notice asks for three articles a month; in October 县水利局 sent three, 县住建局 none. */
export async function supervisionDesk() {
  const county = await aCountyWithOctober();
  const source = { text: notice };
  const { reading } = (await county.ask('李卫平', '/api/readings', { source })).said as unknown as {
    reading: { questions: { id: string; choices: string[] }[] };
  };
  const answers = Object.fromEntries(reading.questions.map(({ id, choices: [first = ''] }) => [id, { choice: first }]));
  await county.ask('李卫平', '/api/plans', { source, answers, newUnits: [] });
  const moveTo = (day: string) => county.ask('李卫平', '/api/demo-day', { day });
  /** Locked by the lead on the day itself. */
  const lockOn = async (month: string, day: string) => {
    await county.later(day, async (context) => {
      const { version, head } = await monthPage(context, month);
      return lockMonth(context, { month, version, head: head ?? '' });
    });
    await moveTo(day);
  };
  const suggestions = async (who = '李卫平') =>
    (await county.ask(who, '/api/supervision-suggestions')).said as unknown as Suggestions;
  /** Answers the id or the words of the refusal. */
  const issue = async (given: Given = {}, who = '李卫平') => {
    const short = { unitId: county.ids[2], colour: 'blue', matter: '2023年10月报送没有达到任务数', requirement: '请整改。' };
    const reply = await county.ask(who, '/api/supervision', { ...short, dueOn: '2023-11-10', months: ['2023-10'], ...given });
    return reply.status === 201 ? ((reply.said as Given).id as string) : (reply.said.message ?? `${reply.status}`);
  };
  const show = async (id: string, who = '李卫平') =>
    (await county.ask(who, `/api/supervision/${id}`)).said as unknown as ShownOrder;
  const act = async (who: string, id: string, verb: string, body: Given = {}) => {
    const { version } = (await show(id)).order;
    return told(await county.ask(who, `/api/supervision/${id}/${verb}`, { version, ...body }));
  };
  return { ...county, moveTo, lockOn, suggestions, issue, show, act };
}

/** The same with October locked on that day. */
export async function lockedOctober() {
  const desk = await supervisionDesk();
  await desk.lockOn('2023-10', '2023-11-03');
  return desk;
}
