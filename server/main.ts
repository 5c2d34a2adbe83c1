import { join } from 'node:path';
import { sealAudit } from './audit/actions.ts';
import { auditJobs } from './audit/jobs.ts';
import { type Database, openDatabase } from './database.ts';
import { giveOwedReceipts } from './fact/actions.ts';
import { act, commandLine } from './founding.ts';
import { frontDoor } from './frontDoor.ts';
import { runJobs } from './kernel/jobs.ts';
import { log } from './kernel/log.ts';
import { Refused, refusal, refuse } from './kernel/refusal.ts';
import { announceRunning, findRunning } from './kernel/running.ts';
import { inCounty } from './kernel/transaction.ts';
import { app } from './modules.ts';
import { withPages } from './pages.ts';
import { demoAccounts, demoCounties, demoMembers, demoPassword, seedDemo } from './seeding.ts';
import { settings } from './settings.ts';
import { tidy } from './tidying.ts';

const say = (words: string) => void process.stderr.write(`${words}\n`);

// one throw outside a request, or a database that goes away, must not end everybody's work
process.on('uncaughtException', (error) => log.error({ fault: error.stack }));
process.on('unhandledRejection', (error) => log.error({ fault: error instanceof Error ? error.stack : 'unknown' }));

const portTaken = refusal(
  'server.portTaken',
  503,
  `端口 ${settings.port} 被别的程序占着，请换一个再启动，例如 PORT=${settings.port + 1} npm start。`,
);

async function start() {
  const running = await findRunning(settings.data);
  if (running !== null) {
    say('已经在运行，不再另开：');
    process.stdout.write(`${running}\n`);
    return;
  }
  const database = await openDatabase(say);
  await serveCounties(database).catch((error) => database.stop().then(() => Promise.reject(error)));
}

async function serveCounties(database: Database) {
  if (database.embedded) await seedDemo(database, say);
  const { pool, counties } = database;
  for (const county of counties) await act(pool, county, commandLine, giveOwedReceipts);
  const fault = (error: Error) => log.error({ fault: error.stack });
  const jobs = runJobs({ pool, counties, handlers: auditJobs, now: () => new Date(), fault });
  const server = await listen(database, jobs.wakeSoon);
  await jobs.resume();
  const forget = await announceRunning(settings.data, server.address);
  const sealing = setInterval(() => seal(database), 30_000);
  const tidying = setInterval(() => tidy(database, new Date()), 3_600_000);
  onFirstSignal(async () => {
    clearInterval(sealing);
    clearInterval(tidying);
    await server.close();
    await jobs.stop();
    await forget();
    await database.stop();
    process.exit(0);
  });
  process.stdout.write(`${server.address}\n`);
  if (database.embedded) say(demoWords(server.address));
}

/** A Ctrl-C arrives twice, from the terminal and from the launcher; unheard, the second would cut the stop short. */
function onFirstSignal(stop: () => Promise<never>) {
  let stopping = false;
  const once = () => {
    if (!stopping) void stop();
    stopping = true;
  };
  process.on('SIGINT', once).on('SIGTERM', once).on('SIGHUP', once);
}

const demoWords = (address: string) =>
  [
    `工作台：${address}/workbench/　空的示例县：http://430599.localhost:${settings.port}/workbench/`,
    `演示账号（密码都是 ${demoPassword}）：${demoAccounts.map(([account, name]) => `${account} ${name}`).join('，')}；`,
    `　县水利局 ${demoMembers('shuili')}；其他单位同样编号，如 renshe1、jiaoyu4，见“管理 · 人员”；`,
    '　管理员 systemAdmin、securityAdmin、auditAdmin。按 Ctrl-C 停止。',
  ].join('\n');

async function listen(database: Database, committed: () => void) {
  const defaultCounty = settings.county ?? (database.embedded ? demoCounties[0].code : ([...database.counties][0] ?? 0));
  const bindings = { pool: database.pool, counties: database.counties, defaultCounty };
  const pages = withPages(app, join(settings.project, 'dist'));
  const server = frontDoor(pages, bindings, { proxied: settings.proxied, committed }).listen(settings.port, settings.host);
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject)).catch(() =>
    refuse(portTaken),
  );
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { address: `http://${settings.host}:${settings.port}`, close };
}

async function seal({ pool, counties }: Database) {
  for (const county of counties) {
    await inCounty(pool, county, (db) => sealAudit({ db, county, now: new Date() })).catch((error: Error) =>
      log.error({ fault: error.stack }),
    );
  }
}

await start().catch((error: Error) => {
  say(error instanceof Refused ? error.message : `启动失败：${error.stack}`);
  process.exit(1);
});
