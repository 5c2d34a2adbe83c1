import type { z } from 'zod';
import { refuse } from '../kernel/refusal.ts';
import { clauseKinds } from './clauses/clauses.ts';
import { type Json, JsonFault, parseJson } from './json.ts';
import { refusals } from './refusals.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Text → JSON → the shape, or a refusal that names the place. `what` is the file's name to a person: 细则, 事实文件. */
export const readText = <T extends z.ZodType>(shape: T, text: string, what: string): z.output<T> =>
  readValue(shape, jsonOf(text, what), what);

export function readValue<T extends z.ZodType>(shape: T, value: Json, what: string): z.output<T> {
  const read = shape.safeParse(value, { reportInput: true });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  return refuse(refusals.badShape(what, issue === undefined ? '形状不对' : sentenceOf(issue, value)));
}

export function jsonOf(text: string, what: string): Json {
  try {
    return parseJson(text);
  } catch (fault) {
    if (fault instanceof JsonFault) return refuse(refusals.badJson(what, fault.message));
    throw fault;
  }
}

/** '第 3 条“五（三）”的 rates 第 1 项的 points：应是…… ，现在写的是 5'; `nameOf` says a key in the reader's words. */
export function sentenceOf(issue: Issue, root: Json, nameOf = asWritten): string {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return unionSentence(issue, root, nameOf);
  const input = issue.code === 'invalid_union' ? valueAt(issue.path, root) : issue.input;
  const found = typeof input === 'object' || input === undefined ? '' : `，现在写的是 ${excerpt(input)}`;
  return `${placeOf(issue.path, root, nameOf)}${problemOf(issue)}${found}`;
}
const asWritten = (key: string) => key;

/** Of the alternatives, the one that got furthest is the one that was meant. */
function unionSentence(issue: Extract<Issue, { code: 'invalid_union' }>, root: Json, nameOf: typeof asWritten): string {
  const first = issue.errors.map(([each]) => each).filter((each) => each !== undefined);
  const meant = first.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (meant === undefined) return `${placeOf(issue.path, root, nameOf)}写法不对`;
  return sentenceOf({ ...meant, path: [...issue.path, ...meant.path] } as Issue, root, nameOf);
}

function problemOf(issue: Issue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `不认识${issue.keys.map((key) => `“${key}”`).join('、')}，请删去，或对照说明改成认识的写法`;
    case 'invalid_union':
      return `没有这个种类，种类有：${Object.keys(clauseKinds).join('、')}`;
    case 'invalid_value':
      return `只能是 ${issue.values.map((value) => JSON.stringify(value)).join('、')} 之一`;
    case 'invalid_type':
      return issue.input === undefined ? '没有写，请补上' : `应是${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string' ? '不能是空的' : `不能小于 ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'array') return `太多，最多 ${issue.maximum} 项，请分开写`;
      return issue.origin === 'string' ? `太长，最多 ${issue.maximum}` : `不能大于 ${issue.maximum}`;
    default:
      return issue.message;
  }
}

const typeNames: Record<string, string> = {
  string: '带引号的文字',
  number: '数',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表 […]',
  object: '对象 {…}',
  record: '对象 {…}',
};

const valueAt = (path: Path, root: Json): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    root,
  );

/** Lists count from 1; an item is named by its number or id where it has one. */
function placeOf(path: Path, root: Json, nameOf: typeof asWritten): string {
  const steps = path.map((key, depth) => {
    const { no, id } = Object(valueAt(path.slice(0, depth + 1), root)) as { no?: unknown; id?: unknown };
    const name = [no, id].find((each) => typeof each === 'string');
    return typeof key === 'number' ? `第 ${key + 1} 项${name === undefined ? '' : `（${String(name)}）`}` : nameOf(String(key));
  });
  return steps.length === 0 ? '' : `${steps.join(' ')}：`;
}

function excerpt(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
