import type { MonthExport } from '../../server/assessment/export.ts';
import { rowsOf, unitsSeen, versionIn } from '../../server/assessment/league.ts';
import type { Line, Row } from '../../server/assessment/scoring.ts';
import { monthInWords } from '../../server/bulletin/words.ts';
import { mediaTiers } from '../../server/channel/channel.ts';
import { factKinds } from '../../server/fact/fact.ts';
import { el } from './parts.ts';

type Named = Row & { name: string };
type Found = { clauses: Map<string, string>; facts: Map<string, MonthExport['facts'][number]> };

/** The month as it comes out here: by groups, every unit to be opened down to its lines and what each of them counted. */
export function monthShown(given: MonthExport): HTMLElement[] {
  const rows = rowsOf(given);
  const names = new Map(unitsSeen(given, rows).map(({ id, name }) => [id, name]));
  const named = rows.map((row) => ({ ...row, name: names.get(row.unit) ?? row.unit }));
  const clauses = new Map(versionIn(given)?.clauses.map(({ no, title }) => [no, title]));
  const found: Found = { clauses, facts: new Map(given.facts.map((fact) => [fact.id, fact])) };
  const groups = [...Map.groupBy(named, ({ group }) => group)];
  const lists = groups.map(([group, members]) => groupShown(group, members, found));
  const finder = el('input');
  finder.type = 'search';
  finder.id = 'find';
  finder.addEventListener('input', () => {
    for (const { item, name } of lists.flatMap(({ items }) => items)) item.hidden = !name.includes(finder.value.trim());
  });
  const label = el('label', '', '找单位');
  label.htmlFor = finder.id;
  const about = '点开一个单位，看它的每一行得分和数到的事实。';
  return [
    el('h2', '', `重算的总表：${monthInWords(given.month)}，${rows.length} 个单位`),
    el('p', 'cap', about),
    label,
    finder,
    ...lists.flatMap(({ parts }) => parts),
  ];
}

function groupShown(group: string, members: readonly Named[], found: Found) {
  const items = members.map((row) => ({ name: row.name, item: el('li', '', unitShown(row, found)) }));
  const list = el('ul', 'units', ...items.map(({ item }) => item));
  return { items, parts: [el('h3', '', `${group}，${members.length} 个`), list] };
}

function unitShown(row: Named, found: Found): HTMLElement {
  const { rank, name, submitted, adopted, adoptions, total } = row;
  const counts = el('span', 'cap counts', `报送 ${submitted}　采用 ${adopted} 篇 ${adoptions} 条次`);
  const place = el('span', 'cap', rank === null ? '—' : `第 ${rank} 名`);
  const details = el(
    'details',
    '',
    el('summary', '', el('span', '', place, el('b', '', name), counts, el('b', '', `${total} 分`))),
  );
  const open = () => details.append(linesShown(row.lines, found)); // drawn when first asked for: there may be hundreds
  details.addEventListener('toggle', open, { once: true });
  return details;
}

function linesShown(lines: readonly Line[], found: Found): HTMLElement {
  if (lines.length === 0) return el('p', 'lines cap', '这个月没有得分行。');
  return el('ul', 'lines', ...lines.map((line) => lineShown(line, found)));
}

function lineShown({ clause, points, arithmetic, facts, corrects }: Line, { clauses, facts: known }: Found): HTMLElement {
  const title = clauses.get(clause);
  const head = `${clause}${title ? ` ${title}` : ''}：${points} 分${corrects === null ? '' : `（更正 ${corrects}，不计入本月）`}`;
  const counted = facts.map((id) => el('li', 'cap', factWords(id, known)));
  return el(
    'li',
    '',
    el('p', '', el('b', '', head)),
    el('p', '', arithmetic),
    counted.length > 0 && el('ul', 'facts', ...counted),
  );
}

function factWords(id: string, known: Found['facts']): string {
  const fact = known.get(id);
  if (fact === undefined) return id;
  const { kind, day, period, attributes, evidence } = fact;
  const { title, carrier, tier } = attributes;
  const proof = evidence.map((digest) => `佐证 ${digest}`);
  const late = day.startsWith(period) ? undefined : `记入 ${period}`;
  const words = [
    `${factKinds[kind]} ${day}`,
    title && `《${title}》`,
    carrier,
    tier && mediaTiers[tier],
    late,
    `编号 ${id}`,
    ...proof,
  ];
  return words.filter((word) => word !== undefined && word !== null).join('　');
}
