import { useQuery } from '@tanstack/react-query';
import { createContext, useMemo } from 'react';
import type { DraftBody } from '../../../../server/assessment/draft.ts';
import { groupsIn } from '../../../../server/assessment/example.ts';
import { api } from '../../../ui/api.ts';

/** What can be picked for a field instead of being typed: value and words. */
export type Lists = Record<string, readonly { value: string; words: string }[]>;
export const ListsNow = createContext<Lists>({});

const plain = (names: readonly string[]) => [...new Set(names)].map((value) => ({ value, words: value }));
const ranks = ['省主要领导', '省其他领导', '市主要领导', '市其他领导', '县主要领导', '县其他领导'];
const natures = ['失实', '抄袭', '重复报送', '格式不合规', '涉本单位负面'];
const genres = ['动态', '经验', '问题建议', '简讯', '调研', '理论'];

const outlets = { queryKey: ['outlets', 'picked'], queryFn: async () => (await (await api.outlets.$get()).json()).outlets };
const units = { queryKey: ['units', 'picked'], queryFn: async () => (await (await api.units.$get()).json()).units };
const plan = { queryKey: ['plan', 'picked'], queryFn: async () => (await api.plan.$get({ query: {} })).json() };

/** The county's own names for the fields of a scheme. */
export function useLists(body: DraftBody): Lists {
  const media = useQuery(outlets).data;
  const named = useQuery(units).data;
  const year = useQuery(plan).data;
  const groups = JSON.stringify(groupsIn(body));
  const numbers = JSON.stringify(body.clauses.map(({ no }) => String(no ?? '')));
  return useMemo(
    () => ({
      carrier: plain(media?.map(({ name }) => name) ?? []),
      outletGroup: plain(media?.flatMap(({ groupName }) => groupName ?? []) ?? []),
      groups: plain(JSON.parse(groups)),
      of: plain(JSON.parse(numbers)),
      units: named?.map(({ id, name }) => ({ value: id, words: name })) ?? [],
      listedOnly: named?.map(({ id, name }) => ({ value: id, words: name })) ?? [],
      project: plain(year?.projects.map(({ name }) => name) ?? []),
      campaign: plain(year?.campaigns.map(({ theme }) => theme) ?? []),
      ...{ rank: plain(ranks), nature: plain(natures), genre: plain(genres) },
    }),
    [media, named, year, groups, numbers],
  );
}
