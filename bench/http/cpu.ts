import { readdir, readFile } from 'node:fs/promises';

/** Processor time so far of the server and of the database with all its processes, ended ones too, in ms; Linux only. */
export async function cpuOf(server: number, postmaster: number): Promise<number> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  let ticks = 0;
  for (const stat of stats) {
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [pid, parent] = [Number(stat.split(' ')[0]), Number(fields[1])];
    if (pid !== server && pid !== postmaster && parent !== postmaster) continue;
    const own = Number(fields[11]) + Number(fields[12]);
    ticks += pid === postmaster ? own + Number(fields[13]) + Number(fields[14]) : own;
  }
  return ticks * 10; // a hundred ticks a second
}
