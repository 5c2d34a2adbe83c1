import { type Books, factsOf, inOrder, line, linesOf, own, plain, quarter, round, sum, text, toDate } from './plain-kit.ts';
import { months } from './world.ts';

/** Values of a group from the best down, found once for all its units. */
function byGroup(books: Books, worth: (unit: string) => number): Map<string, number[]> {
  const groups = Map.groupBy(books.units, ({ group }) => group);
  return new Map([...groups].map(([group, units]) => [group, units.map(({ id }) => worth(id)).sort((a, b) => b - a)]));
}

const aboutUpper = ['二（一）', '二（二）', '二（三）', '二（四）', '二（五）'];
const placement = plain('六（一）', (books, month) => {
  const groups = byGroup(books, (unit) => sum(linesOf(books, unit, [month], aboutUpper)));
  return (unit, group) => {
    const [lines, values] = [linesOf(books, unit, [month], aboutUpper), groups.get(group) ?? []];
    const place = 1 + values.indexOf(sum(lines));
    const points = sum(lines) <= 0 ? 0 : place <= 3 ? 5 : place <= 20 ? 3 : 0;
    const words = `${text(sum(lines))} 分，${values.length} 个单位中第 ${place} 名，计 ${text(points)}`;
    return points === 0 ? [] : [line('points', points, words, factsOf(lines))];
  };
});

const lastPlaces = plain('六（二）', (books, month) => {
  if (!month.endsWith('-12')) return () => [];
  const groups = byGroup(books, (unit) => own(books, unit, 'adoption', months).length);
  return (unit, group) => {
    const [facts, values] = [own(books, unit, 'adoption', months), groups.get(group) ?? []];
    if (values.length - values.lastIndexOf(facts.length) > 20) return [];
    const words = `${facts.length} 条，${values.length} 个单位中第 ${1 + values.indexOf(facts.length)} 名，计 -1.00`;
    return [line('points', -1, words, inOrder(facts))];
  };
});

const best = plain('六（三）', (books, month) => {
  const groups = byGroup(books, (unit) => sum(linesOf(books, unit, [month], ['二（六）'])));
  return (unit, group) => {
    const [lines, [most = 0]] = [linesOf(books, unit, [month], ['二（六）']), groups.get(group) ?? []];
    const given = sum(lines);
    if (lines.length === 0 || most === 0) return [];
    return [
      line(
        'rescale',
        round(round((given * 10) / most) - given),
        `${text(given)} × 10.00 ÷ 组内最高分 ${text(most)} - ${text(given)}`,
        factsOf(lines),
      ),
    ];
  };
});

const average = plain('六（四）', (books, month) => {
  const groups = byGroup(books, (unit) => sum(linesOf(books, unit, [month], ['二（七）'])));
  return (unit, group) => {
    const [lines, values] = [linesOf(books, unit, [month], ['二（七）']), groups.get(group) ?? []];
    const all = values.reduce((a, b) => a + b, 0);
    if (lines.length === 0 || all / values.length === 5) return [];
    const given = sum(lines);
    return [
      line(
        'rescale',
        round(round(given + 5 - all / values.length) - given),
        `5.00 - 组内平均分 ${text(all)}/${values.length}`,
        factsOf(lines),
      ),
    ];
  };
});

const target = plain('七（一）', (books, month) => (unit) => {
  if (quarter(month).length === 0) return [];
  const lines = linesOf(books, unit, quarter(month), ['二（一）', '二（二）', '二（三）']);
  const given = sum(lines);
  if (given === 30) return [];
  const [gap, times] = [Math.abs(30 - given), given < 30 ? 0.5 : 0.1];
  const words = `目标 30.00 实得 ${text(given)}，${given < 30 ? '差' : '超'} ${text(gap)} × ${times}`;
  if (given < 30) return [line('shortfall', -round(gap * times), words, factsOf(lines))];
  const note = round(gap * times) > 5 ? '，至多 5.00' : '';
  return [line('excess', Math.min(5, round(gap * times)), words + note, factsOf(lines))];
});

const limit = plain('七（二）', (books, month) => (unit) => {
  const lines = linesOf(books, unit, toDate(month), ['三（一）']);
  const before = sum(linesOf(books, unit, toDate(month).slice(0, -1), ['七（二）']));
  const due = Math.min(3, sum(lines)) - sum(lines);
  if (due === before) return [];
  const effect = due < 0 || (due === 0 && before < 0) ? 'cap' : 'floor';
  const past = before === 0 ? '' : `，前面已计 ${text(before)}`;
  const words = `封顶 ${text(sum(lines) + due)} - ${text(sum(lines))}${past}`;
  return [line(effect, due - before, words, factsOf(lines))];
});

const better = plain('七（三）', (books, month) => (unit) => {
  const lines = linesOf(books, unit, [month], ['四（二）', '五（二）']);
  const sums = ['四（二）', '五（二）'].map((no) => sum(lines.filter(({ clause }) => clause === no))).filter((each) => each > 0);
  const over = Math.min(...sums);
  return sums.length < 2 ? [] : [line('cap', -over, `就高，只计最高的 1 条：0.00 - ${text(over)}`, factsOf(lines))];
});

const percent = plain('七（四）', (books, month) => (unit) => {
  const [lines, found] = [linesOf(books, unit, [month], ['五（三）', '五（四）']), own(books, unit, 'error', [month])];
  const given = sum(lines);
  if (given <= 0 || found.length === 0) return [];
  const points = Math.max(round(given * -0.2 * found.length), -given);
  return [line('percent', points, `${text(given)} × -20% × ${found.length}`, inOrder([...factsOf(lines), ...found]))];
});

const zero = plain('七（五）', (books, month) => (unit) => {
  const lines = linesOf(books, unit, [month], ['二（四）', '二（五）']);
  const found = own(books, unit, 'error', [month]).filter(({ attributes }) => attributes.nature === '瞒报');
  if (sum(lines) <= 0 || found.length === 0) return [];
  return [
    line(
      'zero',
      -sum(lines),
      `出现 ${found.length} 条，记零：0.00 - ${text(sum(lines))}`,
      inOrder([...factsOf(lines), ...found]),
    ),
  ];
});

/** The clauses about other clauses and other units, in the scheme's order. */
export const totals = [placement, lastPlaces, best, average, target, limit, better, percent, zero];
