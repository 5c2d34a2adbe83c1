import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { desk, text } from '../../test/articles.ts';
import { workingCalendar } from '../calendar/calendar.ts';
import { factsOf } from '../fact/queries.ts';
import { CountyDate } from '../kernel/dates.ts';
import { asksWords } from '../plan/settling.ts';
import { daysLate, dueOf } from './lateness.ts';

const day = (text: string) => CountyDate.parse(text);
const { isWorkday } = workingCalendar([]);
const campaign = (toOn: string | null, more: object = {}) => ({
  commission: null,
  campaign: { toOn: toOn === null ? null : day(toOn), precision: 'day', cancelled: false, ...more },
});

test('时限是宣传时间的最后一天，休息日顺延到下一个工作日；大概的、待定的、取消了的、不属于哪一场的没有时限', () => {
  expect(dueOf(campaign('2023-10-10'), isWorkday)).toEqual({ dueOn: '2023-10-10', lateFrom: '2023-10-11' });
  expect(dueOf(campaign('2023-10-15'), isWorkday)).toEqual({ dueOn: '2023-10-15', lateFrom: '2023-10-17' }); // 星期日
  for (const none of [
    campaign(null),
    campaign('2023-12-10', { precision: 'fuzzy' }),
    campaign('2023-10-10', { cancelled: true }),
  ]) {
    expect(dueOf(none, isWorkday)).toBeNull();
  }
  expect(dueOf({ commission: null, campaign: null }, isWorkday)).toBeNull();
  const commission = { dueOn: day('2023-10-24'), lateFrom: day('2023-10-25') };
  expect(dueOf({ ...campaign('2023-10-10'), commission }, isWorkday)).toEqual(commission);
});

test('顺延的那几天不算迟报，过了就从时限那天数起', () => {
  const came = (on: string | null) => {
    return daysLate({ dueOn: day('2023-10-15'), lateFrom: day('2023-10-17'), firstOn: on === null ? null : day(on) });
  };
  expect(['2023-10-15', '2023-10-16', '2023-10-17', '2023-11-01', null].map(came)).toEqual([null, null, 2, 17, null]);
});

const notice = await readFile(new URL('../../database/demo/notice-2023-10-08.txt', import.meta.url));
type Read = { reading: { questions: { id: string; choices: string[] }[] }; newUnits: string[] };
type Listed = { articles: { title: string; dueOn: string | null; firstOn: string | null }[] };

/** 有了方案的县，县水利局在 10 月 12 日写一篇“医疗保障”（10 月 8—10 日）的稿件。 */
async function planned(theme: string | null, on = '2023-10-12') {
  const given = await desk(on);
  const { county, act } = given;
  const source = { base64: notice.toString('base64') };
  const { reading, newUnits } = (await county.ask('李卫平', '/api/readings', { source })).said as unknown as Read;
  const answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  const units = newUnits.map((name) => ({ name, kind: 'government' }));
  const founded = await county.ask('李卫平', '/api/plans', { source, answers, newUnits: units });
  if (founded.status !== 201) throw new Error(founded.said.message);
  const { campaigns } = (await county.ask('李卫平', '/api/plan')).said as unknown as {
    campaigns: { id: string; theme: string }[];
  };
  const campaignId = campaigns.find((each) => each.theme === theme)?.id ?? null;
  await act('何静', 'text', { ...text, campaignId });
  const submit = async () => {
    await act('何静', 'handing-in');
    await given.signAll();
  };
  const late = async (query = 'late=only') => {
    const { articles } = (await county.ask('李卫平', `/api/articles?${query}`)).said as unknown as Listed;
    return articles.map(({ title, dueOn, firstOn }) => `${title} ${dueOn} ${firstOn}`);
  };
  const facts = async () =>
    (await county.as((context) => factsOf(context, '2023-10', '2023-10'))).filter(({ kind }) => kind === 'submission');
  const move = (to: string) => county.ask('李卫平', '/api/demo-day', { day: to });
  return { ...given, submit, late, facts, move, campaignId };
}

test('宣传时间过了才报送的是迟报：列表、来稿、篇数都说得出，能筛，能导出；台账带着时限，自己不扣分', async () => {
  const { county, submit, late, facts } = await planned('医疗保障');
  await submit();
  expect(await late()).toEqual([`${text.title} 2023-10-10 2023-10-12`]);
  expect((await facts())[0]?.attributes).toMatchObject({ dueOn: '2023-10-10', deliveredOn: '2023-10-12' });
  expect((await county.ask('李卫平', '/api/article-desk')).said).toMatchObject({
    articles: [{ dueOn: '2023-10-10', lateFrom: '2023-10-11', firstOn: '2023-10-12', ordered: false }],
  });
  const { units } = (await county.ask('李卫平', '/api/article-counts?month=2023-10')).said as unknown as {
    units: { unitName: string; submitted: number; late: number }[];
  };
  expect(units.find(({ unitName }) => unitName === '县水利局')).toMatchObject({ submitted: 1, late: 1 });
  expect((await county.ask('李卫平', '/api/article-states?late=only')).said).toEqual({
    counts: [{ state: 'submitted', count: 1 }],
  });
  expect((await county.ask('李卫平', '/api/articles.xlsx?late=only')).status).toBe(200);
});

test('不属于哪一场的不算迟报；在宣传时间里报送、专班退回以后改好重报的，也不算', async () => {
  const none = await planned(null);
  await none.submit();
  expect([await none.late(), await none.late('')]).toEqual([[], [`${text.title} null 2023-10-12`]]);
  const anew = await planned('医疗保障', '2023-10-10');
  await anew.submit();
  await anew.move('2023-10-13');
  await anew.act('李卫平', 'decisions', { decision: 'return', reason: '补上数字' });
  await anew.submit();
  expect([await anew.late(), await anew.late('')]).toEqual([[], [`${text.title} 2023-10-10 2023-10-10`]]);
  expect((await anew.facts()).at(-1)).toMatchObject({ day: '2023-10-13', attributes: { deliveredOn: '2023-10-10' } });
});

test('应约稿写的按约稿的时限', async () => {
  const { county, act, submit, late, campaignId } = await planned('医疗保障');
  await county.ask('李卫平', '/api/commissions', { unitId: county.ids[1], title: '补一篇', dueOn: '2023-10-20' });
  const { commissions } = (await county.ask('何静', '/api/commissions')).said as unknown as { commissions: { id: string }[] };
  await act('何静', 'text', { ...text, campaignId, commissionId: commissions[0]?.id });
  await submit();
  expect([await late(), await late('')]).toEqual([[], [`${text.title} 2023-10-20 2023-10-12`]]);
});
