import { expect, test } from 'vitest';
import { changesFrom, type Draft, factWords } from './changes.ts';

const adoption: Draft = {
  ...{ no: 1, undoes: 'a', was: '', verb: 'keep', kind: 'adoption', happenedOn: '2023-10-26' },
  attributes: { title: '一渠清水', carrier: '邵阳日报', tier: 'municipal', form: 'sole', placement: 'front' },
};

test('不动的不算改；日子没填好的还交不了', () => {
  expect(changesFrom([adoption])).toBeNull();
  expect(changesFrom([{ ...adoption, verb: 'replace', happenedOn: '' }])).toBeNull();
});

test('撤销只说撤哪一条，改成的说全，补记的没有撤哪一条', () => {
  const { kind, happenedOn, attributes } = adoption;
  expect(changesFrom([{ ...adoption, verb: 'cancel' }])).toEqual([{ verb: 'cancel', undoes: 'a' }]);
  expect(
    changesFrom([
      { ...adoption, verb: 'replace' },
      { ...adoption, undoes: null, verb: 'record' },
    ]),
  ).toEqual([
    { verb: 'replace', undoes: 'a', kind, happenedOn, attributes },
    { verb: 'record', kind, happenedOn, attributes, late: false },
  ]);
});

test('一条事实用一句话说清：层级待认定的也说', () => {
  expect(factWords({ ...adoption, day: '2023-10-26' })).toBe('采用 2023-10-26《一渠清水》 邵阳日报 市级 头版');
  expect(factWords({ kind: 'adoption', day: '2023-10-26', attributes: { tier: null } })).toContain('待认定');
});
