import type { Fields } from '../../../server/adoption/adoption.ts';
import { CountyDate } from '../../../server/kernel/dates.ts';

/** What is being typed: text as it stands in the boxes. */
export type Typed = Omit<Fields, 'publishedOn' | 'words' | 'link'> & { publishedOn: string; words: string; link: string };

export const blank: Typed = {
  ...{ outlet: '', publishedOn: '', title: '', form: 'sole', placement: 'ordinary', words: '', link: '' },
};

export const typedOf = ({
  outlet,
  publishedOn,
  title,
  form,
  placement,
  words,
  link,
}: Omit<Fields, 'publishedOn'> & { publishedOn: string }): Typed => ({
  ...{ outlet, publishedOn, title, form, placement, words: words === null ? '' : `${words}`, link: link ?? '' },
});

/** What is sent, or null while the day is none. */
export function fieldsFrom(typed: Typed): Fields | null {
  const day = CountyDate.safeParse(typed.publishedOn);
  if (!day.success) return null;
  const [words, link] = [typed.words.trim(), typed.link.trim()];
  return { ...typed, publishedOn: day.data, words: words === '' ? null : Number(words), link: link === '' ? null : link };
}
