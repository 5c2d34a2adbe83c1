import { expect, test } from 'vitest';
import type { DraftBody } from '../../../../server/assessment/draft.ts';
import { changed, duplicateClause, moveClause, putAt, redone, removeClause, undone } from './edit.ts';

const body: DraftBody = { name: '甲', clauses: [{ no: '一', rates: [{ points: '5' }] }, { no: '二' }] };

test('改一格、去一格，别的格原样', () => {
  expect(putAt(body, ['clauses', 0, 'rates', 0, 'points'], '6')).toEqual({
    ...body,
    clauses: [{ no: '一', rates: [{ points: '6' }] }, { no: '二' }],
  });
  expect(putAt(body, ['clauses', 0, 'rates'], undefined)).toEqual({ ...body, clauses: [{ no: '一' }, { no: '二' }] });
  expect(putAt(body, ['clauses', 0, 'where', 'tier'], ['central'])).toMatchObject({
    clauses: [{ where: { tier: ['central'] } }, {}],
  });
  expect(Object.keys(putAt({ a: 1, b: 2 }, ['a'], 3) ?? {})).toEqual(['a', 'b']);
});

test('条款挪动、复制、去掉；编号不重', () => {
  expect(moveClause(body, 0, 1).clauses.map(({ no }) => no)).toEqual(['二', '一']);
  expect(moveClause(body, 0, -1).clauses.map(({ no }) => no)).toEqual(['一', '二']);
  expect(duplicateClause(duplicateClause(body, 0), 0).clauses.map(({ no }) => no)).toEqual(['一', '一（另）2', '一（另）', '二']);
  expect(removeClause(body, 0).clauses.map(({ no }) => no)).toEqual(['二']);
});

test('一格里连着打的字一步退回；退过了还能再来', () => {
  const start = { now: '', past: [], future: [], place: '' };
  const typed = changed(changed(changed(start, '市', 'name'), '市级', 'name'), '市级，5 分', 'points');
  expect(undone(typed).now).toBe('市级');
  expect(undone(undone(typed)).now).toBe('');
  expect(redone(undone(undone(typed))).now).toBe('市级');
  expect(undone(start)).toEqual(start);
});
