import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Clause } from './clauses/clauses.ts';
import { Scheme } from './scheme.ts';
import { sentenceOf } from './sentences.ts';

test('示例细则的每一条都说得出数什么、计几分', () => {
  const scheme = Scheme.parse(JSON.parse(readFileSync('database/demo/scheme.json', 'utf8')));
  expect(scheme.clauses.map(sentenceOf)).toEqual([
    '只管县直：每月报送不少于 3 条，达标得 10.00 分，每少一条扣 1.00 分。',
    '每月数中央级采用：每条 15.00 分。',
    '每月数省部级采用：每条 8.00 分。',
    '每月数市级采用：每条 5.00 分，最高 15.00 分。',
    '每月数县工作简报采用：每条 2.00 分。',
    '每月数县政府门户网站采用：每条 1.00 分。',
    '每月数约稿：按时每条 2.00 分，逾期、未交每条 -3.00 分。',
  ]);
});

const of = (clause: object) => sentenceOf(Clause.parse({ no: '一', title: '一', ...clause }));

test('其余各种条款也说得出', () => {
  expect(of({ kind: 'limit', of: 'all', per: 'year', atMost: '100', atLeast: '0' })).toBe(
    '全年其余各条合计最高 100 分，最低 0 分。',
  );
  expect(of({ kind: 'zero', of: ['五'], when: [{ counts: 'error', where: { nature: ['失实'] } }] })).toBe(
    '失实差错有 1 条，每月五记零。',
  );
  expect(of({ kind: 'streak', counts: 'submission', months: 2, fewerThan: 1, points: '-5' })).toBe(
    '连续 2 个月每月报送都少于 1 条，每满一轮计 -5 分。',
  );
  expect(of({ kind: 'bands', counts: 'submission', bands: [{ count: { to: 0 }, points: '-5' }] })).toBe(
    '每月数报送，不超过 0 条计 -5 分。',
  );
  expect(of({ kind: 'rate', rate: 'adoptionRate', bands: [{ below: '0.3', points: '-1' }] })).toBe(
    '每月看采用率：不到 0.3 的计 -1 分。',
  );
});
