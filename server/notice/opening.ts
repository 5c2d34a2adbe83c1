import { type Refusal, refusal } from '../kernel/refusal.ts';
import { threads } from '../kernel/thread.ts';
import { isLight, type Opened, opened, type Task } from './opened.ts';
import type { Told } from './progress.ts';

const tooMuch: Refusal = refusal(
  'notice.tooMuch',
  422,
  '文件太大或太乱，几秒内读不完。请只留通知正文和附表另存一份，或复制全文粘贴进来。',
);
const script = new URL('./openingThread.ts', import.meta.url);
const run = threads<Task, Opened>(script, { patience: 8_000, memory: 320, tooMuch });

/** Opens and reads whatever arrives; large or packed files in a thread of their own, so that nobody waits. Throws `Refused`. */
export const open = async (task: Task, told: Told = () => undefined): Promise<Opened> =>
  isLight(task) ? opened(task, told) : run(task, told);
