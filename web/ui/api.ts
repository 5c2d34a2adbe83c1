import { hc } from 'hono/client';
import { newId } from '../../server/kernel/ids.ts';
import { type Refusal, Refused, refuse } from '../../server/kernel/refusal.ts';
import type { App } from '../../server/modules.ts';

/** Typed by the routes themselves; a refusal arrives as the very thing that the action threw. */
export const api = hc<App>('/', {
  async fetch(input: RequestInfo | URL, init?: RequestInit) {
    const response = await fetch(input, init).catch(() => Promise.reject(new Error('没有连上，请再点一次，不会重复办理。')));
    return response.ok ? response : refuse((await response.json()) as Refusal);
  },
}).api;

/** The same for every retry of one intent, so that the server does it once. */
export const intent = () => ({ headers: { 'Idempotency-Key': newId<'intent'>(new Date()) } });

export const isSignedOut = (error: unknown) => error instanceof Refused && error.refusal.status === 401;
