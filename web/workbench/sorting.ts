const order = new Intl.Collator('zh-CN', { numeric: true });

/** `sort` as it stands in the address: a column's name, with a minus the other way round. Without one the order stays. */
export function sorted<Row>(rows: readonly Row[], sort: string | undefined, words: Record<string, (row: Row) => string>): Row[] {
  const of = words[sort?.replace('-', '') ?? ''];
  if (!of) return [...rows];
  const way = sort?.startsWith('-') ? -1 : 1;
  return rows.toSorted((a, b) => way * order.compare(of(a), of(b)));
}

/** What a click on the head asks for: up, then down, then as it came. */
export const nextSort = (sort: string | undefined, column: string) =>
  sort === column ? `-${column}` : sort === `-${column}` ? undefined : column;

export const holds = (words: readonly (string | null)[], wanted: string | undefined) =>
  words.some((word) => word?.toLowerCase().includes(wanted?.trim().toLowerCase() ?? ''));
