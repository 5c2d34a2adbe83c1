import { damagedRuns } from '../repair/damage.ts';

/** A sentence of a clause; its phrases are what stands between commas. */
export type Sentence = { text: string; phrases: string[] };

const stops = /[^。；！？;!?]+[。；！？;!?]?["”’）)]*/g;

export function sentencesOf(text: string): Sentence[] {
  return Array.from(unbroken(text).matchAll(stops), ({ 0: found, index }) => text.slice(index, index + found.length).trim())
    .map((each) => each.replace(/[。；;]["”’]?$/, ''))
    .filter((each) => each !== '')
    .map((each) => ({ text: each, phrases: each.split(/[，,]/) }));
}

/** The ? of a damaged run ends no sentence. */
function unbroken(text: string): string {
  if (!text.includes('?')) return text;
  return damagedRuns(text).reduce(
    (read, { from, to }) => read.slice(0, from) + read.slice(from, to).replaceAll('?', '□') + read.slice(to),
    text,
  );
}

/** 高度重视，加强领导; 压实责任: rhyme, and no act that anybody could be held to. */
export const isSlogan = (text: string) =>
  /^[^，,、]{4,5}(?:[，,、][^，,、]{4,6})?$/.test(text.trim()) && !/[0-9第次个]/.test(text);
