import { readFile } from 'node:fs/promises';

/** One process and no other: pids are handed out again, in containers within minutes. */
export type ProcessMark = { pid: number; born: string | null }; // ticks since the machine started; null where nothing tells them

export async function markOf(pid: number): Promise<ProcessMark> {
  return { pid, born: (await readStat(pid))?.born ?? null };
}

/** A zombie counts as dead: it does nothing any more, and waits only for somebody to take note. */
export async function isAlive({ pid, born }: ProcessMark): Promise<boolean> {
  if (process.platform !== 'linux') return answersSignals(pid);
  const stat = await readStat(pid);
  return stat !== null && stat.state !== 'Z' && (born === null || stat.born === born);
}

/** What a process was started with; null where it cannot be read. */
export async function commandLineOf(pid: number): Promise<string[] | null> {
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return line === null ? null : line.split('\0');
}

async function readStat(pid: number) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before it may hold blanks and brackets
  return { state: fields[0], born: fields[19] ?? null };
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, but somebody else's
  }
}
