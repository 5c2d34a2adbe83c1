/** Signs that characters were lost: replacement and private-use characters, a stray ?, pinyin that spells nothing before it. */
const sign = new RegExp(
  [
    '[\\ufffd\\ue000-\\uf8ff\\u0000-\\u0008\\u000e-\\u001f\\u007f]',
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
    '[a-zɡ]{0,6}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zɡ]{0,6}',
    '(?<![\\x21-\\x7e]|[吗呢么何什谁哪几少否][^，。,；]{0,6})\\?(?=[\\u3400-\\u9fff(（A-Za-z])',
    '(?<=[\\u3400-\\u9fff])□(?=[\\u3400-\\u9fff])',
    '锟斤拷|烫烫烫',
  ].join('|'),
  'g',
);
const NEAR = 4;
const outer = { left: /[\u3400-\u9fff]{0,2}[A-Za-z(（)）?]{0,3}$/, right: /^[A-Za-z(（)）?]{0,3}[\u3400-\u9fff]{0,2}/ };

/** Stretches [from, to) of the line that a person must fill in from the paper original; with two characters around each. */
export function damagedRuns(text: string): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const { 0: found, index } of text.matchAll(sign)) {
    const last = runs.at(-1);
    if (last && index - last.to <= NEAR) last.to = index + found.length;
    else runs.push({ from: index, to: index + found.length });
  }
  return runs.map((run) => ({ from: run.from - lengthBefore(text, run.from), to: run.to + lengthAfter(text, run.to) }));
}

const lengthBefore = (text: string, at: number) => outer.left.exec(text.slice(Math.max(0, at - 5), at))?.[0].length ?? 0;
const lengthAfter = (text: string, at: number) => outer.right.exec(text.slice(at, at + 5))?.[0].length ?? 0;
