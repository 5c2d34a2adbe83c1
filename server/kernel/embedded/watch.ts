import { setTimeout as sleep } from 'node:timers/promises';
import { postmasterOf } from './postmaster.ts';

/** Looks twice a second whether the postmaster lives, and calls for another; what comes back ends it. */
export function watch(cluster: string, restart: () => Promise<unknown>, say: (words: string) => void): () => Promise<void> {
  const { signal, abort } = endable();
  const pause = (ms: number) => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  const watching = (async () => {
    for (await pause(500); !signal.aborted; await pause(500)) {
      if ((await postmasterOf(cluster)) !== null || signal.aborted) continue;
      say('数据库意外停止，正在重新启动……');
      await restart().catch((error: Error) => {
        say(error.message);
        return pause(5000);
      });
    }
  })();
  return async () => {
    abort();
    await watching;
  };
}

function endable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
