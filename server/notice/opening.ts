import { type Refusal, Refused, refusal, refuse } from '../kernel/refusal.ts';
import { threads } from '../kernel/thread.ts';
import { isPdf } from './format/pdf.ts';
import { canRecognise, recognise } from './machine.ts';
import { isLight, type Opened, opened, type Task } from './opened.ts';
import type { Told } from './progress.ts';
import { question } from './reading.ts';
import { binaryKind } from './source/wrong-kind.ts';

const tooMuch: Refusal = refusal(
  'notice.tooMuch',
  422,
  '文件太大或太乱，几秒内读不完。请只留通知正文和附表另存一份，或复制全文粘贴进来。',
);
const offered: Refusal = refusal(
  'notice.scanOffer',
  422,
  '这是扫描件或图片，里面没有文字。请找起草人要可编辑的原件；要不到的，可以用这台服务器上的文字识别，识别后逐行对照。',
);
const unrecognised: Refusal = refusal(
  'notice.unrecognised',
  422,
  '图片里识别不出文字。请换一份清楚的扫描件，或找起草人要可编辑的原件。',
);
const script = new URL('./openingThread.ts', import.meta.url);
const run = threads<Task, Opened>(script, { patience: 8_000, memory: 320, tooMuch });

/** Opens and reads whatever arrives; large or packed files in a thread of their own, so that nobody waits. Throws `Refused`. */
export async function open(task: Task, told: Told = () => undefined): Promise<Opened> {
  try {
    return await (isLight(task) ? opened(task, told) : run(task, told));
  } catch (error) {
    if (!(error instanceof Refused) || 'text' in task.source || !isScan(task.source.bytes, error.refusal)) throw error;
    if (!(await canRecognise())) throw error;
    if (!task.source.machine) refuse(offered);
    return readByMachine(task, task.source.bytes, told);
  }
}

const isScan = (bytes: Uint8Array, { code }: Refusal) =>
  (code === 'notice.noText' && isPdf(bytes)) || (code === 'notice.wrongKind' && binaryKind(bytes) === '图片');

/** 文字识别 makes mistakes that nobody can see in the text alone: a person says that he has compared it. */
async function readByMachine(task: Task, bytes: Uint8Array, told: Told): Promise<Opened> {
  told('用机器识别文字', 0, 1);
  const text = await recognise(bytes, isPdf(bytes));
  if (text === '') refuse(unrecognised);
  const read = await opened({ ...task, source: { text } }, told);
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const why = '这份来文是机器从图片里识别的，错字、漏字难免。请逐行对照原件。';
  const asked = question('encoding', 1, first.trim().slice(0, 60), why, ['逐行对照过，照识别的读', '错得太多，换一份文件']);
  const questions = [asked, ...read.questions];
  return { ...read, encoding: 'machine', questions, reading: { ...read.reading, questions: [asked, ...read.reading.questions] } };
}
