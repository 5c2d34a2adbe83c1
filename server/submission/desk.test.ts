import { expect, test } from 'vitest';
import { desk } from '../../test/articles.ts';

type Pile = {
  articles: { title: string; times: number; dueOn: string | null; submittedOn: string; words: number }[];
  total: number;
};

test('来稿：报送的排进来，等最久的在前；定了的出去，退回再报的又进来', async () => {
  const { county, act, signAll } = await desk('2023-10-20');
  const pile = async (who = '李卫平') => (await county.ask(who, '/api/article-desk')).said as unknown as Pile;
  expect(await pile()).toEqual({ articles: [], total: 0 });
  await county.ask('李卫平', '/api/commissions', { unitId: county.ids[1], title: '水渠', dueOn: '2023-10-25' });
  const ordered = (await county.ask('何静', '/api/commissions')).said as unknown as { commissions: { id: string }[] };
  await act('何静', 'text', { title: '水渠', body: '水渠修通了。', commissionId: ordered.commissions[0]?.id });
  await act('何静', 'handing-in');
  expect((await pile()).total).toBe(0); // still with the unit's own reviewers
  await signAll();
  expect(await pile()).toMatchObject({
    articles: [{ title: '水渠', times: 1, dueOn: '2023-10-25', submittedOn: '2023-10-20', words: 6 }],
    total: 1,
  });
  expect((await pile('罗建平')).articles).toEqual([]);
  expect((await pile('何静')).articles).toHaveLength(1);
  expect(await act('李卫平', 'decisions', { decision: 'return', reason: '' })).toBeTruthy();
  expect(await act('李卫平', 'decisions', { decision: 'return', reason: '补上资金数' })).toBe('好');
  expect((await pile()).total).toBe(0);
  await act('何静', 'handing-in');
  await signAll();
  expect((await pile()).articles).toMatchObject([{ times: 2 }]);
  expect(await act('周敏', 'decisions', { decision: 'take' })).toBe('好');
  expect(await pile()).toEqual({ articles: [], total: 0 });
});
