import { expect, test } from 'vitest';
import { totalsOf } from './paper-facts.ts';

test('白石县：逾期工作日、取最高两级、公众号每周两次、加减相抵、组内相对评分', () => {
  const county = {
    交通: {
      group: '单位',
      did: [
        [1, 'report', '2023-10-27', { dueOn: '2023-10-25' }],
        [1, 'adoption', '2023-10-10', { article: '一', tier: 'central', carrier: '新华社' }],
        [1, 'adoption', '2023-10-10', { article: '一', tier: 'provincial' }],
        [1, 'adoption', '2023-10-10', { article: '一', tier: 'municipal' }],
        [1, 'adoption', '2023-10-11', { article: '二', tier: 'provincial', quantity: 600_000 }],
        [2, 'broadcast', '2023-10-03', { carrier: '公众号' }],
        [2, 'broadcast', '2023-10-10', { carrier: '公众号' }],
        [2, 'broadcast', '2023-10-17', { carrier: '公众号' }],
        [1, 'broadcast', '2023-10-24', { carrier: '公众号' }],
        [1, 'error', '2023-10-24', { nature: '错别字', quantity: 8 }],
        [1, 'instruction', '2023-11-10', { rank: '省级好新闻奖' }],
        [1, 'error', '2023-11-10', { nature: '通报批评' }],
      ],
    },
  };
  // 2.5 - 2 个工作日 1 + （20 + 5）+ 5 - 缺三次 1.5 + 阅读 10 - 错字 8 处只扣 5 处 1
  expect(totalsOf(6, county as never, '2023-10')).toEqual({ 交通: '39.00' });
  // 其余十个月每月扣 4；十一月 +15；十二月基础分 10 - 4；共 20。通报一次 -1，加减相抵 10 + 15 - 1 - 1 = 23 封顶 20 再 -3；16 是最高分，折成 100 再 +84
  expect(totalsOf(6, county as never, '2023-12')).toEqual({ 交通: '86.00' });
});

test('清源县：零报送另扣、新媒体减半、抄袭不计、周周有新闻、十件实事、每超三天', () => {
  const county = {
    人社: {
      group: '责任单位',
      did: [
        [1, 'submission', '2023-10-09', { tier: 'central' }],
        [1, 'submission', '2023-10-09'],
        [1, 'adoption', '2023-10-03', { tier: 'provincial', genre: '专题' }],
        [1, 'adoption', '2023-10-10', { tier: 'municipal', carrier: '清源发布' }],
        [1, 'adoption', '2023-10-17', { tier: 'county', genre: '通讯', words: 1600 }],
        [1, 'adoption', '2023-10-17', { tier: 'central', genre: '主要领导署名文章' }],
        [1, 'adoption', '2023-10-17', { tier: 'central', article: '抄' }],
        [10, 'adoption', '2023-10-18', (at: number) => ({ tier: 'county', project: `实事${at}` })],
        [1, 'error', '2023-10-20', { article: '抄', nature: '抄袭' }],
        [1, 'instruction', '2023-10-20', { rank: '市级' }],
        [1, 'report', '2023-10-14', { dueOn: '2023-10-10' }],
      ],
    },
    残联: { group: '责任单位' },
  };
  // 少一篇 -1；刊稿 6 + 1.5 + 1 + 10 + 10 = 28.5；通讯 2；署名 3；三周 3；专题 2；十件 3；批示 5；抄袭 -3；迟 4 天按两次 -1；国办 2
  expect(totalsOf(7, county as never, '2023-10')).toEqual({ 人社: '43.50', 残联: '-5.00' });
});

test('龙湾县：半年结算、按人数折、年中换分值、满意度每满一个百分点、百分折 6 分', () => {
  const shares = { 审计: 2, 统计: 1 };
  const county = {
    审计: {
      group: '单位',
      did: [
        [18, 'submission', '2023-01-10'],
        [1, 'adoption', '2023-06-10', { tier: 'municipal', genre: '调研' }],
        [1, 'adoption', '2023-06-11', { tier: 'provincial', shares }],
        [1, 'visit', '2023-05-11', { genre: '联系村走访', quantity: 28 }],
        [1, 'visit', '2023-05-12', { genre: '满意度', nature: '满意', quantity: 37 }],
        [1, 'visit', '2023-05-12', { genre: '满意度', nature: '不满意', quantity: 3 }],
        [1, 'submission', '2023-07-01', { article: '急' }],
        [1, 'adoption', '2023-07-02', { article: '急', tier: 'provincial', genre: '紧急信息' }],
        [1, 'adoption', '2023-07-03', { tier: 'municipal' }],
      ],
    },
    统计: {
      group: '单位',
      did: [
        [1, 'submission', '2023-07-02', { article: '急' }],
        [1, 'adoption', '2023-07-02', { article: '急', tier: 'provincial', genre: '紧急信息' }],
      ],
    },
  };
  // 半年 12；调研 2 × 2 + 合作 5 × 2/3 = 7.33；走访差 2 户 -0.10；37/40 只计 92 个点 9.20
  expect(totalsOf(8, county as never, '2023-06')).toEqual({ 审计: '28.43', 统计: '0.17' });
  expect(totalsOf(8, county as never, '2023-07')).toEqual({ 审计: '10.00', 统计: '5.00' }); // 5 + 3，首报另加 2
  // 走访一季、三季、四季各 -1.5，无差错 2：全年 35.93，折 2.16，扣回 33.77
  expect(totalsOf(8, county as never, '2023-12').审计).toBe('-33.27');
});

test('南浦县：头版头条连乘、系列从第二篇起减半、每天两篇、同一载体超八篇减半、末名扣分', () => {
  const county = {
    民政: {
      group: '部门',
      did: [
        [1, 'adoption', '2023-03-01', { tier: 'central', placement: 'frontTop' }],
        [1, 'adoption', '2023-03-02', { tier: 'county', campaign: '系列' }],
        [1, 'adoption', '2023-03-05', { tier: 'municipal', campaign: '系列' }],
        [10, 'adoption', '2023-03-06', { tier: 'county', carrier: '县报' }],
        [3, 'submission', '2023-03-07'],
        [2, 'submission', '2023-03-08'],
      ],
    },
    住建: { group: '部门' },
    妇联: { group: '群团', did: [[1, 'submission', '2023-03-07']] },
  };
  // 50 × 2 × 1.5 × 1.2 = 180；系列先登的 5 全计，后登的 10 减半；县报 8 × 5 + 2 × 2.5 = 45；报送 4 篇 2；任务 4
  expect(totalsOf(9, county as never, '2023-03')).toEqual({ 民政: '241.00', 住建: '-11.00', 妇联: '-4.50' });
});

test('安平县：月中施行、长短信息、按时答复率、基础分、连续两季、与平均分比', () => {
  const county = {
    东乡: {
      group: '乡镇',
      did: [
        [8, 'submission', '2023-10-16'],
        [5, 'submission', '2023-10-10'],
        [1, 'adoption', '2023-10-10', { tier: 'county' }],
        [1, 'adoption', '2023-10-17', { tier: 'county', words: 200 }],
        [1, 'adoption', '2023-10-17', { tier: 'county', words: 1200 }],
        [1, 'broadcast', '2023-10-18', { quantity: 25 }],
        [9, 'answer', '2023-10-18', { dueOn: '2023-10-20' }],
        [1, 'answer', '2023-10-28', { dueOn: '2023-10-20' }],
        [1, 'attendance', '2023-10-20', { nature: '迟到' }],
      ],
    },
    西乡: {
      group: '乡镇',
      did: [
        [6, 'submission', '2023-10-16'],
        [1, 'submission', '2024-02-10', { words: 1500 }],
      ],
    },
  };
  // 东乡 20 + 1 + 3 + 2.5 + 3 - 0.5 = 29；西乡 20 - 1 = 19；平均 24 得 80 分
  expect(totalsOf(10, county as never, '2023-10')).toEqual({ 东乡: '85.00', 西乡: '75.00' });
  // 东乡 20 - 4 - 2 - 5 = 9，西乡 20 - 4 = 16，平均 12.5
  expect(totalsOf(10, county as never, '2024-03')).toEqual({ 东乡: '76.50', 西乡: '83.50' });
});

test('云台县：载体×形式、完成任务且采用率、两层封顶、月均七成加评议三成', () => {
  const at = (carrier: string, more: object = {}) => ({ carrier, tier: 'county', ...more });
  const county = {
    卫健: {
      group: '单位',
      did: [
        [5, 'submission', '2023-10-09', (each: number) => ({ article: `稿${each}` })],
        [1, 'adoption', '2023-10-10', at('县工作简报', { article: '稿0' })],
        [1, 'adoption', '2023-10-10', at('市专班简报', { article: '稿1', form: 'merged' })],
        [2, 'adoption', '2023-10-10', at('省专班简报')],
        [12, 'adoption', '2023-10-11', at('门户网站')],
        [1, 'adoption', '2023-10-12', at('学习强国省平台', { quantity: 25_000 })],
        [1, 'observation', '2023-12-20', { genre: '年终评议', quantity: 88 }],
      ],
    },
  };
  // 8 + 51 + 网站 12 封顶 10 + 采用率 2/5 得 2 + 6 + 两万阅读 0.6，四、五两条 61 封顶 40 扣 21
  expect(totalsOf(11, county as never, '2023-10')).toEqual({ 卫健: '56.60' });
  // 56.60 ÷ 12 扣回 51.88；4.72 扣三成 1.42；评议 88 × 0.3 = 26.40
  expect(totalsOf(11, county as never, '2023-12')).toEqual({ 卫健: '-26.90' });
});

test('枫林县：分类任务、完成后方计超额、牵头六成、采用第一、半年平均、全年无采用', () => {
  const county = {
    国土: {
      group: '一类单位',
      from: '2023-10-01',
      did: [
        [7, 'submission', '2023-10-09'],
        [1, 'adoption', '2023-10-10', { tier: 'provincial', campaign: '两癌筛查' }],
        [1, 'adoption', '2023-10-10', { tier: 'municipal', shares: { 国土: 60, 司法: 20, 统计: 20 } }],
      ],
    },
    司法: {
      group: '二类单位',
      from: '2023-10-01',
      did: [
        [3, 'submission', '2023-10-09'],
        [5, 'error', '2023-10-09', { nature: '退稿' }],
      ],
    },
    统计: { group: '三类单位', from: '2023-10-01', did: [[2, 'submission', '2023-10-09']] },
    气象: { group: '三类单位', from: '2023-12-01', did: [[2, 'submission', '2023-12-09']] },
  };
  // 国土 6 + 2 + 0.6 + 第一 5 + 两癌 0.5；司法 3 - 1 - 退稿超两次 1（没完成任务，分得的不计）；统计 2 + 0.2
  expect(totalsOf(12, county as never, '2023-10')).toEqual({ 国土: '14.10', 司法: '1.00', 统计: '2.20' });
  // 国土 14.10 - 6 - 6 = 2.10，两个半年平均再减一半；气象 2 分，全年无采用记零
  expect(totalsOf(12, county as never, '2023-12')).toMatchObject({ 国土: '-7.05', 气象: '0.00' });
});
