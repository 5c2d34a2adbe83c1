import { useQuery } from '@tanstack/react-query';
import { whoIAm } from '../whoIAm.ts';
import { groundOf } from './objections.ts';
import { daysWords } from './words.ts';

/** By when a month is to be locked, or until when it may be contested, as words of its title; nothing while that is not known. */
export function useDays(month: string): string {
  const { data } = useQuery(groundOf(month));
  const { data: me } = useQuery(whoIAm);
  return data && me ? daysWords(data, me.day) : '';
}
