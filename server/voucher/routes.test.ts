import { expect, test } from 'vitest';
import { png } from '../../test/articles.ts';
import type { County } from '../../test/county.ts';
import { ledgerAndModules } from '../../test/ledger.ts';
import { another, aScoredCounty } from '../../test/scored.ts';

type Given = Record<string, unknown>;
/** 批示按级别加分、失实扣分的细则。 */
const scheme = another({
  clauses: [
    {
      ...{ no: '六', title: '领导批示', kind: 'points', counts: 'instruction' },
      rates: [
        { where: { rank: ['市主要领导'] }, points: '20.00' },
        { where: { rank: ['县主要领导'] }, points: '5.00' },
      ],
    },
    { no: '七', title: '失实', kind: 'points', counts: 'error', rates: [{ where: { nature: ['失实'] }, points: '-2.00' }] },
  ],
});
const praise = {
  kind: 'instruction',
  happenedOn: '2023-10-20',
  grade: '市主要领导',
  title: '水渠经验可推广',
  number: '邵批〔2023〕9号',
};

async function desk() {
  const county = await aScoredCounty('2023-11-02', scheme);
  const { said } = await county.ask('李卫平', '/api/files', Uint8Array.from(png));
  const evidence = [(said as Given).sha256];
  const enter = async (given: Given = {}, who = '李卫平') => {
    const order = { unitId: county.ids[1], ...praise, evidence, ...given };
    const reply = await county.ask(who, '/api/vouchers', order);
    return reply.status === 201 ? ((reply.said as Given).id as string) : (reply.said.message ?? `${reply.status}`);
  };
  const act = async (who: string, id: string, verb: string, body: Given) => {
    const { voucher } = (await county.ask('李卫平', `/api/vouchers/${id}`)).said as unknown as { voucher: { version: number } };
    const reply = await county.ask(who, `/api/vouchers/${id}/${verb}`, { version: voucher.version, ...body });
    return reply.status === 201 ? '好' : (reply.said.message ?? `${reply.status}`);
  };
  const decide = (who: string, id: string, agree = true, reason = '') => act(who, id, 'decisions', { agree, reason });
  return { county, enter, decide, withdraw: (who: string, id: string) => act(who, id, 'withdrawal', { reason: '登错单位' }) };
}
const totalOf = async (county: County) => {
  const { table } = (await county.ask('李卫平', '/api/months/2023-10')).said as unknown as {
    table: { unit: string; total: string }[];
  };
  return table.find(({ unit }) => unit === county.ids[1])?.total;
};
const ledger = (county: County) => county.inside((db) => ledgerAndModules({ db, county: county.code }));

test('批示登记以后第二个人对着文件确认，才按级别计分；登记的人自己确认不了', async () => {
  const { county, enter, decide } = await desk();
  const id = await enter();
  expect(await totalOf(county)).toBe('0.00');
  expect(await decide('李卫平', id)).toBe('这条是您登记的，要另一个人对着文件确认。');
  expect(await decide('何静', id)).toBe('登记由专班的第二个人确认，请等他们办理。');
  expect(await decide('周敏', id)).toBe('好');
  expect(await totalOf(county)).toBe('20.00');
  expect(await decide('陈建国', id)).toBe('这条已确认，没有等人确认的。');
  const { held, due } = await ledger(county);
  expect([held, held.length]).toEqual([due, 1]);
});

test('单位从登记起就看得到自己的，改不了；别的单位看不到', async () => {
  const { county, enter } = await desk();
  const id = await enter({ kind: 'error', grade: '失实', title: '受益户数报错' });
  expect((await county.ask('何静', '/api/vouchers')).said).toMatchObject({
    vouchers: [
      {
        id,
        state: 'pending',
        month: '2023-10',
        grade: '失实',
        may: { withdraw: '批示、差错由专班办公室登记；请把文件交给他们。' },
      },
    ],
    grades: [],
  });
  expect((await county.ask('罗建平', '/api/vouchers')).said).toMatchObject({ vouchers: [] });
  expect((await county.ask('罗建平', `/api/vouchers/${id}`)).status).toBe(404);
  const { files } = (await county.ask('何静', `/api/vouchers/${id}`)).said as unknown as { files: { sha256: string }[] };
  expect((await county.ask('何静', `/api/files/${files[0]?.sha256}`)).status).toBe(200);
  expect((await county.ask('何静', `/api/months/2023-10/account/${county.ids[1]}`)).said).toMatchObject({
    pending: [{ points: '-2.00', facts: [{ id, kind: 'error' }] }],
  });
});

test('不予登记要写理由；撤销已确认的也要两个人，不撤销的照样算', async () => {
  const { county, enter, decide, withdraw } = await desk();
  const wrong = await enter({ title: '重复的' });
  expect(await decide('周敏', wrong, false)).toBe('请写理由，单位看得到。');
  expect(await decide('周敏', wrong, false, '没有批示原件')).toBe('好');
  const id = await enter();
  await decide('周敏', id);
  expect(await withdraw('周敏', id)).toBe('好');
  expect(await totalOf(county)).toBe('20.00');
  expect(await decide('周敏', id)).toBe('撤销是您提出的，要另一个人确认。');
  expect(await decide('陈建国', id, false, '批示件齐全')).toBe('好');
  expect(await totalOf(county)).toBe('20.00');
  expect([await withdraw('李卫平', id), await decide('周敏', id)]).toEqual(['好', '好']);
  expect(await totalOf(county)).toBe('0.00');
  expect(await withdraw('李卫平', id)).toBe('这条已撤销，不用再撤销。');
  const { held, due } = await ledger(county);
  expect([held, due]).toEqual([[], []]);
});

test('没有文件、没到的日子、别人的稿件、登过的同一件事，各有一句话', async () => {
  const { county, enter } = await desk();
  expect(await enter({ evidence: [] })).toContain('还没有文件');
  expect(await enter({ evidence: ['0'.repeat(64)] })).toContain('有文件没有传上来');
  expect(await enter({ happenedOn: '2023-11-03' })).toContain('日期还没有到');
  expect(await enter({ articleId: county.ids[1] })).toContain('这个单位没有这篇稿件');
  expect(await enter({}, '何静')).toBe('批示、差错由专班办公室登记；请把文件交给他们。');
  const both = await Promise.all([enter(), enter({}, '周敏')]);
  expect(both.filter((said) => said.startsWith('同一单位、同一天、同一件事已经登记过'))).toHaveLength(1);
});

test('没有确认的挡住锁定，说去哪里办；十月锁了以后确认的，记入十一月', async () => {
  const { county, enter, decide } = await desk();
  const id = await enter();
  const shown = async () =>
    (await county.ask('陈建国', '/api/months/2023-10')).said as unknown as {
      version: number;
      head: string;
      checks: { key: string; words: string; to: string | null; blocking: boolean }[];
    };
  const { version, head, checks } = await shown();
  expect(checks.find(({ key }) => key === 'vouchers')).toMatchObject({
    words: '登记的批示、差错还有 1 条等第二个人确认',
    blocking: true,
    to: '/vouchers',
  });
  expect((await county.ask('陈建国', '/api/months/2023-10/lock', { version, head })).said.code).toBe('assessment.stillOpen');
  await decide('周敏', id, false, '还没有原件');
  const now = await shown();
  expect((await county.ask('陈建国', '/api/months/2023-10/lock', { version: now.version, head: now.head })).status).toBe(201);
  const late = await enter();
  expect((await county.ask('何静', `/api/vouchers/${late}`)).said).toMatchObject({ month: '2023-11' });
  await decide('周敏', late);
  expect((await county.ask('何静', `/api/vouchers/${late}`)).said).toMatchObject({ voucher: { period: '2023-11' } });
});

test('专班挂靠单位的登记，要分管领导是两个人里的一个', async () => {
  const { county, enter, decide } = await desk();
  const id = await enter({ unitId: county.ids[0] });
  expect(await decide('周敏', id)).toBe('专班挂靠单位的登记，要专班分管领导登记或确认。');
  expect(await decide('陈建国', id)).toBe('好');
  const other = await enter({ unitId: county.ids[0], title: '另一件' }, '陈建国');
  expect(await decide('周敏', other)).toBe('好');
});
