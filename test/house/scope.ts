import { posix } from 'node:path';
import { exportedFunctions, type Named, type QueryFile } from './queries.ts';

/** Whose rows everybody who signs in may see: the county's own. Which right says so is checked against the rights table. */
export const openTables = {
  'plan.read': ['plan', 'plan_amendment', 'project', 'campaign', 'campaign_unit', 'campaign_project', 'campaign_move', 'duty'],
  'project.read': ['project_value', 'project_unit', 'project_report', 'project_report_evidence'],
  'outlet.read': ['outlet', 'outlet_name', 'outlet_tier'],
  'unit.read': ['unit', 'unit_name'],
} as const;
const open = new Set<string>(Object.values(openTables).flat());

/** Law 6: exported queries by id that read what not everybody may see, know no viewer, and do not say so in their name. */
export function unscoped(files: readonly QueryFile[], tables: ReadonlySet<string>): string[] {
  const whole = wholeOf(files);
  return exportedFunctions(files)
    .filter(({ name, of }) => !name.endsWith('Unscoped') && of?.params.some(namesAnId))
    .map((query) => ({ query, text: whole(query) }))
    .filter(
      ({ text }) => !/\b(onlyUnit|actor)\b/.test(text) && tablesRead(text).some((table) => tables.has(table) && !open.has(table)),
    )
    .map(({ query: { path, name } }) => `${path} ${name}`);
}

const namesAnId = (param: string) => /\bId<|\['(?:id|\w+Id)'\]|'(?:id|\w+Id)'|\b(?:id|\w+Id)\b/.test(param);
/** Whose name stands beside a row, because he made it, is no row of his. */
const tablesRead = (text: string) =>
  [...text.matchAll(/\b(?<!delete )(?:from|join(?! person\b))\s+(\w+)/g)].map(([, table = '']) => table);

/** The text of a query together with that of the queries' names which it uses: fragments and other queries. */
function wholeOf(files: readonly QueryFile[]) {
  const byName = new Map(files.flatMap(({ named }) => named.map((each) => [`${each.path} ${each.name}`, each])));
  const importsOf = new Map(files.map(({ path, imports }) => [path, imports]));
  const found = ({ path }: Named, name: string) => {
    const from = importsOf.get(path)?.get(name);
    return byName.get(`${from ? posix.join(posix.dirname(path), from) : path} ${name}`);
  };
  return function whole(named: Named, seen = new Set<Named>()): string {
    seen.add(named);
    const used = [...new Set(named.text.match(/\b[a-z]\w*(?=\()/g))].flatMap((name) => found(named, name) ?? []);
    return [named.text, ...used.filter((each) => !seen.has(each)).map((each) => whole(each, seen))].join('\n');
  };
}
