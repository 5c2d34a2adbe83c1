import type { Actor } from '../kernel/context.ts';
import type { CountyDate } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import type { Cast } from './cast.ts';
import type { Scene } from './scene.ts';

/** What somebody looked at, as it stood after the last act. */
export type Seen<Of extends string> = { id: Id<Of>; version: number };

/** What the acts of the month find there: who acts, and what the data's names came to be. */
export type Stage = {
  scene: Scene;
  cast: Cast;
  office: Actor;
  verifier: Actor;
  notes: readonly string[];
  projects: ReadonlyMap<string, Id<'project'>>;
  campaigns: ReadonlyMap<string, Id<'campaign'>>;
  articles: Map<string, Seen<'article'>>;
  commissions: Map<string, Id<'commission'>>;
};

export const named = <Of extends string>(those: ReadonlyMap<string, Id<Of>>, name: string | null): Id<Of> | null =>
  name === null ? null : (those.get(name) ?? missing(name));

/** Something that goes on over days: it says the day and, woken on it, acts. */
export type Story = AsyncGenerator<CountyDate, void>;

/** Day after day, all units at once; within a unit one thing after the other, in the order given. */
export async function play(units: readonly (readonly Story[])[]): Promise<void> {
  const going = await Promise.all(units.map((stories) => Promise.all(stories.map(begin))));
  for (let yesterday = ''; ; ) {
    const [today] = going
      .flat()
      .flatMap(({ next }) => (next.done ? [] : [next.value]))
      .sort();
    if (today === undefined) return;
    if (today <= yesterday) missing(`a day after ${yesterday}`);
    const day = today;
    await Promise.all(going.map((stories) => liveOn(day, stories)));
    yesterday = today;
  }
}

type Going = { story: Story; next: IteratorResult<CountyDate, void> };
const begin = async (story: Story): Promise<Going> => ({ story, next: await story.next() });

async function liveOn(day: CountyDate, stories: readonly Going[]) {
  for (const each of stories) {
    while (!each.next.done && each.next.value === day) each.next = await each.story.next();
  }
}

/** The data names somebody or something that is not there. */
export function missing(what: string): never {
  throw new Error(`the demo data name ${what}, which is not there`);
}
