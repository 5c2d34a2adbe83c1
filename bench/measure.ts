import type { Row } from './row.ts';

/** Milliseconds of each round; `before` a round is not counted. */
export async function timed(rounds: number, work: () => Promise<unknown>, before?: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await before?.();
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

/** Times, sorted, as a row; with a floor also their ratio. */
export function row(name: string, times: readonly number[], floor: Row | null = null): Row {
  const [min = 0, median = 0, max = 0] = [times[0], times[times.length >> 1], times.at(-1)];
  const ratio = floor && median / floor.median;
  return { name, unit: 'ms', better: 'lower', min, median, max, n: times.length, floor: floor?.name ?? null, ratio };
}
