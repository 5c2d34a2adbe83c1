import { expect, test } from 'vitest';
import { type Right, reach, roles } from '../server/identity/rights.ts';
import {
  door,
  exceptions,
  floor,
  isAbove,
  isModule,
  isPureByName,
  placeOf,
  purePackages,
  reservedName,
  roof,
} from './house/places.ts';
import { queryFile, queryFiles } from './house/queries.ts';
import { openTables, unscoped } from './house/scope.ts';
import { filesIn, type Import, isTest, type Source, sourcesIn, textOf } from './house/sources.ts';

const server = sourcesIn('server');
const web = sourcesIn('web');
const byPath = new Map([...server, ...web].map((source) => [source.path, source]));

/** 'who → what' for each import that a law forbids. */
const against = (sources: readonly Source[], forbids: (source: Source, to: Import) => boolean) =>
  sources.flatMap((source) => source.imports.filter((to) => forbids(source, to)).map(({ to }) => `${source.path} → ${to}`));
const containing = (sources: readonly Source[], pattern: RegExp) =>
  sources.flatMap(({ path, code }) => [...code.matchAll(pattern)].map(([found]) => `${path}：${found}`));

test('一：每个文件夹在 modules.ts 里有它的位置', () => {
  const known = [...floor, ...door, ...roof, 'settings.ts'];
  const homeless = new Set(server.map(({ path }) => placeOf(path)).filter((place) => !isModule(place) && !known.includes(place)));
  expect([...homeless], '把新模块按顺序写进 server/modules.ts 的 modules').toEqual([]);
});

test('一：只从自己、kernel、render 和排在上面的模块引入；别家的 routes、jobs 碰不得', () => {
  const wrong = against(server, ({ path }, { to }) => to.startsWith('server/') && !mayImport(path, to));
  expect(wrong, '把共用的规则移到上面的模块，或反过来由下面的模块来取').toEqual([]);
});

function mayImport(from: string, to: string): boolean {
  const [here, there] = [placeOf(from), placeOf(to)];
  if (roof.includes(here) || here === there) return true;
  if (here === 'kernel' || there === 'settings.ts' || roof.includes(there)) return false;
  if (there === 'kernel') return true;
  if (here === 'render') return false;
  if (door.includes(here)) return door.includes(there) || there === 'render' || there === 'identity' || there === 'audit';
  if (there === 'render') return true;
  if (there === 'app.ts') return reservedName(from) === 'routes';
  return isModule(there) && isAbove(there, here) && !['routes', 'jobs'].includes(reservedName(to) ?? '');
}

test('一：没有转手的文件，没有绕成圈的引入', () => {
  const handedOn = /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as\s+\w+\s+)?from\s.*$/gm;
  expect(containing([...server, ...web], handedOn), '直接从定义它的文件引入').toEqual([]);
  expect(
    [...byPath.keys()].flatMap((path) => circleFrom(path, [])),
    '把两边都要的部分移到第三个文件',
  ).toEqual([]);
});

const visited = new Set<string>();
/** The circles met on the way down from a file, written out; every file is walked once. */
function circleFrom(path: string, way: readonly string[]): string[] {
  if (way.includes(path)) return [[...way.slice(way.indexOf(path)), path].join(' → ')];
  if (visited.has(path)) return [];
  visited.add(path);
  const next = byPath.get(path)?.imports.filter(({ type, to }) => !type && byPath.has(to)) ?? [];
  return next.flatMap(({ to }) => circleFrom(to, [...way, path]));
}

const outside = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.|\bprocess\.|\bcrypto\.|\bfetch\(|\bsetTimeout\(/g;

/** Of render: what imports no more than a pure file may. */
const isPure = (path: string): boolean =>
  isPureByName(path) || (placeOf(path) === 'render' && (byPath.get(path)?.imports ?? []).every(isPureImport));
const isPureImport = ({ to, type }: Import) => type || (to.startsWith('server/') ? isPure(to) : purePackages.includes(to));

test('二：规则文件只引入规则文件，不问时钟、随机数和外面', () => {
  const pure = server.filter(({ path }) => isPureByName(path));
  const advice = '把取数、计时、读写移到 queries、actions、routes、jobs，把结果作为参数传进来';
  expect(
    against(pure, (_, to) => !isPureImport(to)),
    advice,
  ).toEqual([]);
  expect(containing(pure, outside), advice).toEqual([]);
  expect(Object.keys(exceptions).filter((path) => !byPath.has(path))).toEqual([]);
});

test('二：网页只引入规则文件、kernel/ids.ts 和类型；工作台和走访端互不引入，antd 只在工作台', () => {
  const wrong = against(web, ({ path }, { to, type }) => {
    if (to.startsWith('server/')) return !type && to !== 'server/kernel/ids.ts' && !isPure(to);
    const [here, there] = [path, to].map((each) => /^web\/(workbench|field)\//.exec(each)?.[1]);
    if (here && there && here !== there) return true;
    return /^(antd|@ant-design)\b/.test(to) && here !== 'workbench';
  });
  expect(wrong, '改为引入类型，或把要用的规则从做读写的文件里分出来').toEqual([]);
});

/** Table → the module whose migration made it; the file's name says whose it is. */
const owners = new Map(
  filesIn('database/migrations', '.sql').flatMap((file) => {
    const owner = /\d+-([a-z]+)[\w-]*\.sql$/.exec(file)?.[1] ?? '';
    return [...textOf(file).matchAll(/^create table (\w+)/gm)].map(([, table = '']) => [table, owner] as const);
  }),
);

test('三：一张表只由自己模块的 queries 写', () => {
  const writes = /\b(?:insert into|delete from|(?<!for |do |key )update) (\w+)/gi;
  const wrong = server.flatMap(({ path, code }) => {
    const tables = [...code.matchAll(writes)].map(([, table = '']) => table).filter((table) => owners.has(table));
    const mine = (table: string) => placeOf(path) === owners.get(table) && reservedName(path) === 'queries';
    return tables.filter((table) => !mine(table)).map((table) => `${path} 写 ${table}（属于 ${owners.get(table)}）`);
  });
  expect(wrong, '调用那个模块的 actions，由它自己写').toEqual([]);
  expect(owners.size, '一张表也没有认出来').toBeGreaterThan(10);
});

test('四：SQL 只在 queries 里；另有开事务、升级库结构和开库三处', () => {
  const named = ['server/kernel/transaction.ts', 'server/kernel/migration.ts', 'server/database.ts'];
  const elsewhere = server.filter(({ path }) => reservedName(path) !== 'queries' && !named.includes(path));
  expect(containing(elsewhere, /\b(?:db|sql|owner|pool)(?:<[^`]*?>)?`|\.unsafe\(/g), '移进本模块的 queries').toEqual([]);
});

/** Where real time enters, each once: a request, the command line, the sealer, a migration, the number and time of a log line,
 * the number of an intent. */
const clocks = [
  'server/request/admission.ts',
  'server/founding.ts',
  'server/command/county.ts',
  'server/main.ts',
  'server/kernel/migration.ts',
  'server/app.ts',
  'web/ui/api.ts',
];

test('四：环境变量只由 settings.ts 读；时间只从 context 来', () => {
  const sources = [...server, ...web].filter(({ path }) => path !== 'server/settings.ts');
  expect(containing(sources, /\bprocess\.env\b|\{[^}]*\benv\b[^}]*\} = process\b/g), '在 server/settings.ts 里加一项').toEqual(
    [],
  );
  const timeless = [...server, ...web].filter(({ path }) => !clocks.includes(path));
  const asked = containing(timeless, /(?<!newId\()\bnew Date\(\)|\bDate\.now\(/g);
  expect(asked, '用 context.day（县里的日子）或 context.now（真实时间）').toEqual([]);
});

test('六：按编号查的，先看是谁在看；不看的，名字里写明 Unscoped', () => {
  const tables = new Set(owners.keys());
  const advice = '把 onlyUnit 或 actor 写进条件；先由别的查询看过的，改名 …Unscoped';
  expect(unscoped(queryFiles(), tables), advice).toEqual([]);
  for (const right of Object.keys(openTables) as Right[]) {
    const blind = Object.keys(roles).filter((role) => reach({ roles: [role] }, right).sees !== 'all');
    expect(blind, `${right} 不是人人能看的，openTables 里不能有它的表`).toEqual([]);
  }
  const planted = queryFile(
    'server/x/queries.ts',
    `export const claimOf = ({ db, county }: InCounty, claim: Claim['id']) =>
    db\`select title from claim where county_id = ${'$'}{county} and id = ${'$'}{claim}\`;`,
  );
  expect(unscoped([planted], tables)).toEqual(['server/x/queries.ts claimOf']);
});

test('文件的长短：半数不过 70 行，九成五不过 220 行，没有超过 350 行的', () => {
  const written = ['server', 'web', 'launch', 'bench', 'test', 'database'].flatMap((folder) =>
    filesIn(folder, '.ts', '.tsx', '.js'),
  );
  const sizes = written.map((path) => ({ path, lines: textOf(path).split('\n').length - 1 })).sort((a, b) => a.lines - b.lines);
  const at = (share: number) => sizes[Math.ceil(sizes.length * share) - 1]?.lines ?? 0;
  const tests = written.filter(isTest).length;
  console.log(`${written.length} 个文件（测试 ${tests} 个）：中位 ${at(0.5)} 行，九成五 ${at(0.95)} 行，最长 ${at(1)} 行`);
  const tooLong = sizes.filter(({ lines }) => lines > 350).map(({ path, lines }) => `${path} ${lines} 行`);
  expect(tooLong, '按所做的事分成几个文件；四个保留名可以改成同名的文件夹').toEqual([]);
  expect({ half: at(0.5) <= 70, most: at(0.95) <= 220 }).toEqual({ half: true, most: true });
});
