import { queryOptions } from '@tanstack/react-query';
import { api } from '../ui/api.ts';

export const whoIAm = queryOptions({ queryKey: ['me'], queryFn: async () => (await api.me.$get()).json() });
