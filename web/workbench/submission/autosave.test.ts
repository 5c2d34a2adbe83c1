import { expect, test } from 'vitest';
import { Autosave, type Saved, type Stand, type Trouble } from './autosave.ts';
import { nothing } from './nothing.ts';

const words = (body: string) => ({ ...nothing, body });
type Answer = 'saved' | 'lost' | 'conflict' | 'down';

/** A server that saves, saves and loses its answer, has been overtaken, or cannot be reached, as the script says. */
function aServer(script: Answer[]) {
  let [next, version] = [0, 1];
  const [bodies, kept, trouble]: [string[], Map<number, Saved>, Trouble['kind'][]] = [[], new Map(), []];
  const send = async (stand: Stand, { body }: { body: string }, once: number): Promise<Saved> => {
    const answer = script.shift() ?? 'saved';
    if (answer === 'down') throw new Error('unreached');
    const again = kept.get(once);
    if (again) return again;
    if (answer === 'conflict' || stand.version !== version) throw new Error('conflict');
    bodies.push(body);
    const saved = { id: 'a', version: ++version, savedAt: '' };
    kept.set(once, saved);
    if (answer === 'lost') throw new Error('unreached');
    return saved;
  };
  const told = (news: object) => 'kind' in news && trouble.push((news as Trouble).kind);
  const door = { send, intent: () => next++, meaning: ({ message }: Error) => message as Trouble['kind'], told };
  return { saver: new Autosave(door, { id: 'a', version: 1 }, words('')), bodies, trouble };
}

test('边写边存，写了什么最后都存上', async () => {
  const { saver, bodies } = aServer([]);
  saver.type(words('水'));
  const first = saver.flush();
  saver.type(words('水渠'));
  await Promise.all([first, saver.flush()]);
  expect([bodies, saver.isSaved]).toEqual([['水', '水渠'], true]);
  await saver.flush();
  expect(bodies).toHaveLength(2);
});

test('存上了而回音丢了：原样再问一次，再存新写的，不和自己冲突', async () => {
  const { saver, bodies, trouble } = aServer(['lost']);
  saver.type(words('水'));
  await saver.flush();
  saver.type(words('水渠'));
  await saver.flush();
  expect([bodies, trouble, saver.isSaved]).toEqual([['水', '水渠'], ['unreached'], true]);
});

test('连不上时什么也不丢，连上了接着存', async () => {
  const { saver, bodies } = aServer(['down', 'down']);
  saver.type(words('水'));
  await saver.flush();
  saver.type(words('水渠'));
  await saver.flush();
  expect([bodies, saver.isSaved]).toEqual([[], false]);
  await saver.flush();
  expect([bodies.at(-1), saver.isSaved]).toEqual(['水渠', true]);
});

test('别处先存了：停下来等人定，定了再存', async () => {
  const { saver, bodies, trouble } = aServer(['conflict']);
  saver.type(words('水'));
  await saver.flush();
  await saver.flush();
  expect([bodies, trouble]).toEqual([[], ['conflict']]);
  saver.resume({ id: 'a', version: 1 }, words('别人的'));
  await saver.flush();
  expect(bodies).toEqual(['水']);
});
