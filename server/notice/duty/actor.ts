import type { Duty } from '../reading.ts';

export type Actor = { each: Duty['each']; who: string | null };

const modal =
  '(?:要|应当?|须|必须|需|将|可|负责|统一|承担|对|按|定期|每|组织|牵头(?!单位|部门)|积极|做好|着力|著力|协调|会同|请|至少|结合)';
const outlet = new RegExp(`(?:全?县?各级?|各家|每家|每个?)(?:新闻|主流)*媒体(?:单位)?(?=${modal})`);
const office = new RegExp(`(?:专班(?:办公室)?|办公室|领导小组|指挥部|(?<!各.{0,8})宣传部)(?=${modal})`);
const many = '(?:各|每个?|全体|所有|有关|相关|县直|市直|区直|责任|成员|牵头|配合|承办)';
const units = `${many}[^，,。；]{0,14}?(?:单位|部门|乡镇|街道|社区|局|企业)(?:[（(][^（）()]*[）)])?(?:部门|单位)?`;
/** At the head of a phrase or before a modal verb: as an object (协调各单位) it does not act. */
const unit = new RegExp(`(?<=^|[，,；。])(?:请|由)?\\p{Script=Han}{0,4}${units}|${units}(?=${modal})`, 'u');
const single = new RegExp(
  `^\\s*([^，。；、]{2,24}?(?:局|委|办|部|中心|公司|联|会|院|台|社|站))(?=${modal}|开设|开展|制定|发布|刊发|推出|汇总|完成)`,
);

/** An office that publishes: what it owes is publicity and no return. */
const press = /(?:融媒体?中心|电视台|广播台|电台|日报社?|报社|新闻网|新闻中心|传媒集团)$/;

const kinds = [
  ['outlet', outlet],
  ['county', office],
  ['unit', unit],
] as const;
const LONGEST_NAME = 24;

/** Who is to act: the first one named wins, so that 办公室协调各单位 is the office's. Null: the sentence names nobody. */
export function actorOf(sentence: string): Actor | null {
  const found = kinds.flatMap(([each, pattern]) => {
    const match = pattern.exec(sentence);
    if (!match) return [];
    const at = each === 'county' ? nameStart(sentence, match.index) : match.index;
    const end = match.index + match[0].length;
    return [{ each, who: sentence.slice(at, end).trim(), at, end }];
  });
  const [first] = found.sort((a, b) => a.at - b.at || a.end - b.end);
  if (first) return { each: first.each, who: first.who };
  const [, name] = single.exec(sentence) ?? [];
  return name ? { each: press.test(name) ? 'outlet' : 'unit', who: name } : null;
}

/** Where the name begins whose last words stand at `end`: after the last stop before it. */
function nameStart(sentence: string, end: number): number {
  const before = sentence.slice(Math.max(0, end - LONGEST_NAME), end);
  return end - (/[^，,。；、]*$/.exec(before)?.[0].length ?? 0);
}
