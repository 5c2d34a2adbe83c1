import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs while no other launcher holds `file`; `onWait` is called once if one does. A dead launcher's lock is taken over. */
export async function alone(file, run, onWait) {
  for (let waited = 0; !take(file); waited++) {
    if (waited === 1) onWait();
    await sleep(200);
  }
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Linked into place rather than created there, so that nobody ever reads a lock without its holder. */
function take(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${process.pid} ${born(process.pid)}`);
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    removeIfAbandoned(file, `${mine}.abandoned`);
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Two may find the same dead holder: whoever moved a living one's lock away in between puts it back. */
function removeIfAbandoned(file, aside) {
  if (isHeld(file)) return;
  ignoring('ENOENT', () => renameSync(file, aside));
  if (isHeld(aside)) ignoring('EEXIST', () => linkSync(aside, file));
  rmSync(aside, { force: true });
}

function isHeld(file) {
  const [pid, since] = (read(file) ?? '').split(' ');
  return Number(pid) > 0 && isAlive(Number(pid)) && since === born(pid);
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM'; // there, but somebody else's
  }
}

/** When a process started: pids are handed out again. Only Linux tells; of a zombie it tells that it is dead. */
function born(pid) {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return 'unknown';
  const [state, ...others] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' ? 'dead' : others[18];
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function ignoring(code, act) {
  try {
    act();
  } catch (error) {
    if (error.code !== code) throw error;
  }
}
