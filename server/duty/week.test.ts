import { extractText } from 'unpdf';
import { expect, test } from 'vitest';
import { png } from '../../test/articles.ts';
import { bringPlan } from '../../test/bringPlan.ts';
import { aCounty } from '../../test/county.ts';
import { weekNow } from './actions/week.ts';
import { printedWeek } from './jobs.ts';
import { type Week, weekOf } from './week.ts';

test('一周从周一到周日，跨月、周日当天也对', () => {
  expect([weekOf('2023-11-02'), weekOf('2023-11-05'), weekOf('2023-10-30')]).toEqual(
    Array(3).fill({ from: '2023-10-30', to: '2023-11-05' }),
  );
});

test('一页纸：本周宣传、见了什么、等什么、谁欠着，每个数说从哪里数的；文件里的数和页面一样；没到的周和单位打不开', async () => {
  const county = await aCounty('2023-11-02');
  await bringPlan(county);
  const { sha256 } = (await county.ask('何静', '/api/files', Uint8Array.from(png))).said as Record<string, unknown>;
  const { id: articleId } = (await county.ask('何静', '/api/articles', { title: '一渠清水', body: '通了。' })).said as Record<
    string,
    unknown
  >;
  await county.ask('李卫平', '/api/outlets', {
    outlets: [{ name: '邵阳日报', kind: 'paper', tier: { fromOn: '2023-01-01', tier: 'municipal', reason: '市级党报' } }],
  });
  const fields = { outlet: '邵阳日报', publishedOn: '2023-10-31', title: '一渠清水进农家', form: 'sole', placement: 'front' };
  await county.ask('何静', '/api/claims', { articleId, fields, evidence: [sha256] });
  await county.ask('李卫平', '/api/filing-terms', { kind: 'plan', version: 0, dueOn: '2023-10-23', source: '工作群' });
  const week = (await county.ask('陈建国', '/api/week')).said as unknown as Week;
  expect(week.campaigns.map(({ theme }) => theme)).toEqual(['水利建设']);
  expect(week.figures.map(({ label, value, source }) => `${label} ${value} ${source}`)).toEqual([
    '本周报送 0 篇 稿件台账 10-30—11-05 报送，0 个单位',
    '本周刊发 1 条 采用台账 10-30—11-05 刊发，含待核 1 条',
    '市级以上媒体 ✓ 1 条 周周有新闻：中央、省、市级媒体，含待核，不含县级',
    '本月报满 0/13 个单位 每月不少于 3 篇，还剩 21 个工作日',
    '欠办 13 个单位 13 项 职责表 11月',
  ]);
  expect(week.waiting.map(({ words, count }) => `${words} ${count}`)).toEqual(['采用等核验 1']);
  expect(week.owing).toHaveLength(13);
  const same = await county.as((context) => weekNow({ ...context, day: week.today }));
  const { text } = await extractText(Uint8Array.from((await printedWeek(same, 'pdf')).content), { mergePages: true });
  const plain = text.replace(/\s/g, '');
  for (const { value } of week.figures) expect(plain).toContain(value.replace(/\s/g, ''));
  expect(plain).toContain('一渠清水进农家');
  expect((await printedWeek(same, 'docx')).content.length).toBeGreaterThan(5000);
  expect((await county.ask('陈建国', '/api/week?day=2023-11-09')).said.code).toBe('duty.noWeek');
  expect((await county.ask('何静', '/api/week')).status).toBe(404);
  expect((await county.ask('陈建国', '/api/week/file.docx?day=2023-10-24')).status).toBe(200);
});
