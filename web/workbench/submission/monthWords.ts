import type { ArticleQueue } from './articles.ts';

/** 10月已报 2 篇，还差 1 篇. The office has no quota of its own. */
export function monthWords({ month, submitted, quota }: ArticleQueue): string {
  if (submitted === null) return '';
  const done = `${Number(month.slice(5))}月已报 ${submitted} 篇`;
  if (quota === null) return done;
  return submitted >= quota ? `✓ ${done}，已够 ${quota} 篇` : `${done}，还差 ${quota - submitted} 篇`;
}
