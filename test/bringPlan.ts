import { readFileSync } from 'node:fs';
import type { read } from '../server/plan/actions.ts';
import { asksWords } from '../server/plan/settling.ts';
import type { County } from './county.ts';

const seed = readFileSync(new URL('../database/demo/notice-2023-10-08.txt', import.meta.url), 'utf8');
type Read = Awaited<ReturnType<typeof read>>;

/** The office founds the year's plan on the real notice, or on another; the first choice settles every doubt. */
export async function bringPlan({ ask }: Pick<County, 'ask'>, text = seed): Promise<void> {
  const source = { text };
  const { reading, newUnits } = (await ask('李卫平', '/api/readings', { source })).said as unknown as Read;
  const answers = Object.fromEntries(
    reading.questions.map(({ id, choices }) => [id, { choice: choices.find((choice) => !asksWords(choice)) ?? '' }]),
  );
  const units = newUnits.map((name) => ({ name, kind: 'government' }));
  const { status, said } = await ask('李卫平', '/api/plans', { source, answers, newUnits: units });
  if (status !== 201) throw new Error(said.message);
}
