import { parseArgs } from 'node:util';

/** `value` is what stands for it in the usage; what does not match `pattern` is wrong use. */
export type Option = { value: string; about: string; pattern: RegExp };

/** One command: what it takes in order, what it needs by name, what it may be given by name, each with its words. */
export type Command<Taken extends string = string, Needed extends string = string, Given extends string = string> = {
  about: string;
  takes: Record<Taken, string>;
  needs: Record<Needed, Option>;
  options: Record<Given, Option>;
  run(given: Record<Taken | Needed, string> & Partial<Record<Given | 'county', string>>): Promise<Done>;
};

/** What goes to standard output; with a fault, one Chinese sentence, the command has refused all the same. */
export type Done = { result: object; fault?: string | null };

/** Keeps the names of what is taken, so that `run` is checked against them. */
export const command = <T extends string, N extends string, G extends string>(given: Command<T, N, G>) => given;

/** Not a refusal: the command cannot be understood. Its message is one Chinese sentence. */
export class WrongUse extends Error {}

export const county: Option = { value: 'CODE', about: '哪个县，写行政区划代码；不写就是演示县', pattern: /^[1-9]\d{5,8}$/ };
export const year: Option = { value: 'Y', about: '没有写年份的日期按哪一年读，如 2023', pattern: /^(19|20)\d\d$/ };
export const month: Option = { value: 'YYYY-MM', about: '算哪个月，写作 2023-10', pattern: /^\d{4}-(0[1-9]|1[0-2])$/ };

/** Checks the words after a command's name; null when they ask for help. Throws `WrongUse`. */
export function readArguments({ takes, needs, options }: Command, words: readonly string[]): Record<string, string> | null {
  const named = { county, ...needs, ...options };
  const { values, positionals } = parsed(words, Object.keys(named));
  if (values.help === true) return null;
  const names = Object.keys(takes);
  if (positionals.length > names.length) throw new WrongUse(`多了“${positionals[names.length]}”；有空格的请加引号。`);
  const given = Object.fromEntries(names.map((name, at) => [name, positionals[at]]));
  for (const name of names) if (!given[name]) throw new WrongUse(`缺少 ${name}（${takes[name]}）。`);
  for (const name of Object.keys(needs)) if (values[name] === undefined) throw new WrongUse(`缺少 --${name}。`);
  for (const [name, { pattern, about }] of Object.entries(named)) {
    const value = values[name];
    if (typeof value === 'string' && !pattern.test(value)) throw new WrongUse(`--${name} 不能是“${value}”：${about}。`);
  }
  return { ...given, ...values } as Record<string, string>;
}

type Parsed = { values: Record<string, string | boolean | undefined>; positionals: string[] };

function parsed(words: readonly string[], names: readonly string[]): Parsed {
  const texts = names.map((name) => [name, { type: 'string' }] as const);
  const options = { help: { type: 'boolean', short: 'h' }, ...Object.fromEntries(texts) } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(inChinese(error as Error & { code?: string }));
  }
}

/** parseArgs names the option in quotes. */
function inChinese({ code, message }: Error & { code?: string }): string {
  const [option = ''] = /--?[\w-]+/.exec(message) ?? [];
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `没有 ${option} 这一项。` : `${option} 的写法不对，后面要跟一个值。`;
}

/** The usage and every word of it, for a person; lines without a last line break. */
export function helpFor(name: string, { about, takes, needs, options }: Command): string {
  const usage = [name, ...Object.keys(takes), ...Object.entries(needs).map(inUsage), ...Object.entries(options).map(optionally)];
  const rows = [
    ...Object.entries(takes),
    ...Object.entries({ ...needs, ...options }).map((entry) => [inUsage(entry), entry[1].about] as const),
  ];
  const explained = rows.map(([word, meaning]) => `  ${word.padEnd(20)}${meaning}`);
  return [`用法：npm run -s minsheng -- ${usage.join(' ')}`, '', about, ...(rows.length > 0 ? ['', ...explained] : [])].join(
    '\n',
  );
}

const inUsage = ([name, { value }]: [string, Option]) => `--${name} ${value}`;
const optionally = (entry: [string, Option]) => `[${inUsage(entry)}]`;
