/** A sentence of a clause; its phrases are what stands between commas. */
export type Sentence = { text: string; phrases: string[] };

const stops = /[^。；！？;!?]+[。；！？;!?]?["”’）)]*/g;

export function sentencesOf(text: string): Sentence[] {
  return (text.match(stops) ?? [])
    .map((each) => each.trim().replace(/[。；;]["”’]?$/, ''))
    .filter((each) => each !== '')
    .map((each) => ({ text: each, phrases: each.split(/[，,]/) }));
}

/** 高度重视，加强领导; 压实责任: rhyme, and no act that anybody could be held to. */
export const isSlogan = (text: string) =>
  /^[^，,、]{4,5}(?:[，,、][^，,、]{4,6})?$/.test(text.trim()) && !/[0-9第次个]/.test(text);
