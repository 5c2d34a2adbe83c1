import { type Refusal, refusal } from '../refusal.ts';

const real = '或用 DATABASE_URL 指向一台 PostgreSQL 15 或更高版本的服务器';

export const refusals = {
  noPrograms: (machine: string) =>
    refusal('database.noPrograms', 503, `没有适用于本机（${machine}）的内置数据库程序，请重新运行 npm start 安装，${real}。`),
  cannotRun: (machine: string) =>
    refusal('database.cannotRun', 503, `内置数据库程序在本机（${machine}）运行不了，请换一台较新的 64 位系统，${real}。`),
  noAccount: refusal(
    'database.noAccount',
    503,
    '数据库不能由 root 运行，本机又没有 postgres 或 nobody 账户，请改用普通用户启动。',
  ),
  otherVersion: (folder: string, version: string) =>
    refusal(
      'database.otherVersion',
      503,
      `${folder} 里是 PostgreSQL ${version} 的数据，本程序只打开 18 的；请换回原来的程序版本，${real}。`,
    ),
  diskFull: (folder: string) =>
    refusal('database.diskFull', 503, `磁盘满了，数据库写不进 ${folder}；请腾出至少 500 MB 空间，再启动一次。`),
  noRights: (folder: string) =>
    refusal('database.noRights', 503, `没有权限写 ${folder}；请把这个文件夹交给启动程序的用户（chown），或换一个位置。`),
  noMemory: refusal('database.noMemory', 503, '内存不够，数据库没有启动；请关掉别的程序，留出至少 256 MB 内存，再启动一次。'),
  takenFolder: (folder: string) =>
    refusal('database.takenFolder', 503, `${folder} 属于别的用户，数据库不能在里面通信；请删掉它，再启动一次。`),
  damaged: (log: string) =>
    refusal('database.damaged', 503, `数据库文件损坏，打不开；请先原样备份数据文件夹，再从备份恢复，详情在 ${log} 末尾。`),
  failed: (log: string, said: string) =>
    refusal('database.failed', 503, `数据库没有启动起来；请看 ${log} 末尾的原因，改正后再启动。最后一句是：${said}`),
};

type Where = { home: string; log: string };

const causes: [RegExp, (where: Where) => Refusal][] = [
  [/No space left on device|ENOSPC|Disk quota exceeded/i, ({ home }) => refusals.diskFull(home)],
  [/Cannot allocate memory|could not create shared memory|could not map anonymous|out of memory/i, () => refusals.noMemory],
  [/Permission denied|Read-only file system|EACCES|EPERM|EROFS|ENOENT: .*, mkdir/i, ({ home }) => refusals.noRights(home)],
  [
    /valid checkpoint|invalid (primary )?checkpoint|invalid magic|control file|could not read block/i,
    ({ log }) => refusals.damaged(log),
  ],
];

/** The sentence for what PostgreSQL, initdb or the file system said. */
export function refusalFor(said: string, where: Where): Refusal {
  const cause = causes.find(([sign]) => sign.test(said))?.[1];
  return cause?.(where) ?? refusals.failed(where.log, gist(said.trim().split('\n')));
}

/** Farewells follow the line that tells why. */
function gist(lines: string[]): string {
  return lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1) ?? '';
}
