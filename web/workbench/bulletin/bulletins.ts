import { queryOptions } from '@tanstack/react-query';
import { api } from '../../ui/api.ts';

const fetchAll = async () => (await api.bulletins.$get()).json();
export type Listed = Awaited<ReturnType<typeof fetchAll>>['bulletins'][number];
export const allBulletins = queryOptions({ queryKey: ['bulletins'], queryFn: fetchAll });

const fetchOne = async (month: string) => (await api.bulletins[':month'].$get({ param: { month } })).json();
export type Shown = Awaited<ReturnType<typeof fetchOne>>;
export const bulletinOf = (month: string) => queryOptions({ queryKey: ['bulletins', month], queryFn: () => fetchOne(month) });

/** What the printed page would lack; asked again whenever the text changed. */
export const fontsOf = (month: string, version: number) =>
  queryOptions({
    queryKey: ['bulletins', month, 'fonts', version],
    queryFn: async () => (await api.bulletins[':month'].fonts.$get({ param: { month } })).json(),
  });

export const fileOf = (month: string, kind: 'pdf' | 'docx' | 'xlsx') => `/api/bulletins/${month}/file.${kind}`;

type State = { state: 'open' | 'locked'; number: string | null; disclosure: Listed['disclosure'] };
/** How far a month's paper has come; a mark and a word beside the colour. */
export function standingOf({ state, number, disclosure }: State): { words: string; tone: string } {
  if (state === 'open') return { words: '◔ 预览，还没有锁定', tone: 'wait' };
  if (number === null) return { words: '◔ 已锁定，待编文号', tone: 'wait' };
  if (disclosure === 'public') return { words: '✓ 已公开', tone: 'good' };
  return { words: disclosure === 'onRequest' ? '✓ 已印发，依申请公开' : '✓ 已印发，内部', tone: 'info' };
}
