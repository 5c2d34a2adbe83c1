import { separatedBy, splitOutside } from './split.ts';

const [betweenProjects, atAndOnly] = [separatedBy('、'), separatedBy('和')];

/** A row that only sums up the rest names no project: it begins with the publicity itself. */
const summary = /^(?:全面|综合|集中|系统|总体|整体|深入|广泛|持续|做好|开展)*(?:宣传|报道|总结|回顾|展示|通报|梳理|宣讲|解读)/;
/** Words in which 和 joins nothing. */
const word = /和(?:谐|睦|美(?![化术容发])|平(?![等台板均安稳])|解协议)|(?<=碳中|饱|温|祥|缓)和/u;
const numbered = /(?:^|[；;。\s])\s*(?:\d{1,2}\s*[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])\s*/g;

/** Names as printed: split at 、 and 和 outside brackets and quotation marks; 与 and 及 join parts of one name. */
export function splitProjects(text: string): string[] {
  if (summary.test(text.trim())) return [];
  const parts = counted(text)
    .replaceAll(numbered, '；')
    .split(/[；;\n]/);
  return parts
    .flatMap((part) => splitOutside(part, betweenProjects).flatMap(atAnd))
    .map(bare)
    .filter((name) => name !== '');
}

/** 1.甲2.乙, （1）甲（2）乙: numbers that count up from the first part them, whatever stands between. */
function counted(text: string): string {
  let [said, next] = [text, 2];
  const bracketed = /^\s*[（(]1[）)]/.test(text);
  if (!bracketed && !/^\s*1\s*[.．、](?!\d)/.test(text)) return text;
  const place = () => said.search(bracketed ? new RegExp(`(?<=[^；;])[（(]${next}[）)]`) : itemAt(next));
  for (let at = place(); at > 0; at = place()) {
    said = `${said.slice(0, at)}；${said.slice(at)}`;
    next++;
  }
  return said;
}
const itemAt = (number: number) => new RegExp(`(?<=[\\p{Script=Han}）)”》])${number}\\s*[.．、](?!\\d)`, 'u');

const bare = (name: string) =>
  name
    .trim()
    .replace(/[。，,]$/, '')
    .trim();

function atAnd(name: string): string[] {
  const parts = splitOutside(name, atAndOnly);
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && isWord(last, part)) joined[joined.length - 1] = `${last}和${part}`;
    else joined.push(part);
  }
  return joined;
}
const isWord = (left: string, right: string) =>
  left === '' || right === '' || word.test(`${left.slice(-2)}和${right.slice(0, 3)}`);
