import type { HonoRequest } from 'hono';
import { limits } from '../identity/identity.ts';
import { actorOf, countyNow, type SignedIn, signedIn, touchSession } from '../identity/queries.ts';
import { type Right, reach, restingFor, rights } from '../identity/rights.ts';
import { digestOf } from '../identity/secrets.ts';
import type { Actor, Context, Db } from '../kernel/context.ts';
import { countyDateOf } from '../kernel/dates.ts';
import type { Id } from '../kernel/ids.ts';
import type { Pool } from '../kernel/pool.ts';
import { refuse } from '../kernel/refusal.ts';
import { inCounty } from '../kernel/transaction.ts';
import { refusals } from './refusals.ts';

/** `kept` is what the same request was answered before. */
export type Admitted = Omit<Context, 'requestId'> & { kept?: object | null };
/** Reads may rest on who signed in a second ago; writes ask again, and whether they are a repetition. */
type Asking = { remembered: boolean; once: string | null };
type Presented = { db: Db; pool: Pool; county: number; digest: string | null };

/** The county is the host's, `430523.localhost` or `430523.example.cn`; a host without a code is the default county's. */
export function countyOf(req: HonoRequest, defaultCounty: number): number {
  const code = /^(\d{6,9})\./.exec(req.header('Host') ?? '')?.[1];
  return code ? Number(code) : defaultCounty;
}

const nobody: Actor = { id: '00000000-0000-0000-0000-000000000000' as Id<'person'>, name: '未登录', unitId: null, roles: [] };
const whilePasswordIsDue: readonly Right[] = ['session.own'];

/** Who asks, on which day of his county, and whose things he may see; whoever may see nothing here is told it is not there. */
export async function admit(presented: Presented, right: Right, asking: Asking): Promise<Admitted> {
  const now = new Date();
  const { db, county } = presented;
  if (rights[right] === 'everyone') {
    const found = (await countyNow({ db, county })) ?? refuse(refusals.notThere);
    return { db, county, actor: nobody, onlyUnit: null, day: found.demoDay ?? countyDateOf(now), now };
  }
  const found = (await holder(presented, asking, now)) ?? refuse(refusals.signedOut);
  const day = found.demoDay ?? countyDateOf(now);
  const actor = actorOf(found, day);
  if (found.mustChangePassword && !whilePasswordIsDue.includes(right)) refuse(refusals.changePassword);
  const { sees = refuse(refusals.notThere) } = reach(actor, right);
  const resting = !asking.remembered ? restingFor(actor, right) : null;
  if (resting) refuse(resting);
  // an administrator has no unit; his own id stands for one that owns nothing
  const onlyUnit = sees === 'own' ? (actor.unitId ?? (actor.id as string as Id<'unit'>)) : null;
  return { db, county, actor, onlyUnit, day, now, kept: found.kept };
}

/** Signing out and suspending forget at once. */
const remembered = new Map<string, { holder: SignedIn; until: number }>();
export const forgetHolders = () => remembered.clear();

/** What the session of this cookie is known by; a cookie of another county is none. */
export function sessionOf(cookie: string | undefined, county: number): string | null {
  const [, code, secret = ''] = /^(\d{6,9})\.([\w-]+)$/.exec(cookie ?? '') ?? [];
  return Number(code) === county ? digestOf(secret) : null;
}

async function holder({ db, pool, county, digest }: Presented, { remembered: may, once }: Asking, now: Date) {
  if (digest === null) return undefined;
  const key = `${county}.${digest}`;
  const known = remembered.get(key);
  if (may && known && known.until > now.getTime()) return known.holder;
  const found = await signedIn({ db, county }, digest, { now, ...since(now) }, once);
  if (!found) return undefined;
  if (remembered.size > 5000) remembered.clear();
  remembered.set(key, { holder: { ...found, kept: null }, until: now.getTime() + 1000 });
  if (now.getTime() - found.seenAt.getTime() > 60_000) keepAwake(pool, county, digest, now);
  return found;
}

/** From when on a session was used, and a password set, for them still to serve. */
const since = (now: Date) => ({
  idleSince: new Date(now.getTime() - limits.idleMinutes * 60_000),
  passwordsFrom: new Date(now.getTime() - limits.passwordDays * 86_400_000),
});

/** Being used keeps a session awake; apart from the request, which must not wait for it or fail with it. */
const keepAwake = (pool: Pool, county: number, digest: string, now: Date) =>
  inCounty(pool, county, (db) => touchSession({ db, county }, digest, now)).catch(() => undefined);
