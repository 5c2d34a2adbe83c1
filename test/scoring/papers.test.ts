import { expect, test } from 'vitest';
import { type Happened, paperOf, schemeOf, tableOf, totalsOf } from './paper-facts.ts';

const all = Array.from({ length: 12 }, (_, at) => at + 1);
const scheme = (no: number) => schemeOf(no)[0];
/** What no file can say: by paper and the first signs of the line, with the reason. The guide lists the same. */
const unsayable: Record<string, string> = {
  '2 6.': '奖励的是元，不是分',
  '3 （十一）': '取消评优由人决定',
  '6 八是': '要与上年同期比',
  '7 （10）': '通报表扬、批评由人决定',
  '9 5 ': '奖励的是调休，不是分',
  '9 6 ': '上月得分决定下月任务',
  '9 8 ': '评先进由人决定',
  '10 六、': '每人每月限三条，而事实只记到单位',
  '12 A3': '要知道 24 小时，而事实只记到天',
  '12 A10': '自然周的末日不会顺延',
};
/** What is said elsewhere than in a clause of its own, and where. */
const elsewhere: Record<string, () => boolean> = {
  '1 九、': () => JSON.stringify(scheme(1)?.ties) === '[{"of":["二、三"]},"submitted"]',
  '3 （五）': () => scheme(3)?.clauses.every((clause) => clause.kind !== 'highest') === true, // 各条各算，本来就同时计
  '4 丙': () => JSON.stringify(scheme(4)).includes('"cap":"40.00"') && JSON.stringify(scheme(4)).includes('"cap":"60.00"'),
  '4 壬': () => scheme(4)?.rankedFrom?.[0]?.atLeast === 3,
  '4 癸': () => scheme(4)?.afterTies === 'dense',
  '7 （11）': () => handedOver(), // 名单：旧单位 to 写划转前一天，新单位从当月起
  '8 ②': () => addsUp(), // 合计就是各行相加
  '10 七、': () => JSON.stringify(scheme(10)).split('"day":{"from":"2023-10-15"}').length > 8, // 每一条的 where
  '11 第十条': () => scheme(11)?.clauses.every((clause) => clause.kind !== 'quota') === true, // 名单写豁免；没有会扣报送分的条款
};

/** 十月划转：旧单位不再欠任务，新单位当月就欠。 */
function handedOver(): boolean {
  const did = (month: string): Happened[] => [[1, 'submission', `${month}-09`]];
  const county = {
    旧局: { group: '责任单位', to: '2023-09-30', did: did('2023-09') },
    新局: { group: '责任单位', from: '2023-10-01', did: did('2023-10') },
  };
  const owing = (month: string) =>
    tableOf(7, county, month)
      .filter(({ lines }) => lines.some(({ effect }) => effect === 'shortfall'))
      .map(({ unit }) => unit);
  return owing('2023-09').join() === '旧局' && owing('2023-10').join() === '新局';
}

/** 半年报满 18 篇得 12 分，市级三篇（上半年每篇 2 分）6 分，一户没走扣 1.5 分，合起来就是平时得分。 */
function addsUp(): boolean {
  const did: Happened[] = [
    [18, 'submission', '2023-06-09'],
    [3, 'adoption', '2023-06-10', { tier: 'municipal' }],
  ];
  const [row] = tableOf(8, { 甲局: { group: '单位', did } }, '2023-06');
  const parts = row?.lines.map((line) => line.points).sort();
  return JSON.stringify(parts) === '["-1.50","12.00","6.00"]' && row?.total === '16.50';
}

test('十二个县的纸面细则一百一十九条，一百零九条照纸面写得出，十条写不出，一条也不近似', () => {
  const lines = all.flatMap((no) =>
    paperOf(no)
      .slice(1)
      .map((line) => ({ no, line })),
  );
  const known = ({ no, line }: { no: number; line: string }, of: object) =>
    Object.keys(of).find((key) => `${no} ${line}`.startsWith(key));
  const missing = lines.filter((each) => {
    if (known(each, unsayable) !== undefined) return false;
    const place = elsewhere[known(each, elsewhere) ?? ''];
    return place ? !place() : !scheme(each.no)?.clauses.some(({ text }) => text?.includes(each.line));
  });
  expect(missing).toEqual([]);
  const beyond = lines.filter((each) => known(each, unsayable) !== undefined).length;
  expect([lines.length, lines.length - beyond, beyond]).toEqual([119, 109, Object.keys(unsayable).length]);
});

test('青禾县：任务分档、超额、跨级就高、失实扣两成、年终平均再折 20 分', () => {
  const county = {
    发改: {
      group: '县政府部门',
      did: [
        [6, 'submission', '2023-10-09'],
        [1, 'adoption', '2023-10-10', { article: '一', tier: 'county' }],
        [1, 'adoption', '2023-10-11', { article: '一', tier: 'municipal' }],
        [1, 'adoption', '2023-10-11', { article: '二', tier: 'provincial', form: 'merged' }],
        [1, 'adoption', '2023-10-12', { article: '三', tier: 'municipal', placement: 'front' }],
        [1, 'commission', '2023-10-20', { dueOn: '2023-10-17', deliveredOn: '2023-10-20' }],
        [1, 'error', '2023-10-30', { article: '二', nature: '失实' }],
      ],
    },
    城关: {
      group: '乡镇',
      did: [
        [2, 'submission', '2023-10-09'],
        [1, 'adoption', '2023-10-12', { tier: 'municipal', placement: 'front' }],
      ],
    },
  };
  // 任务 10 + 超 1 条 0.5 + 采用（一稿就高 6、三稿 6，二稿失实不计）12 + 头版 5 - 迟 3 天 1.5 - 失实 5 = 21.00，再扣两成 4.20
  // 乡镇 2/3 是六成以上 5 + 市级 6；头版另加只管部门
  expect(totalsOf(1, county as never, '2023-10')).toEqual({ 发改: '16.80', 城关: '11.00' });
  // 年底：16.80 ÷ 12 = 1.40，扣回 15.40；1.40 × 20 ÷ 100 = 0.28，再扣 1.12
  expect(totalsOf(1, county as never, '2023-12').发改).toBe('-16.52');
});

test('临江县：字数系数、转载限条、阅读量、名次加分、组内最高折 30 分', () => {
  const reposts = (at: number) => ({ article: '转', form: 'repost', outletGroup: `集团${at % 6}`, tier: 'county' }) as const;
  const county = {
    教育: {
      group: '单位',
      did: [
        [1, 'adoption', '2023-09-05', { tier: 'central', placement: 'frontTop', words: 1200 }],
        [1, 'adoption', '2023-09-05', { tier: 'county', form: 'brief', words: 200 }],
        [5, 'adoption', '2023-09-06', { tier: 'county', form: 'photo' }],
        [1, 'adoption', '2023-09-07', { tier: 'municipal', shares: { 教育: 3, 卫健: 2 } }],
      ],
    },
    卫健: {
      group: '单位',
      did: [
        [7, 'adoption', '2023-09-08', reposts],
        [1, 'broadcast', '2023-09-09', { genre: '短视频', quantity: 125_000 }],
      ],
    },
    民政: { group: '单位', did: [[1, 'adoption', '2023-09-05', { tier: 'county' }]] },
  };
  // 教育 50 × 1.5 + 2 × 0.5 + 图片 2.5 封顶 2 + 8 × 3/5 = 82.80，第一 10：92.80 → 30
  // 卫健 8 × 2/5 + 转载 6 家只计 5 条 1.00 + 阅读 12 次只算 10 次 5.00 + 爆款 3 = 12.20，第二 8：20.20 × 30 ÷ 92.80 = 6.53
  // 民政 2 + 第三 6：8 × 30 ÷ 92.80 = 2.59
  expect(totalsOf(2, county as never, '2023-09')).toEqual({ 教育: '30.00', 卫健: '6.53', 民政: '2.59' });
  expect(totalsOf(2, county as never, '2023-12')).toEqual({ 教育: '0.00', 卫健: '-5.00', 民政: '-5.00' }); // 全年没上市级（合作稿算报送的一家）
});

test('石桥县：时序进度、累进、批示就高、每周一条、连续三月、采用率恰好六成不算高于', () => {
  const county = {
    人社: {
      group: '县直部门',
      did: [
        [5, 'submission', '2023-01-10', (at: number) => ({ article: `一${at}` })],
        [5, 'submission', '2023-02-10', (at: number) => ({ article: `二${at}` })],
        ...['01', '08', '15', '22', '28'].map((day) => [1, 'submission', `2023-03-${day}`]),
        [5, 'adoption', '2023-03-20', (at: number) => ({ article: `一${at}`, tier: 'county' })],
        [4, 'adoption', '2023-03-20', (at: number) => ({ article: `二${at}`, tier: 'county' })],
        [3, 'adoption', '2023-03-21', { tier: 'county' }],
        [1, 'instruction', '2023-03-21', { article: '一0', rank: '省主要领导' }],
        [1, 'instruction', '2023-03-22', { article: '一0', rank: '县主要领导' }],
        [1, 'commission', '2023-03-22', { dueOn: '2023-03-22', deliveredOn: '2023-03-22' }],
      ],
    },
    妇联: { group: '群团' },
  };
  // 15 条正是 60 × 3/12；采用 5 × 1 + 5 × 1.5 + 2 × 2 = 16.50；批示 20；约稿 2；三月各五条 2；采用率 9/15 不加不减
  // 妇联：欠 9 × 0.5、四周 × 0.2、三月零报送 10
  expect(totalsOf(3, county as never, '2023-03')).toEqual({ 人社: '40.50', 妇联: '-15.30' });
  // 一至十一月：进度 1.5 ×（1+…+11）= 99，48 周 9.60，三轮 30；全年最低 0 分，十二月补回来
  expect(totalsOf(3, county as never, '2023-12').妇联).toBe('138.60');
});

test('东岭县：封顶、宣传周加倍、扣完报送分为止、全月记零、不足三篇不排、并列不空名次', () => {
  const three = [3, 'submission', '2023-10-09'];
  const county = {
    水利: {
      group: '单位',
      did: [
        [21, 'submission', '2023-10-09'],
        [1, 'adoption', '2023-10-17', { tier: 'county' }],
        [1, 'adoption', '2023-10-10', { tier: 'municipal' }],
        [1, 'error', '2023-10-11', { nature: '迟报' }],
      ],
    },
    农业: { group: '单位', did: [three] },
    残联: { group: '单位', did: [three] },
    住建: {
      group: '单位',
      did: [three, [1, 'adoption', '2023-10-10', { tier: 'county' }], [1, 'error', '2023-10-11', { nature: '瞒报' }]],
    },
    文旅: { group: '单位', did: [three, [1, 'error', '2023-10-11', { nature: '重大负面舆情' }]] },
    林业: { group: '单位', did: [[2, 'submission', '2023-10-09']] },
    新局: {
      group: '单位',
      from: '2023-11-15',
      did: [
        [1, 'submission', '2023-12-09'],
        [1, 'visit', '2023-12-01', { quantity: 250 }],
        [1, 'visit', '2023-12-02', { quantity: 160 }],
      ],
    },
  };
  const ranked = tableOf(4, county as never, '2023-10').map(({ unit, total, rank }) => [unit, total, rank]);
  expect(ranked).toEqual([
    ['水利', '51.00', 1], // 42 封顶 40 + 3 × 2 + 6 - 1
    ['农业', '6.00', 2],
    ['残联', '6.00', 2],
    ['住建', '3.00', 3], // 报送 6 被瞒报扣完为 0，采用 3
    ['文旅', '0.00', 4],
    ['林业', '4.00', null],
  ]);
  expect(totalsOf(4, county as never, '2023-12').新局).toBe('5.00'); // 报送 2 + 410 户 4 - 任务 12 × 2/12 = 2 差 1
});

test('河口区：目标分、同期一次、采用批示就高、首报、季度名次与平均', () => {
  const brief = (more: object) => ({ carrier: '要情快报', tier: 'county', ...more });
  const special = (more: object) => ({ carrier: '区情专报', tier: 'county', ...more });
  const county = {
    财政: {
      group: 'A类部门',
      did: [
        [2, 'adoption', '2023-09-05', special({ issue: '7' })],
        [1, 'adoption', '2023-09-06', brief({})],
        [1, 'adoption', '2023-09-07', special({ issue: '8', article: '就高' })],
        [1, 'instruction', '2023-09-08', { article: '就高' }],
        [1, 'adoption', '2023-09-09', brief({ article: '他报' })],
        [1, 'error', '2023-09-10', {}],
      ],
    },
    税务: {
      group: 'A类部门',
      did: [
        [1, 'submission', '2023-09-01', { article: '他报' }],
        [1, 'adoption', '2023-09-09', brief({ article: '他报' })],
      ],
    },
    残联: { group: 'C类部门', did: [[15, 'adoption', '2023-10-09', brief({})]] },
  };
  // 财政 5 + 3 + 8（他报的不计）+ 五条超三条 1 - 4 = 13，平均 13 ÷ 3 扣回 8.67，季度第一 3；税务 3 → 1，第二 2
  expect(totalsOf(5, county as never, '2023-09')).toMatchObject({ 财政: '7.33', 税务: '3.00' });
  // 残联十月 45 + 5；十二月第一 3、平均扣回 33.33；年度 19.67，目标 60：100 × 19.67/60 = 32.78，差 40.33 × 2 至多扣 30
  expect(totalsOf(5, county as never, '2023-12').残联).toBe('-27.55');
});
