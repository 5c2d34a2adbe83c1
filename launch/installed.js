import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inModules, inProject } from './project.js';

const stamp = inModules('.minsheng-installed.json');

/** Stands while npm is at work: found by a later launcher, it tells of a run cut short. */
export const unfinished = inModules('.minsheng-unfinished');

/** Whether everything of a scope stands in node_modules: 'start' what the server needs, 'all' the tools of tests too. */
export function isInstalled(scope) {
  if (existsSync(unfinished)) return false;
  const stamped = readJson(stamp);
  if (stamped?.lockfile === lockfileDigest() && (stamped.scope === 'all' || scope === 'start')) return true;
  if (missingPackages(scope).length > 0) return false;
  markInstalled(scope); // put there by hand, or by a newer lockfile that asks for nothing new
  return true;
}

/** Paths of packages that this machine needs for a scope and npm did not install. */
export const missingPackages = (scope) =>
  missingFrom(standingPackages() ?? {}, readJson(inProject('package-lock.json')).packages, scope);

export function markInstalled(scope) {
  writeFileSync(stamp, JSON.stringify({ lockfile: lockfileDigest(), scope }));
}

const lockfileDigest = () =>
  createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');

/** What npm noted when it last ended well; null when it never did. */
export const standingPackages = () => readJson(inModules('.package-lock.json'))?.packages ?? null;

/** Both as in a lockfile: path → {version, dev, optional, os, cpu}. */
export function missingFrom(standing, wanted, scope) {
  const needed = Object.entries(wanted).filter(
    ([path, entry]) => path !== '' && !(entry.dev && scope === 'start') && isForHere(entry),
  );
  return needed.filter(([path, { version }]) => standing[path]?.version !== version).map(([path]) => path);
}

/** An optional package that fails is left out by npm in silence: those made for this very machine are none the less needed. */
function isForHere({ optional, os, cpu, libc }) {
  if (!optional) return true;
  return (os?.includes(process.platform) && cpu?.includes(process.arch) && !libc?.includes('musl')) ?? false;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
