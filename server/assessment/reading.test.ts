import { expect, test } from 'vitest';
import { canonicalJson } from '../kernel/canonical.ts';
import { Refused } from '../kernel/refusal.ts';
import { readFacts, readSchemes, scoreFiles } from './files.ts';
import { parseJson } from './json.ts';

const said = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refused) return error.refusal.message;
    throw error;
  }
  return '';
};
const head = { id: '试', name: '试', mode: 'score', from: '2023-10-01', groups: [{ name: '县直', ranked: true }] };
const clause = { no: '五（三）', title: '市级', kind: 'points', counts: 'adoption', rates: [{ points: '5.00' }] };
const limit = { no: '八', title: '封顶', kind: 'limit', of: ['五（三）'], atMost: '10.00' };
const scheme = (...clauses: object[]) => JSON.stringify({ ...head, clauses });
const unit = { id: '甲', name: '甲', group: '县直', from: '2023-01-01' };
const fact = { id: 'f1', unit: '甲', kind: 'adoption', day: '2023-10-12', period: '2023-10', verified: true };
const file = (facts: object[], units: object[] = [unit]) => JSON.stringify({ county: 430523, units, facts });

test.each<[string, string, string]>([
  [
    '不认识的种类',
    scheme({ ...clause, kind: 'formula' }),
    '细则有一处看不懂：clauses 第 1 项（五（三）） kind：没有这个种类，种类有：points、quota、bands、steps、rate、streak、placement、target、limit、zero、percent、highest、average、rescale，现在写的是 "formula"。',
  ],
  [
    '不认识的键',
    scheme({ ...clause, bonus: '1.00' }),
    '细则有一处看不懂：clauses 第 1 项（五（三））：不认识“bonus”，请删去，或对照说明改成认识的写法。',
  ],
  [
    '深处不认识的键',
    scheme({ ...clause, rates: [{ point: '5.00' }] }),
    '细则有一处看不懂：clauses 第 1 项（五（三）） rates 第 1 项 points：没有写，请补上。',
  ],
  [
    '三位小数',
    scheme({ ...clause, rates: [{ points: '0.125' }] }),
    '细则有一处看不懂：clauses 第 1 项（五（三）） rates 第 1 项 points：应是带引号的分数，最多两位小数，如 "5.00"、"-0.5"，现在写的是 "0.125"。',
  ],
  [
    '没加引号的分数',
    scheme({ ...clause, rates: [{ points: 5 }] }),
    '细则有一处看不懂：clauses 第 1 项（五（三）） rates 第 1 项 points：应是带引号的文字，现在写的是 5。',
  ],
  [
    '负的封顶',
    scheme({ ...clause, cap: '-1.00' }),
    '细则有一处看不懂：clauses 第 1 项（五（三）） cap：应是带引号、不带负号的分数，最多两位小数，如 "5.00"，现在写的是 "-1.00"。',
  ],
  [
    '除以零',
    scheme({ ...clause, factors: [{ times: '1/0' }] }),
    '细则有一处看不懂：clauses 第 1 项（五（三）） factors 第 1 项 times：应是带引号的倍数，如 "0.5"、"2"、"1/3"，分母不能是 0，现在写的是 "1/0"。',
  ],
  [
    '满分是零',
    scheme(clause, { no: '折', title: '折', kind: 'rescale', of: 'all', full: '0.00', worth: '6.00' }),
    '细则有一处看不懂：clauses 第 2 项（折） full：满分不能是 0，现在写的是 "0.00"。',
  ],
  ['条号重复', scheme(clause, clause), '细则有一处看不懂：clauses 第 2 项（五（三））：“五（三）”前面已经有了，不能重复。'],
  ['引用没有的条', scheme({ ...limit, of: ['九'] }), '细则有一处看不懂：clauses 第 1 项（八） of：没有“九”这一条。'],
  [
    '互相引用',
    scheme({ ...limit, of: ['九'] }, { ...limit, no: '九', of: ['八'] }),
    '细则有一处看不懂：clauses：有几条的 of 互相引用，绕成了圈，分不出先后。',
  ],
  [
    '两条封顶分不出先后',
    scheme(clause, limit, { ...limit, no: '九' }),
    '细则有一处看不懂：clauses：“八”和“九”都调整“五（三）”的得分，分不出先后；请在后算的一条的 of 里写上先算的那一条。',
  ],
  [
    '组名写错',
    scheme({ ...clause, for: { groups: ['县值'] } }),
    '细则有一处看不懂：clauses 第 1 项（五（三）） for groups：细则的 groups 里没有“县值”这个组。',
  ],
  [
    '没写管谁',
    scheme({ ...clause, for: {} }),
    '细则有一处看不懂：clauses 第 1 项（五（三）） for：要写 groups 或 units，写明管谁。',
  ],
  [
    '任务没有分值',
    scheme({ no: '三', title: '任务', kind: 'quota', needs: [{ counts: 'submission', atLeast: 3 }] }),
    '细则有一处看不懂：clauses 第 1 项（三）：这一条不会得分也不会扣分，请补上分值。',
  ],
  [
    '没有这一天',
    JSON.stringify({ ...head, from: '2023-02-30', clauses: [clause] }),
    '细则有一处看不懂：from：日历上没有这一天，现在写的是 "2023-02-30"。',
  ],
  [
    '条款太多',
    scheme(...Array.from({ length: 501 }, (_, at) => ({ ...clause, no: String(at) }))),
    '细则有一处看不懂：clauses：太多，最多 500 项，请分开写。',
  ],
  ['同一个键写了两遍', '{"id":"试",\n "id":"改"}', '细则不是完整的 JSON：第 2 行第 6 个字符，“id”前面已经写过。'],
  ['写了一半', '{"id":"试",', '细则不是完整的 JSON：第 1 行第 11 个字符，缺带引号的键。'],
])('细则%s：说出在哪里、怎么改', (_, text, message) => {
  expect(said(() => readSchemes(text))).toBe(message);
});

test.each<[string, object[], string]>([
  ['单位不在名单里', [{ ...fact, unit: '丙' }], '事实“f1”的单位“丙”不在名单里，请补进名单或改正编号。'],
  [
    '合作单位不在名单里',
    [{ ...fact, attributes: { shares: { 甲: 1, 丙: 1 } } }],
    '事实“f1”的单位“丙”不在名单里，请补进名单或改正编号。',
  ],
  ['编号重复', [fact, fact], '事实“f1”出现了两次，请删去一条。'],
  ['撤销的不在文件里', [{ ...fact, cancels: 'f0' }], '事实“f1”要撤销或更换的“f0”不在其中，请把它那个月的事实一并放进来。'],
  [
    '撤销以后的事',
    [{ ...fact, id: 'f0', cancels: 'f1', period: '2023-09' }, fact],
    '事实“f0”要撤销或更换的“f1”在它之后（2023-10），请改正。',
  ],
  [
    '撤销一次撤销',
    [fact, { ...fact, id: 'f2', cancels: 'f1' }, { ...fact, id: 'f3', cancels: 'f2' }],
    '事实“f3”要撤销或更换的“f2”本身是撤销，请另记一条事实。',
  ],
  [
    '两条更换同一条',
    [fact, { ...fact, id: 'f2', replaces: 'f1' }, { ...fact, id: 'f3', replaces: 'f1' }],
    '事实“f1”同时被“f2”和“f3”更换，请只留一条。',
  ],
  [
    '更换绕成圈',
    [
      { ...fact, replaces: 'f2' },
      { ...fact, id: 'f2', replaces: 'f1' },
    ],
    '事实“f1”的更换绕成了圈，请改正。',
  ],
  [
    '不认识的属性',
    [{ ...fact, attributes: { level: 1 } }],
    '事实文件有一处看不懂：facts 第 1 项（f1） attributes：不认识“level”，请删去，或对照说明改成认识的写法。',
  ],
  [
    '没有这种事实',
    [{ ...fact, kind: 'praise' }],
    '事实文件有一处看不懂：facts 第 1 项（f1） kind：只能是 "submission"、"adoption"、"commission"、"instruction"、"error"、"report"、"activity"、"broadcast"、"display"、"visit"、"observation"、"answer"、"attendance" 之一，现在写的是 "praise"。',
  ],
])('事实%s：不丢下，也不猜', (_, facts, message) => {
  expect(said(() => scoreFiles(scheme(clause), file(facts), '2023-10'))).toBe(message);
});

test('名单、月份、版本对不上时各有一句话', () => {
  const run = (schemes: string, units: object[] = [unit], month = '2023-10') =>
    said(() => scoreFiles(schemes, file([], units), month));
  expect(run(scheme(clause), [{ ...unit, group: '园区' }])).toBe(
    '单位“甲”的组“园区”不在细则的 groups 里。请在细则里加上这个组，或改名单。',
  );
  expect(run(scheme(clause), [unit, unit])).toBe('名单里的单位“甲”有两行的起止日重叠，请改正。');
  expect(run(scheme(clause), [unit], '2023-09')).toBe(
    '没有在 2023-09 整月施行的细则（“试”从 2023-10-01 起）。请换一个月份，或改细则的 from、to。',
  );
  expect(run(scheme(clause), [unit], '2023-13')).toMatch(/^月份有一处看不懂：应是一个月份/);
  const versions = JSON.stringify([
    { ...head, clauses: [clause] },
    { ...head, id: '改', from: '2023-10-01', clauses: [clause] },
  ]);
  expect(run(versions)).toBe('2023-10 同时有两版细则：“试”和“改”。请把前一版的 to 写到上个月底。');
});

test('换过组的单位写两行，各月用各月的组；两版细则各管各的月份', () => {
  const rows = [
    { ...unit, to: '2023-10-31' },
    { ...unit, group: '乡镇', from: '2023-11-01' },
  ];
  const groups = [...head.groups, { name: '乡镇', ranked: false }];
  const versions = [
    { ...head, groups, to: '2023-10-31', clauses: [clause] },
    { ...head, groups, id: '新', from: '2023-11-01', clauses: [{ ...clause, rates: [{ points: '6.00' }] }] },
  ];
  const undo = { ...fact, id: 'f2', period: '2023-11', day: '2023-11-03', cancels: 'f1' };
  const told = (month: string) =>
    scoreFiles(JSON.stringify(versions), file([fact, undo], rows), month).table.map(({ group, total, lines }) => [
      group,
      total,
      ...lines.map(({ points, corrects }) => `${points} ${corrects}`),
    ]);
  expect(told('2023-10')).toEqual([['县直', '5.00', '5.00 null']]);
  expect(told('2023-11')).toEqual([['乡镇', '0.00', '-5.00 2023-10']]);
});

test('JSON 照读照写：键按码位排，转义、空白、嵌套都不走样', () => {
  const text = ' { "b" : [ 1, -2, true, null, "引\\"号\\u5b9e" ] , "a" : { } }\n';
  expect(parseJson(text)).toEqual(JSON.parse(text));
  expect(canonicalJson(parseJson(text))).toBe('{"a":{},"b":[1,-2,true,null,"引\\"号实"]}');
  for (const bad of [
    '',
    '[1,]',
    '{"a":1,}',
    '[1 2]',
    '01',
    'nul',
    '"a\nb"',
    '"\\x"',
    '[1]]',
    `${'['.repeat(200)}${']'.repeat(200)}`,
  ]) {
    expect(
      said(() => readFacts(bad)),
      bad,
    ).toMatch(/^事实文件不是完整的 JSON：第 \d+ 行第 \d+ 个字符，/);
  }
});
