import { hc } from 'hono/client';
import { newId } from '../../server/kernel/ids.ts';
import { type Refusal, Refused, refuse } from '../../server/kernel/refusal.ts';
import type { App } from '../../server/modules.ts';

const unreached = () => Promise.reject(new Error('没有连上，请再点一次，不会重复办理。'));
const unread = () => Promise.reject(new Error('服务器没有正常应答，填写的还在，请稍后再点一次。'));

/** Typed by the routes themselves; a refusal arrives as the very thing that the action threw. */
export const api = hc<App>('/', {
  async fetch(input: RequestInfo | URL, init?: RequestInit) {
    const response = await fetch(input, init).catch(unreached);
    return response.ok ? response : refuse((await response.json().catch(unread)) as Refusal);
  },
}).api;

/** Sent with every try of one intent, so that the server does it once. */
export const intent = () => ({ headers: { 'Idempotency-Key': newId<'intent'>(new Date()) } });
export type Intent = ReturnType<typeof intent>;

/** The session has ended; a wrong password is something else. */
export const isSignedOut = (error: unknown) => error instanceof Refused && error.refusal.code === 'request.signedOut';
