import { queryOptions } from '@tanstack/react-query';
import type { InferResponseType } from 'hono/client';
import type { DraftBody, SchemeDraft } from '../../../../server/assessment/draft.ts';
import type { Scheme } from '../../../../server/assessment/scheme.ts';
import { api } from '../../../ui/api.ts';

const drafts = api['scheme-drafts'];
export const draftList = queryOptions({ queryKey: ['drafts'], queryFn: async () => (await drafts.$get()).json() });
export type Listed = InferResponseType<typeof drafts.$get>['drafts'][number];

export const draftOf = (id: string) =>
  queryOptions({ queryKey: ['drafts', id], queryFn: async () => (await drafts[':id'].$get({ param: { id } })).json() });
type Shown = InferResponseType<(typeof drafts)[':id']['$get']>;
/** As the server sent it; its body is JSON of any kind, which the client's types cannot follow. */
export const bodyIn = ({ draft }: Shown) => draft.body as unknown as DraftBody;
export const baseIn = ({ base }: Shown) => (base?.scheme ?? null) as Scheme | null;
export type Draft = Shown['draft'];
export type Policies = Shown['policies'];
export type May = Shown['may'];
export type State = SchemeDraft['state'];

export const tagOf: Record<State, string> = {
  draft: 'tag info',
  proposed: 'tag wait',
  inForce: 'tag good',
  returned: 'tag bad',
  discarded: 'tag',
};
export const markOf: Record<State, string> = { draft: '◔', proposed: '◔', inForce: '✓', returned: '!', discarded: '—' };
