export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Fields = { [key: string]: Json };

/** What is compared now: `where` for a person, `list` the name of the nearest list, `exact` the lists that must be complete. */
type Place = { where: string; list: string; exact: readonly string[] };

const inChinese: Record<string, string> = {
  title: '标题',
  issuer: '发文单位',
  number: '文号',
  issuedOn: '成文日期',
  addressees: '主送',
  campaigns: '场次',
  theme: '主题',
  projects: '项目',
  units: '单位',
  role: '主次',
  window: '时段',
  from: '起',
  to: '止',
  days: '各日',
  precision: '精度',
  text: '原文',
  line: '行号',
  duties: '职责',
  what: '事项',
  count: '数量',
  per: '周期',
  each: '约束谁',
  due: '期限',
  questions: '疑点',
  repairs: '修补',
};
/** The office's word for a field of the reading; a field that has none keeps its own name. */
export const labelOf = (field: string) => inChinese[field] ?? field;

const show = (value: Json | undefined) => (value === undefined ? '没有这一项' : JSON.stringify(value));
const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const differ = (place: Place, expected: string, actual: Json | undefined) => [
  `${place.where}：应为 ${expected}，读出 ${show(actual)}`,
];

function operator(expected: Fields, actual: Json | undefined): { holds: boolean; says: string } | null {
  const { has, oneOf, between } = expected;
  if (typeof has === 'string') return { holds: typeof actual === 'string' && actual.includes(has), says: `含有“${has}”的文字` };
  if (Array.isArray(oneOf)) return { holds: oneOf.some((one) => one === actual), says: oneOf.map(show).join(' 或 ') };
  if (!Array.isArray(between)) return null;
  const [low, high] = between.map(Number);
  return { holds: Number(actual) >= Number(low) && Number(actual) <= Number(high), says: `${low} 到 ${high}` };
}

function fieldsDiffer(expected: Fields, actual: Json | undefined, place: Place): string[] {
  const operated = operator(expected, actual);
  if (operated) return operated.holds ? [] : differ(place, operated.says, actual);
  if (!isFields(actual)) return differ(place, show(expected), actual);
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, actual[key], { ...place, where: `${place.where} ${labelOf(key)}`, list: key }),
  );
}

/** 第3场「就业社保」, 三（二）7（第23行）: what a person calls the thing, as far as it has a name. */
function named(item: Json, at: number): string {
  if (!isFields(item)) return `第${at + 1}项`;
  const { no, theme, name, clause, line, kind } = item;
  const called = typeof theme === 'string' ? theme : show(theme);
  if (theme !== undefined) return no === undefined ? `一场「${called}」` : `第${show(no)}场「${called}」`;
  return `${[name, clause, kind].filter((part) => typeof part === 'string').join('')}${line === undefined ? '' : `（第 ${show(line)} 行）`}`;
}

function nearest(item: Json, actual: Json[], place: Place): string[] {
  const found = actual.map((candidate) => differences(item, candidate, place)).sort((a, b) => a.length - b.length);
  return found[0] === undefined || found[0].length > 1 ? [`${place.where}：应有 ${show(item)}，没有读出`] : found[0];
}

function listsDiffer(expected: Json[], actual: Json | undefined, place: Place): string[] {
  if (!Array.isArray(actual)) return differ(place, show(expected), actual);
  const exact = place.exact.includes(place.list);
  const count =
    exact && expected.length !== actual.length ? [`${place.where}：应有 ${expected.length} 项，读出 ${actual.length} 项`] : [];
  const each = expected.flatMap((item, at) => {
    const here = { ...place, where: `${place.where} ${named(item, at)}` };
    return exact ? differences(item, actual[at], here) : nearest(item, actual, here);
  });
  return [...count, ...each];
}

/**
 * Sentences (Chinese) saying where `actual` is not what was expected; empty when all that is expected is there. Keys that are
 * not expected are free; a list holds at least the expected items unless its name is in `exact` (then: equal length and order).
 * In place of a value: `{has}` a substring, `{oneOf: []}`, `{between: [low, high]}`.
 */
export function differences(expected: Json, actual: Json | undefined, place: Place): string[] {
  if (Array.isArray(expected)) return listsDiffer(expected, actual, place);
  if (isFields(expected)) return fieldsDiffer(expected, actual, place);
  const same = place.list === 'no' && actual !== undefined ? String(actual) === String(expected) : actual === expected;
  return same ? [] : differ(place, show(expected), actual);
}

/** Items of a list that match a pattern as `differences` would; for what must not be read. */
export const matching = (pattern: Json, items: Json | undefined): Json[] =>
  Array.isArray(items) ? items.filter((item) => differences(pattern, item, { where: '', list: '', exact: [] }).length === 0) : [];
