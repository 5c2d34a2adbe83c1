import type { Clause } from './clauses.ts';

type Contradiction = { at: (string | number)[]; message: string };
const contradiction = (key: string, message: string): Contradiction => ({ at: [key], message });

/** Keys that are right each by itself and mean nothing together. */
export function contradictions(clause: Clause): Contradiction[] {
  if (clause.kind === 'points' && clause.sameArticle?.within === 'year') {
    const others = ['countAtMost', 'repeats', 'onlyIf'].filter((key) => clause[key as 'countAtMost' | 'repeats' | 'onlyIf']);
    const words: Record<string, string> = { countAtMost: '限条数', repeats: '递减', onlyIf: '写前提' };
    return others.map((key) => contradiction(key, `全年不重复计（within 为 year）时不能再${words[key]}，请去掉一样`));
  }
  return clause.kind === 'quota' ? quotaContradictions(clause) : [];
}

function quotaContradictions({ excess, sharing, met, completion, progress, per, needs }: Extract<Clause, { kind: 'quota' }>) {
  const found: Contradiction[] = [];
  if (excess !== undefined && (sharing === 'shares' || sharing === 'equal')) {
    found.push(contradiction('sharing', '按份额数条数时分不出哪一条是超额的，有 excess 时只能写 owner 或 each'));
  }
  if (excess !== undefined && needs.some(({ countBy }) => countBy === 'quantity')) {
    found.push(contradiction('excess', '按数量数时分不出哪一条是超额的；超额请另写一条 steps，above 写任务数'));
  }
  if (excess !== undefined && per === 'toDate') {
    found.push(contradiction('excess', '按年初至今结算时，同一条超额会月月重复加；请改周期，或另写一条'));
  }
  if (met !== undefined && completion !== undefined) found.push(contradiction('completion', '达标得分已经写在 met 里，只写一样'));
  if (progress !== undefined && per !== 'toDate') found.push(contradiction('progress', '只有 per 为 toDate 时才有进度'));
  return found;
}

/** A clause without any points in it. */
export function givesNothing(clause: Clause): boolean {
  if (clause.kind === 'rate') return clause.bands.length === 0 && clause.proportion === undefined;
  if (clause.kind !== 'quota' && clause.kind !== 'target') return false;
  const completion = clause.kind === 'quota' ? clause.completion : undefined;
  return (clause.met ?? completion ?? clause.missing ?? clause.excess) === undefined;
}
