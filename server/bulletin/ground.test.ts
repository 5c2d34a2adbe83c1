import { expect, test } from 'vitest';
import { aCountyWithOctober } from '../../test/issued.ts';
import type { Reading } from '../notice/reading.ts';

const text = `关于集中宣传的通知
各责任单位：
一、宣传措施
1.邀请?zhí)匮O(jiān)督员。各责任单位要邀请监督员参加活动。
2.加强信息报送。各责任单位每月报送信息不少于3篇。
序号 | 宣传主题 | 实事名称 | 责任单位 | 宣传时间
1 | 水利建设 | 农村水源保障 | 县水利局 | 11月6-10日
县民生办公室
2023年10月8日`;

test('通报里的措施照方案的原文，损坏的字照人填的；补充通知改了篇数，按现行的算', async () => {
  const county = await aCountyWithOctober();
  const source = { text };
  const { reading } = (await county.ask('李卫平', '/api/readings', { source })).said as unknown as { reading: Reading };
  const answers = Object.fromEntries(
    reading.questions.map(({ id, kind, choices: [first = ''] }) => {
      return [id, kind === 'damaged' ? { choice: first, text: '邀请特邀监督员' } : { choice: first }];
    }),
  );
  expect((await county.ask('李卫平', '/api/plans', { source, answers, newUnits: [] })).status).toBe(201);
  const { html } = await county.see('李卫平');
  expect(html).toContain('邀请特邀监督员');
  expect(html).toContain('3篇 完成');
  const order = { source: { text: text.replace('3篇', '5篇').replace('10月8日', '10月20日') }, answers, newUnits: [] };
  expect((await county.ask('李卫平', '/api/plan-amendments', { ...order, version: 1, cancelled: [] })).status).toBe(201);
  expect((await county.see('李卫平')).html).toContain('3篇 缺2篇');
});
