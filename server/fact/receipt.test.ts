import { expect, test } from 'vitest';
import { isNamedBy, readReceipt, receiptOf } from './receipt.ts';

const fact = {
  id: '018b0000-0000-7000-8000-000000000001',
  unit: '018b0000-0000-7000-8000-00000000000a',
  kind: 'adoption' as const,
  day: '2023-10-19',
  period: '2023-10',
  verified: true,
  cancels: null,
  replaces: null,
  attributes: { title: '水引到田头', tier: 'municipal' as const },
  evidence: ['a'.repeat(64)],
};
const code = receiptOf(430523, fact);

test('回执写着县和月份，后面六组，没有认不清的字母', () => {
  expect(code).toMatch(/^430523-202310(-[0-9A-HJKMNP-TV-Z]{5}){6}$/);
  expect(readReceipt(code)).toEqual({ code, county: 430523, period: '2023-10' });
});

test('抄的时候大小写、空格、横线、全角、O 和 0、I 和 1 都不要紧', () => {
  const copied = code.toLowerCase().replaceAll('-', ' － ').replaceAll('0', 'o').replaceAll('1', 'l');
  const wide = [...code].map((sign) => (sign === '-' ? '—' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0))).join('');
  expect(readReceipt(` ${copied}\n`)?.code).toBe(code);
  expect(readReceipt(wide)?.code).toBe(code);
});

test('抄错一个字、少一个字、换了月份，认得出来', () => {
  let missed = 0;
  for (let at = 14; at < code.length; at++) {
    if (code[at] === '-') continue;
    const wrong = `${code.slice(0, at)}${code[at] === '7' ? '8' : '7'}${code.slice(at + 1)}`;
    if (wrong !== code && readReceipt(wrong) !== null) missed++;
  }
  expect(missed).toBe(0);
  for (const wrong of ['', '回执', code.slice(0, -1), code.replace('202310', '202311'), code.replace('430523', '430599')]) {
    expect(readReceipt(wrong)).toBeNull();
  }
});

test('事实的任何一项变了，回执就不同；编号还认得出是它', () => {
  const changes = [
    { unit: '别的' },
    { kind: 'submission' as const },
    { day: '2023-10-18' },
    { verified: false },
    { cancels: 'x' },
    { replaces: 'x' },
    { attributes: { ...fact.attributes, tier: 'county' as const } },
    { evidence: [] },
  ];
  const others = changes.map((change) => receiptOf(430523, { ...fact, ...change }));
  expect(new Set([code, ...others]).size).toBe(changes.length + 1);
  const read = others.map(readReceipt);
  expect(read.every((receipt) => receipt !== null && isNamedBy(receipt, fact.id))).toBe(true);
  expect(read[0] && isNamedBy(read[0], '018b0000-0000-7000-8000-000000000002')).toBe(false);
});
