import { isLinked, linkDatabaseLibraries } from './database-links.js';
import { install } from './install.js';
import { isInstalled } from './installed.js';
import { alone } from './lock.js';
import { inProject, requireWriteRights } from './project.js';
import { buildWeb, isBuilt } from './web-build.js';
import { say } from './words.js';

const isReady = (scope, web) => isInstalled(scope) && isLinked() && (!web || isBuilt());

/** Whatever is missing of packages, links and pages, one launcher after another. */
export async function makeReady({ scope, web }) {
  if (isReady(scope, web)) return;
  requireWriteRights();
  const waiting = () => say('另一个窗口正在安装，等它装完……');
  await alone(inProject('.minsheng-launch.lock'), () => prepare(scope, web), waiting);
}

async function prepare(scope, web) {
  await install(scope);
  linkDatabaseLibraries();
  if (web) await buildWeb();
}
