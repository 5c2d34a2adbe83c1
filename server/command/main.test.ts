import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { exportMonth, exportText } from '../assessment/export.ts';
import { readFacts, readSchemes } from '../assessment/files.ts';
import { embeddedPostgres } from '../kernel/embedded.ts';

const program = join(import.meta.dirname, 'main.ts');
const seed = join(import.meta.dirname, '../../test/notices/seed.txt');
vi.setConfig({ testTimeout: 60_000 }); // each command is a process of its own
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minsheng-command-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Ended = { code: number; out: string; said: string };

/** The command as a person starts it, with a data folder of its own. */
function minsheng(words: readonly string[], also: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const { DATABASE_URL: _, ...rest } = process.env;
  const env = { ...rest, MINSHENG_DATA: join(folder, 'data'), ...also };
  return new Promise((resolve) =>
    execFile(process.execPath, [program, ...words], { env, cwd: folder }, (error, out, said) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, said }),
    ),
  );
}

async function resultOf(...words: string[]) {
  const { code, out, said } = await minsheng(words);
  expect(code, said).toBe(0);
  return JSON.parse(out);
}

async function aFile(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

describe('读通知', () => {
  test('只给约定的各项；一处注音一条修补；调休上班的不当周末问', async () => {
    const reading = await resultOf('plan', 'read', seed);
    expect(Object.keys(reading)).toEqual(
      'title issuer number issuedOn addressees campaigns duties repairs questions unread'.split(' '),
    );
    const [first] = reading.campaigns;
    expect(Object.keys(first)).toEqual(['no', 'theme', 'projects', 'units', 'window', 'line']);
    expect(first.window).toEqual({
      ...{ from: '2023-10-08', to: '2023-10-10', days: [] },
      ...{ text: '10月8-10日', precision: 'day', rule: null },
    });
    expect(Object.keys(reading.duties[0])).toEqual(['what', 'count', 'per', 'each', 'due', 'clause', 'line']);
    expect(Object.keys(reading.questions[0])).toEqual(['kind', 'text', 'line', 'why', 'choices']);
    const pinyin = reading.repairs.filter(({ kind }: { kind: string }) => kind === 'pinyin');
    expect(pinyin).toHaveLength(149);
    expect(Object.keys(pinyin[0])).toEqual(['kind', 'line', 'from', 'to']);

    const weekends = reading.questions.filter(({ kind }: { kind: string }) => kind === 'weekend');
    expect(weekends.map(({ text }: { text: string }) => text)).toEqual(['10月10-15日']); // 10 月 8 日调休上班
  });

  test('没有的文件不读，说一句话，退出码 1', async () => {
    const said = '没有“nothing.txt”这个文件，请核对文件名和所在的文件夹。\n';
    expect(await minsheng(['plan', 'read', 'nothing.txt'])).toEqual({ code: 1, out: '', said });
  });
});

test('读一句话里的日期', async () => {
  const { text, items } = await resultOf('dates', '10月8-10日', '--year', '2023');
  const nothing = { days: [], time: null, rule: null, why: null };
  expect(text).toBe('10月8-10日');
  expect(items).toEqual([{ kind: 'range', from: '2023-10-08', to: '2023-10-10', precision: 'day', ...nothing }]);
});

describe('按文件算分', () => {
  const quota = {
    no: '一',
    title: '报送',
    kind: 'quota',
    per: 'month',
    needs: [{ counts: 'submission', atLeast: 3 }],
    missing: { each: '1.00' },
  };
  const scheme = { id: '示例', name: '示例细则', mode: 'score', from: '2023-01-01', groups: [{ name: '县直', ranked: true }] };
  const unit = { id: '水利局', name: '水利局', group: '县直', from: '2023-01-01' };
  const fact = { id: 'f1', unit: '水利局', kind: 'submission', day: '2023-10-09', period: '2023-10', verified: true };
  const asked = ['score', '--scheme', 's.json', '--facts', 'f.json', '--month', '2023-10'];

  test('少报两篇，写明条款、算式和所据的事实', async () => {
    await aFile('s.json', JSON.stringify({ ...scheme, clauses: [quota] }));
    await aFile('f.json', JSON.stringify({ county: 430523, units: [unit], facts: [fact] }));
    const { month, table } = await resultOf(...asked);
    expect([month, table[0].unit, table[0].rank, table[0].total]).toEqual(['2023-10', '水利局', 1, '-2.00']);
    expect(table[0].lines[0]).toMatchObject({ clause: '一', points: '-2.00', facts: ['f1'] });
  });

  test('细则写坏了，说出坏在哪里', async () => {
    await aFile('s.json', '{"id": ');
    const { code, out, said } = await minsheng(asked);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(said).toContain('细则不是完整的 JSON');
  });

  test('导出的月份谁都能核对；改一分就说出改在哪里，多一个字节也瞒不过', async () => {
    const schemes = readSchemes(JSON.stringify({ ...scheme, clauses: [quota] }));
    const { calendar, units, facts } = readFacts(JSON.stringify({ county: 430523, units: [unit], facts: [fact] }));
    const month = exportMonth({ county: 430523, month: '2023-10', state: 'open', schemes, units, calendar, facts, evidence: [] });
    await aFile('month.json', exportText(month));
    expect(await resultOf('verify', 'month.json', '--head', month.head)).toMatchObject({ ok: true, head: month.head });
    await aFile('month.json', exportText(month).replaceAll('-2.00', '2.00'));
    const { code, out, said } = await minsheng(['verify', 'month.json']);
    expect([code, JSON.parse(out).ok]).toEqual([1, false]);
    expect(said).toContain('得分单与文件里记的摘要不符');
    await aFile('month.json', `\ufeff${exportText(month)}`);
    expect((await minsheng(['verify', 'month.json'])).code).toBe(1);
  });
});

describe('一个县，服务器开着也能办', () => {
  let leave: () => Promise<void>;
  beforeAll(async () => {
    const running = { folder: join(folder, 'data/postgres'), say: () => undefined, durable: false };
    leave = (await embeddedPostgres(running)).stop;
  });
  afterAll(() => leave());

  test('建县给出三个人的链接；同一代码再建被拒绝', async () => {
    const { county, name, links } = await resultOf('county', 'create', '430600', '试点县');
    expect([county, name]).toEqual([430600, '试点县']);
    expect(links.map(({ role }: { role: string }) => role)).toEqual(['systemAdmin', 'securityAdmin', 'auditAdmin']);
    for (const { link } of links) expect(link).toMatch(/^http:\/\/430600\.localhost:\d+\/workbench\/invitation\/[\w-]{32}$/);
    expect(new Set(links.map(({ link }: { link: string }) => link)).size).toBe(3);
    const said = '这个县已经建过，请换一个行政区划代码。\n';
    expect(await minsheng(['county', 'create', '430600', '又一县'])).toEqual({ code: 1, out: '', said });
  });

  test('核对审计：没有给摘要的注明没有比过，给了别的摘要的不通过', async () => {
    const verdict = await resultOf('verify-database', '--county', '430600');
    expect(verdict).toMatchObject({ county: 430600, sealed: 0, fault: null, note: '未与公布摘要核对' });
    expect(verdict.unsealed).toBeGreaterThanOrEqual(4);
    const strange = await minsheng(['verify-database', '--county', '430600', '--head', 'a'.repeat(64)]);
    expect(strange.code).toBe(1);
    expect(strange.said).toContain('公布的摘要不在封存链里');
    expect((await minsheng(['verify-database', '--county', '430601'])).said).toContain('没有 430601 这个县');
  });

  test('没有采用细则的月份、没到的月份，导出各说一句话；别的写法是用错了', async () => {
    const out = (...words: string[]) => minsheng(['export-month', ...words, '--county', '430600', '--out', 'out.json']);
    expect(await out('2023-10')).toEqual({
      code: 1,
      out: '',
      said: '2023-10 还没有采用考核细则，算不出得分；请专班办公室先采用一版。\n',
    });
    expect((await out('2099-01')).said).toBe('2099-01 还没有到，请换一个月份。\n');
    expect(await out('2023')).toMatchObject({ code: 2, said: expect.stringContaining('YYYY-MM 不能是“2023”') });
    const paper = await minsheng(['bulletin', '2023-10', '--county', '430600', '--out', 'paper']);
    expect([paper.code, paper.out, paper.said]).toEqual([1, '', expect.stringContaining('还没有采用考核细则')]);
    const year = await resultOf('year', String(new Date().getFullYear()), '--county', '430600');
    expect(year).toMatchObject({ scored: false, final: false, rows: [] });
    expect(await minsheng(['year', '今年', '--county', '430600'])).toMatchObject({ code: 2 });
  });
});

test('通报的月份写错了，是用错了命令', async () => {
  const out = (...words: string[]) => minsheng(['bulletin', ...words, '--out', 'paper']);
  expect(await out('10月')).toMatchObject({ code: 2, said: expect.stringContaining('YYYY-MM 不能是“10月”') });
});

test('用错了说错在哪里，附上写法，退出码 2；要看写法的退出码 0', async () => {
  for (const words of [[], ['plan'], ['dates']]) {
    const { code, out, said } = await minsheng(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toContain('用法：npm run -s minsheng');
  }
  const { code, out, said } = await minsheng(['verify-database', '--help']);
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(said).toContain('verify-database [--county CODE] [--head HEX]');
});

/** A Node in which the database's driver cannot be loaded. */
const hook =
  'import{registerHooks}from"node:module";registerHooks({resolve(name,of,next){if(name==="postgres")throw(name);return/**/next(name,of)}})';
const withoutDriver = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` };

test('只读文字的命令不碰数据库的驱动', async () => {
  expect(await minsheng(['dates', '10月8日'], withoutDriver)).toMatchObject({ code: 0, said: '' });
  expect((await minsheng(['verify-database'], withoutDriver)).code).not.toBe(0);
});
