import { readFileSync } from 'node:fs';
import { readSchemes } from '../../server/assessment/files.ts';
import { type Score, scoreMonths } from '../../server/assessment/scoring.ts';
import { row, timed } from '../measure.ts';
import type { Row } from '../row.ts';
import { type PlainLine, plainYear } from './year/plain.ts';
import { months, type World, worldOf } from './year/world.ts';

const schemes = readSchemes(readFileSync(new URL('./year/scheme.json', import.meta.url), 'utf8'));

const scoredYear = ({ units, facts }: World): Score[] => scoreMonths(schemes, units, facts, [], months);

/** The first line that the two do not have alike. */
function firstOther(world: World): string | undefined {
  const plain = plainYear(world);
  for (const { month, table } of scoredYear(world)) {
    for (const { unit, lines } of table) {
      const own = (plain.get(month)?.get(unit) ?? []).map((line) => ({ ...line, points: line.points.toFixed(2) }));
      const at = Array.from({ length: Math.max(own.length, lines.length) }, (_, each) => each).find(
        (each) => JSON.stringify(told(lines[each])) !== JSON.stringify(told(own[each])),
      );
      if (at !== undefined) return `${month} ${unit}：${JSON.stringify(lines[at])} ≠ ${JSON.stringify(own[at])}`;
    }
  }
  return undefined;
}
const told = (line: (Omit<PlainLine, 'points'> & { points: string }) | undefined) =>
  line && [line.clause, line.effect, line.points.replace('-0.00', '0.00'), line.arithmetic, line.facts, line.corrects];

/** A year with its corrections, all twelve months scored again, beside the loop that makes the same lines in floating numbers. */
export async function year(): Promise<[scored: Row, floor: Row]> {
  const world = worldOf(500, 40_000);
  const other = firstOther(world);
  if (other !== undefined) throw new Error(`the plain loop has other lines: ${other}`);
  const [plain, ours]: [number[], number[]] = [[], []];
  for (let round = 0; round < 9; round++) {
    plain.push(...(await timed(1, async () => plainYear(world)))); // in turn, so that whatever else runs weighs on both alike
    ours.push(...(await timed(1, async () => scoredYear(world))));
  }
  const inTurn = (times: number[]) => times.sort((a, b) => a - b);
  const floor = row('floor year of 500 units 40000 facts 30 clauses', inTurn(plain));
  return [row('year of 500 units 40000 facts 30 clauses', inTurn(ours), floor), floor];
}
