import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from '../../server/kernel/refusal.ts';
import { isSignedOut } from '../ui/api.ts';

const retry = (times: number, error: unknown) => times < 2 && !(error instanceof Refused);
// a county's network need not reach the internet, which is what browsers call being online
const everywhere = { retry, networkMode: 'always' } as const;

/** Whatever hears that the session has ended asks who is signed in: the answer lays the sign-in over the page. */
export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, { queryKey }) => queryKey[0] !== 'me' && askAgain(error) }),
  mutationCache: new MutationCache({ onError: (error) => askAgain(error) }),
  defaultOptions: { queries: { ...everywhere, staleTime: 10_000 }, mutations: everywhere },
});

const askAgain = (error: Error) => (isSignedOut(error) ? client.invalidateQueries({ queryKey: ['me'] }) : undefined);
