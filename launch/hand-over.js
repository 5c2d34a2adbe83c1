import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The child's exit code, after passing on to it whatever signal comes. A Ctrl-C reaches it twice: from the terminal too. */
export async function handOver(command, args, options) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const pass = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const watch = whenParentGoes(() => pass('SIGTERM'));
  const code = await new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => ended(code ?? 128 + constants.signals[signal]));
  });
  clearInterval(watch);
  for (const signal of signals) process.off(signal, pass);
  return code;
}

/** npm sends its signals to a shell between it and us, which dies and passes nothing on. */
function whenParentGoes(act) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 300);
  return watch;
}
