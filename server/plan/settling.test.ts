import { expect, test } from 'vitest';
import { isSettled, openDoubts } from './settling.ts';

test('选了“另填起止日”，两头都填、先后不颠倒，才算定了', () => {
  const choice = '另填起止日';
  expect(isSettled({ choice })).toBe(false);
  expect(isSettled({ choice, text: '2023-12-01—' })).toBe(false);
  expect(isSettled({ choice, text: '2023-12-10—2023-12-01' })).toBe(false);
  expect(isSettled({ choice, text: '2023-12-01—2023-12-10' })).toBe(true);
});

test('照原件的，要把原件上的字填进来；不需要填字的，选了就算', () => {
  expect(isSettled({ choice: '照原件填写', text: '  ' })).toBe(false);
  expect(isSettled({ choice: '照原件填写', text: '特邀监督员' })).toBe(true);
  expect(isSettled({ choice: '照原件补填' })).toBe(false);
  expect(isSettled({ choice: '留着，注明“原件损坏”' })).toBe(true);
  expect(isSettled(undefined)).toBe(false);
});

test('还剩几处要定，只数没定完的', () => {
  const questions = [{ id: 'date:90:12月初' }, { id: 'weekend:50:10月10-15日' }];
  expect(openDoubts(questions, {})).toBe(2);
  expect(openDoubts(questions, { 'date:90:12月初': { choice: '另填起止日' } })).toBe(2);
  expect(openDoubts(questions, { 'date:90:12月初': { choice: '先留原文，以后再问' } })).toBe(1);
});

test.each(['改其中一场的时间', '改到工作日'])('“%s”的，新的起止日填全才算', (choice) => {
  expect(isSettled({ choice })).toBe(false);
  expect(isSettled({ choice, text: '第1场：2023-10-08—' })).toBe(false);
  expect(isSettled({ choice, text: '第1场：2023-10-08—2023-10-09' })).toBe(true);
});

test('职责的期限只要一天；说来文有乱码的，不算定了', () => {
  expect(isSettled({ choice: '另填日子', text: '2023-10-32' })).toBe(false);
  expect(isSettled({ choice: '另填日子', text: '2023-10-31' })).toBe(true);
  expect(isSettled({ choice: '有乱码，换一份文件' })).toBe(false);
});
