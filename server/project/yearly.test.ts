import { expect, test } from 'vitest';
import type { Fact } from '../fact/fact.ts';
import { standingFacts, yearLines } from './yearly.ts';

const fact = (id: string, given: Partial<Fact>) =>
  ({
    ...{ id, unit: 'u', kind: 'adoption', day: '2023-10-20', period: '2023-10', verified: true, cancels: null, replaces: null },
    ...{ evidence: [], attributes: { project: '甲', tier: 'municipal' } },
    ...given,
  }) as unknown as Fact;
const project = (name: string, rank: 'provincial' | 'municipal' | null) => ({ id: name, name, rank, lead: null }) as never;

test('撤了的、换了的、没核的、去年的都不算，换上的算', () => {
  const facts = [
    fact('1', {}),
    fact('2', { cancels: '1' as never }),
    fact('3', {}),
    fact('4', { replaces: '3' as never }),
    fact('5', { verified: false }),
    fact('6', { day: '2022-12-31' as never }),
  ];
  expect(standingFacts(facts, 2023).map(({ id }) => id)).toEqual(['4']);
});

test('省级项目没有中央、省、市报道的在最上面，一条也没有的其次；缺口说成话', () => {
  const at = (project: string, tier: string | null, day = '2023-10-20') =>
    fact(`${project}${tier}${day}`, { attributes: { project, tier } as never, day: day as never });
  const lines = yearLines(
    [
      project('甲', 'municipal'),
      project('乙', 'provincial'),
      project('丙', 'provincial'),
      project('丁', null),
      project('戊', 'provincial'),
    ],
    [
      ...[at('甲', 'county'), at('甲', null, '2023-11-01'), at('乙', 'county'), at('丙', 'central')],
      fact('9', { kind: 'submission', attributes: { project: '丁' } }),
    ],
  );
  expect(lines.map(({ name, gap, words }) => [name, gap, words])).toEqual([
    ['戊', 'unreported', '重点项目，今年还没有见报，也没有报送。'],
    ['乙', 'unreported', '重点项目，今年只在县里见过 1 条，还没有中央、省、市媒体的报道。'],
    ['丁', 'untold', '今年还没有见报，报送了 1 篇，没有采用。'],
    ['丙', 'none', '今年见报 1 条，最近一次 2023-10-20。'],
    ['甲', 'none', '今年见报 2 条，最近一次 2023-11-01。'],
  ]);
  expect(lines.at(-1)?.tiers).toEqual({ central: 0, provincial: 0, municipal: 0, county: 1, undecided: 1 });
});
