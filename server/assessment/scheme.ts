import { z } from 'zod';
import { Annual } from './annual.ts';
import { Clause } from './clauses/clauses.ts';
import { Conditions } from './clauses/condition.ts';
import { contradictions, givesNothing } from './clauses/contradictions.ts';
import { depthsOf, unorderedPair } from './clauses/order.ts';
import { firstDay, lastDay, type Month } from './months.ts';
import { dayText, noneEmpty } from './shapes.ts';

/** @public the words of the page that will edit a scheme */
export const modes = { score: '计分', countOnly: '只统计不排名' } as const;

const Tie = z.union([
  z.enum(['tierCounts', 'adoptionRate', 'submitted', 'adoptions']),
  z.strictObject({ of: noneEmpty(z.string().min(1)).describe('哪几条的得分合计') }),
]);

const Group = z.strictObject({
  name: z.string().min(1).describe('组名，与名单里单位的 group 一字不差'),
  ranked: z.boolean().describe('true 排名、false 只列出不排名'),
});

/** 考核细则, one version of it: data from a JSON file, points written as on paper. */
export const Scheme = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string().min(1).max(80).describe('编号，每一版一个，如 "示例细则-1"'),
    name: z.string().min(1).max(80).describe('细则的名称'),
    source: z.string().optional().describe('出处：哪份文件、哪天印发'),
    mode: z.enum(['score', 'countOnly']).describe('score 计分排名、countOnly 只统计不排名'),
    from: dayText.describe('施行日；只用来考核从头到尾都在施行期内的月份，所以宜写某月 1 日'),
    to: dayText.nullable().default(null).describe('失效前的最后一天，宜写某月最后一天；null 表示一直有效'),
    deadlines: z
      .enum(['asPrinted', 'nextWorkday'])
      .default('asPrinted')
      .describe('时限遇休息日：asPrinted 照写、nextWorkday 顺延到下一个工作日'),
    groups: noneEmpty(Group).describe('考核分组；名单里的每个组都要在这里'),
    listedOnly: z.array(z.string()).default([]).describe('只列出、不排名的单位编号，如承办考核的单位'),
    ties: z
      .array(Tie)
      .default(['tierCounts', 'adoptionRate'])
      .describe(
        '同分先比什么：tierCounts 从最高一级起逐级比采用条数、adoptionRate 采用率、submitted 报送篇数、adoptions 采用条次、{"of":[…]} 某几条的得分；还相同就并列',
      ),
    afterTies: z
      .enum(['skip', 'dense'])
      .optional()
      .describe('并列以后：skip（不写等于它）空出名次 1、2、2、4，dense 不空 1、2、2、3'),
    rankedFrom: Conditions.optional().describe('最小样本：当月几项都符合的单位才排名次，不够的只列出，如报送不足 3 篇不排'),
    annual: Annual.optional(),
    clauses: noneEmpty(Clause).max(500, '最多 500 条').describe('条款；顺序只决定得分单里各行的先后'),
  })
  .superRefine((scheme, { addIssue }) => {
    for (const { path, message } of problemsOf(scheme)) addIssue({ code: 'custom', path, message });
  });
export type Scheme = z.infer<typeof Scheme>;
type Problem = { path: (string | number)[]; message: string };

/** What no single field shows. */
function problemsOf({ from, to, groups, clauses, ties, rankedFrom, annual }: Omit<Scheme, 'id' | 'name' | 'mode'>): Problem[] {
  const problems = [
    ...repeated(
      groups.map(({ name }) => name),
      'groups',
    ),
    ...repeated(
      clauses.map(({ no }) => no),
      'clauses',
    ),
  ];
  if (to !== null && to < from) problems.push({ path: ['to'], message: '不能早于施行日 from' });
  const named = new Set(groups.map(({ name }) => name));
  for (const [at, clause] of clauses.entries()) problems.push(...problemsIn(clause, named, clauses, ['clauses', at]));
  if (depthsOf(clauses) === null) problems.push({ path: ['clauses'], message: '有几条的 of 互相引用，绕成了圈，分不出先后' });
  problems.push(...namesUnknown({ ties, rankedFrom, annual, clauses }, named));
  const pair = unorderedPair(clauses);
  if (pair !== undefined) {
    const { first, second, both } = pair;
    const message = `“${first}”和“${second}”都调整“${both}”的得分，分不出先后；请在后算的一条的 of 里写上先算的那一条`;
    problems.push({ path: ['clauses'], message });
  }
  return problems;
}

function namesUnknown(
  { ties, rankedFrom, annual, clauses }: Pick<Scheme, 'ties' | 'rankedFrom' | 'annual' | 'clauses'>,
  named: Set<string>,
): Problem[] {
  const problems: Problem[] = [];
  for (const [at, tie] of ties.entries()) {
    const unknown = typeof tie === 'string' ? [] : tie.of.filter((no) => !clauses.some((clause) => clause.no === no));
    for (const no of unknown) problems.push({ path: ['ties', at, 'of'], message: `没有“${no}”这一条` });
  }
  for (const [at, { except = [] }] of (rankedFrom ?? []).entries()) {
    const unknown = except.flatMap(({ groups: each = [] }) => each.filter((name) => !named.has(name)));
    for (const name of unknown)
      problems.push({ path: ['rankedFrom', at, 'except'], message: `细则的 groups 里没有“${name}”这个组` });
  }
  for (const [at, factor] of (annual?.factors ?? []).entries()) {
    const unknown = (factor.for.groups ?? []).filter((name) => !named.has(name));
    for (const name of unknown)
      problems.push({ path: ['annual', 'factors', at, 'for'], message: `细则的 groups 里没有“${name}”这个组` });
  }
  return problems;
}

function problemsIn(clause: Clause, groups: Set<string>, clauses: readonly Clause[], path: (string | number)[]): Problem[] {
  const problems: Problem[] = [];
  const { from, to } = clause;
  if (from !== undefined && to !== undefined && to < from) problems.push({ path: [...path, 'to'], message: '不能早于 from' });
  for (const { name, at } of groupsNamed(clause)) {
    if (!groups.has(name)) problems.push({ path: [...path, ...at], message: `细则的 groups 里没有“${name}”这个组` });
  }
  if (givesNothing(clause)) problems.push({ path, message: '这一条不会得分也不会扣分，请补上分值' });
  for (const { at, message } of contradictions(clause)) problems.push({ path: [...path, ...at], message });
  const of = 'of' in clause && clause.of !== undefined && clause.of !== 'all' ? clause.of : [];
  for (const no of of) {
    if (!clauses.some((other) => other.no === no)) problems.push({ path: [...path, 'of'], message: `没有“${no}”这一条` });
  }
  return problems;
}

function groupsNamed(clause: Clause): { name: string; at: (string | number)[] }[] {
  const named = (groups: string[] | undefined, at: (string | number)[]) => (groups ?? []).map((name) => ({ name, at }));
  const needs = clause.kind === 'quota' ? clause.needs : [];
  const conditions = clause.onlyIf ?? [];
  const targets = clause.kind === 'target' ? clause.except : [];
  return [
    ...named(clause.for?.groups, ['for', 'groups']),
    ...conditions.flatMap(({ except }, at) => (except ?? []).flatMap(({ groups }) => named(groups, ['onlyIf', at, 'except']))),
    ...needs.flatMap(({ except }, at) => except.flatMap(({ groups }) => named(groups, ['needs', at, 'except']))),
    ...targets.flatMap(({ groups }) => named(groups, ['except'])),
  ];
}

const repeated = (names: readonly string[], list: string): Problem[] =>
  names.flatMap((name, at) =>
    names.indexOf(name) < at ? [{ path: [list, at], message: `“${name}”前面已经有了，不能重复` }] : [],
  );

/** In force on every day of the month. */
export const covers = ({ from, to }: Pick<Scheme, 'from' | 'to'>, month: Month) =>
  from <= firstDay(month) && (to === null || to >= lastDay(month));
