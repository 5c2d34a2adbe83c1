import { Refused } from '../kernel/refusal.ts';
import { type Command, type Done, helpFor, readArguments, WrongUse } from './command.ts';
import { say } from './say.ts';

type Entry = { about: string; load: () => Promise<Command> };

/** Loaded when called: a command that only reads starts neither the database nor its driver. */
const commands: Record<string, Entry> = {
  'plan read': {
    about: '读一份通知，列出场次、单位、时间、职责和疑点',
    load: () => import('./plan-read.ts').then(({ planRead }) => planRead),
  },
  dates: { about: '读一句话里的日期和期限', load: () => import('./dates.ts').then(({ dates }) => dates) },
  score: { about: '按细则和事实算一个月的得分', load: () => import('./score.ts').then(({ score }) => score) },
  verify: { about: '重算一个导出的月份，不要服务器和数据库', load: () => import('./verify.ts').then(({ verify }) => verify) },
  'verify-page': {
    about: '写出核对页面，一个断网也能用的 HTML 文件',
    load: () => import('./verify-page.ts').then(({ verifyPage }) => verifyPage),
  },
  'export-month': {
    about: '把一个月的考评写成一个文件，谁都能重算',
    load: () => import('./export-month.ts').then(({ exportMonth }) => exportMonth),
  },
  bulletin: {
    about: '把一个月的通报写成 PDF、docx 和 xlsx',
    load: () => import('./bulletin.ts').then(({ bulletin }) => bulletin),
  },
  year: { about: '一年的得分：各月定格的＋更正，不写数据库', load: () => import('./year.ts').then(({ year }) => year) },
  'county create': {
    about: '建一个正式县，给出三名管理员的一次性链接',
    load: () => import('./county-create.ts').then(({ countyCreate }) => countyCreate),
  },
  'verify-database': {
    about: '核对封存的审计记录和锁定的月份',
    load: () => import('./verify-database.ts').then(({ verifyDatabase }) => verifyDatabase),
  },
};

const overview = () =>
  [
    '用法：npm run -s minsheng -- 命令 ……',
    '',
    ...Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(18)}${about}`),
    '',
    '命令后面加 --help 看它的写法。结果是 JSON，写在标准输出；说明和进度写在标准错误。',
  ].join('\n');

/** 0 done, 1 refused, 2 wrong use. */
async function run(words: readonly string[]): Promise<number> {
  const name = Object.keys(commands).find((each) => each.split(' ').every((word, at) => words[at] === word));
  const entry = name === undefined ? undefined : commands[name];
  if (name === undefined || entry === undefined) return withoutCommand(words);
  const command = await entry.load();
  try {
    const given = readArguments(command, words.slice(name.split(' ').length));
    return given === null ? explain(helpFor(name, command)) : conclude(await command.run(given));
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    say(`${error.message}\n${helpFor(name, command)}`);
    return 2;
  }
}

function withoutCommand([first]: readonly string[]): number {
  if (first === '--help' || first === '-h') return explain(overview());
  say(first === undefined ? overview() : `没有“${first}”这个命令。\n${overview()}`);
  return 2;
}

function explain(words: string): number {
  say(words);
  return 0;
}

function conclude({ result, fault = null }: Done): number {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  if (fault === null) return 0;
  say(fault);
  return 1;
}

/** What broke in the database is told as on a page; the rest is a fault of the program and keeps its stack. */
async function wordsFor(error: Error): Promise<string> {
  if (error instanceof Refused) return error.message;
  const { refusalFor } = await import('../request/refusals.ts');
  return refusalFor(error, {})?.message ?? `命令出错，没有办成：${error.stack}`;
}

process.exitCode = await run(process.argv.slice(2)).catch(async (error: Error) => {
  say(await wordsFor(error));
  return 1;
});
