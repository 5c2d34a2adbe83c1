import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inModules, inProject } from './project.js';

const stamp = inModules('.minsheng-installed.json');

/** Whether everything of a scope stands in node_modules: 'start' what the server needs, 'all' the tools of tests too. */
export function isInstalled(scope) {
  const lockfile = readFileSync(inProject('package-lock.json'), 'utf8');
  const stamped = readJson(stamp);
  if (stamped?.lockfile === digest(lockfile) && (stamped.scope === 'all' || scope === 'start')) return true;
  const standing = standingPackages();
  if (standing === null || !covers(standing, JSON.parse(lockfile).packages, scope)) return false;
  markInstalled(scope); // put there by hand, or by a newer lockfile that asks for nothing new
  return true;
}

export function markInstalled(scope) {
  const lockfile = digest(readFileSync(inProject('package-lock.json'), 'utf8'));
  writeFileSync(stamp, JSON.stringify({ lockfile, scope }));
}

/** What npm noted when it last ended well; null when it never did. */
export const standingPackages = () => readJson(inModules('.package-lock.json'))?.packages ?? null;

/** Both as in a lockfile: path → {version, dev, optional}. Optional packages are missing where the platform is another. */
export function covers(standing, wanted, scope) {
  const needed = Object.entries(wanted).filter(
    ([path, { dev, optional }]) => path !== '' && !optional && !(dev && scope === 'start'),
  );
  return needed.every(([path, { version }]) => standing[path]?.version === version);
}

const digest = (text) => createHash('sha256').update(text).digest('hex');

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
