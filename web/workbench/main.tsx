import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { Refused } from '../../server/kernel/refusal.ts';
import '../ui/tokens.css';
import '../ui/parts.css';
import { router } from './router.tsx';
import './workbench.css';

const retry = (times: number, error: unknown) => times < 2 && !(error instanceof Refused);
const client = new QueryClient({ defaultOptions: { queries: { retry, staleTime: 10_000 }, mutations: { retry } } });
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}
